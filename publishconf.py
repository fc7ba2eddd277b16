"""The same settings for a hosted site: give its address in SITEURL and run `make publish`."""

import os

from pelicanconf import *  # noqa: F403 (as Pelican's own quickstart does it)

# The one setting that knows the absolute address; what needs it (canonical, sitemap, feeds) is left out without it.
SITEURL = os.environ.get("SITEURL", "")
