"""The archive: readings kept, looked up and linked."""
