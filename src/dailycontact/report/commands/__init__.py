"""The commands that look back, a file each."""
