"""The command line: the only place that prints and exits.

Exit status: 0 done; 1 something is wrong with the input or the site, said in one line (or a list of findings);
2 the command was used wrongly.
"""

import argparse
import atexit
import gc
import io
import sys
from collections.abc import Sequence

from baogao.errors import BaogaoError

EPILOG = "report → sections → indicators → charts → site"
# What a command makes, it mostly keeps to its end: looking for rubbish every 700 objects costs 0.08 s a build.
COLLECT_AFTER = 1_000_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status. Installed as `baogao`."""
    gc.set_threshold(COLLECT_AFTER, 20, 20)
    atexit.register(gc.freeze)  # nor is what a command leaves at its end looked through: 0.09 s a build
    given = sys.argv[1:] if arguments is None else arguments
    parser = make_parser(given[0] if given else "")
    options = parser.parse_args(arguments)
    if not hasattr(options, "run"):
        parser.print_help()
        return 2
    for stream in (sys.stdout, sys.stderr):  # a terminal that knows no Chinese shows escapes, not a traceback
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        return int(options.run(options) or 0)
    except BaogaoError as error:
        return fail(str(error))
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone: no traceback at exit
        return 0
    except KeyboardInterrupt:
        return fail("interrupted; nothing was changed")
    except OSError as error:
        return fail(_cause(error))


def _cause(error: OSError) -> str:
    """What the system said; of a folder that was copied (shutil.Error), the first of the causes, one for each file."""
    if error.args and isinstance(error.args[0], list):
        return str(error.args[0][0][2])
    return f"{error.filename}: {error.strerror}" if error.filename else str(error)


def fail(message: str) -> int:
    """One line on standard error."""
    from baogao.progress import Progress

    Progress.say("")
    print(f"baogao: {' '.join(message.split())}", file=sys.stderr)
    return 1


def make_parser(asked: str = "") -> argparse.ArgumentParser:
    """Every command with its options; only the one that is asked for, where it is known: making all costs 10 ms."""
    parser = argparse.ArgumentParser(
        prog="baogao",
        description="From a Chinese government report to a bilingual site: every number traced to its sentence.",
        epilog=EPILOG,
    )
    from baogao import commands

    parser.add_argument("--version", action=_Version)
    groups = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in [c for c in commands.COMMANDS if c.name == asked] or commands.COMMANDS:
        made = groups.add_parser(command.name, help=command.help, description=command.help)
        for names, settings in command.options:
            made.add_argument(*names, **settings)
        made.set_defaults(run=command.run)
    return parser


class _Version(argparse.Action):
    """--version, read from the installed package only when it is asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="print the version")

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"baogao {version('baogao')}")
        parser.exit()


if __name__ == "__main__":
    sys.exit(main())
