"""The same numbers and names in Chinese and in English."""
