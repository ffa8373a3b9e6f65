"""The files in which a telling leaves the book."""
