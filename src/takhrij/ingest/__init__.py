"""Taking articles in from files and streams."""
