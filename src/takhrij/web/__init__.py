"""The desk: an archive looked at in a browser. It sees a View and can change nothing."""
