"""What a page of the site may load and run: the content security policy, in the page and in the server's headers.

Scripts and styles come from the site's own files, and from nowhere else; nothing inline, no third party. The same line
stands in every page (theme/templates/base.html), so that it holds on GitHub Pages and from a folder too; hosting/ gives
it as a header, with what a page cannot say of itself (frame-ancestors).
"""

import base64
from collections.abc import Sequence
from hashlib import sha256

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",  # the reload of `baogao serve`; and auditors fetch robots.txt from within the page
    "base-uri": "'none'",
    "form-action": "'self'",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def policy(**changed: str) -> str:
    """The policy as one line; `frame_ancestors="'none'"` changes or adds a directive."""
    told = DIRECTIVES | {name.replace("_", "-"): value for name, value in changed.items()}
    return "; ".join(f"{name} {value}" for name, value in told.items())


def header_policy() -> str:
    """The policy as a server says it: a page cannot forbid by itself to be framed."""
    return policy(frame_ancestors="'none'")


def single_file_policy(styles: Sequence[str]) -> str:
    """The policy of a page that stands alone: its own style sheets by their hashes, and nothing else."""
    own = " ".join(map(style_hash, styles))
    return f"default-src 'none'; style-src {own}; img-src data:; base-uri 'none'; form-action 'none'"


def style_hash(text: str) -> str:
    """A style element's content as the policy names it."""
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"
