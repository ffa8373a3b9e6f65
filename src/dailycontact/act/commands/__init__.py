"""act, take, note; done, decline."""
