"""Looking after the book: its history, its copies, its settings, its health."""
