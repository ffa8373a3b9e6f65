"""The only door to SQL, and the reads and writes that several steps share."""
