"""The only door to the screen; imports nothing, so that a command pays only for what it shows."""
