"""How the history, the copies, the settings and the health of a book are shown."""
