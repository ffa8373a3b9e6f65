"""What was begun, noted or ended, on the screen and as documents."""
