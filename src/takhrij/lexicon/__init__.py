"""What must be known by heart: language data and its loaders."""
