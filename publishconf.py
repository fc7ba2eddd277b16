"""The same settings for a hosted site: give its address in SITEURL and run `make publish`."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))  # where pelicanconf.py is, whoever reads this file
from pelicanconf import *  # noqa: F403 (as Pelican's own quickstart does it)

# The one setting that knows the absolute address; what needs it (canonical, sitemap, feeds) is left out without it.
SITEURL = os.environ.get("SITEURL", "")
