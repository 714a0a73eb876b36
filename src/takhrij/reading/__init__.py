"""Reading one article: a stage takes what it needs and returns what it found."""
