"""Ways of reporting what somebody said."""
