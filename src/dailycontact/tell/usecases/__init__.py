"""What telling customers reads, decides and writes."""
