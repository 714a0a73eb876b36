"""What an archive holds, written for other tools: one file per tool."""
