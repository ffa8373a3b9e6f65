"""The way from each schema of a book to the next."""
