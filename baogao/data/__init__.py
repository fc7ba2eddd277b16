"""Files for machines and citations: tables, descriptions, feeds, structured data."""
