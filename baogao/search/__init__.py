"""An exact index of every text, in scripts that work from a folder."""
