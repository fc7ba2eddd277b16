"""Lines → the outline of a report, its text and metadata, and the Markdown of its pages."""
