"""Pelican's settings for the working copy; `baogao build` and plain `pelican` read the same file."""

import os

SITENAME = "报告 · baogao"
SITEURL = ""
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGINS = ["baogao.plugin"]
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh"
# Our own feed, of reports, is the plugin's; Pelican's are off.
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
PREVIEW = os.environ.get("PREVIEW", "")  # a commit: every page says so, and search engines leave it out

# Who answers for this site, in both languages; each may stay empty.
BAOGAO = {
    "name": {"zh": "报告", "en": "baogao"},
    "contact": "",
    "icp": "",
    "public_security": "",
}
