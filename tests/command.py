"""The command `baogao` in a process of its own, as a person runs it."""

import os
import subprocess
import sys
from pathlib import Path

from baogao.paths import CHECKOUT

REPORT = CHECKOUT / "content" / "hexi-2024" / "source" / "hexi-2024.txt"


def baogao(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """As the installed command runs: the folder is not where Python looks for modules."""
    command = [sys.executable, "-P", "-m", "baogao", *arguments]
    own = {**os.environ, **environment}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", env=own)
