"""A file as people have it → its lines."""
