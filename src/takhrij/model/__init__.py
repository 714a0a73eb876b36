"""What is known: frozen records, no work, no input or output."""
