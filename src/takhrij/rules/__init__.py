"""What must be understood: one folder per kind of thing, one file per way of saying it."""
