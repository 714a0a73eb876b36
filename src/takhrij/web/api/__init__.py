"""The same questions as JSON, under /api, and described as OpenAPI."""
