"""What the morning can say."""
