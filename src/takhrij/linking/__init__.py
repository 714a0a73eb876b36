"""What takes many reports: who copied whom, who is the same, what belongs together."""
