"""Sentences → numbers, what they measure, and where they stand."""
