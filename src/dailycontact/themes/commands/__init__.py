"""The commands of the themes, a file each."""
