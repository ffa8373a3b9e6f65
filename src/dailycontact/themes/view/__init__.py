"""The themes on the screen, and as documents."""
