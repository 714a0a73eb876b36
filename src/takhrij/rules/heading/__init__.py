"""What stands around the body of a report: datelines, credits, bylines, and lines that are no part of it."""
