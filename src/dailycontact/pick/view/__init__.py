"""The card of the morning on the screen, and its JSON documents."""
