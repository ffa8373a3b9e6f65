"""What the morning reads and writes."""
