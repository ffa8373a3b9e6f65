"""The nouns, and the decisions that several steps share, as pure functions on them."""
