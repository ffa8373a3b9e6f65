"""What the commands do: read the book, add up, hand over a frozen result."""
