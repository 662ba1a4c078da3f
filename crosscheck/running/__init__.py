"""Floor 5: where the pure functions run; the answers are the same wherever that is."""
