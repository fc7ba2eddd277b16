"""Pages, and the three homes of a site: hosted, offline, GitHub Pages."""
