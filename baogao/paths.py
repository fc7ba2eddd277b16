"""Where the parts that people edit stand: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent
LEXICON = PACKAGE / "lexicon"


def shipped(name: str) -> Path:
    """The folder `theme` or `charts`: the wheel's copy, else the checkout's."""
    inside = PACKAGE / "site" / name
    return inside if inside.is_dir() else CHECKOUT / name
