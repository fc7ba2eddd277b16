"""Say what is going on, on a terminal only: quiet in CI, in pipes and in tests."""

import os
import sys


class Progress:
    """The line at the foot of a terminal that says what a command is doing."""

    quiet = False

    @classmethod
    def say(cls, what: str) -> None:
        """Replace the line; "" clears it."""
        if not cls.quiet and sys.stderr.isatty() and not os.environ.get("CI"):
            sys.stderr.write(f"\r\x1b[K{what + ' …' if what else ''}")
            sys.stderr.flush()
