"""Who waits to hear, and what was noted, on the screen and as documents."""
