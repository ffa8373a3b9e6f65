"""Step 2: hold the call, keep the answer."""
