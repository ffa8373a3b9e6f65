"""What the leader types."""
