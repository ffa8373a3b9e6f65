"""What `tell` is told on the command line, and what it asks."""
