"""Rules that find events: who did what to whom."""
