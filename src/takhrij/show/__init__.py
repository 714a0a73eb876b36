"""Readings for eyes: the terminal tree and the HTML page."""
