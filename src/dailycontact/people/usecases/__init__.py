"""What can be done with people: read, decide, write."""
