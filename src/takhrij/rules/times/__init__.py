"""Ways of naming a date or a period."""
