"""``ksync-tray``: what has to be there before Qt is loaded, then the desktop program.

Qt is an extra of some 100 MB that a server without a screen does not want, so PySide6
comes with ``ksync[desktop]`` or is added later, by the command that fits the environment
(``ksync.extras``).
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec

from ksync import __version__
from ksync.extras import command_that_adds
from ui.preflight import NO_SCREEN, USAGE, has_screen

SWITCH_SECONDS = 0.0005
"""How long a busy thread keeps the interpreter: short, so that the window answers."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Start, or say on stderr why not.

    :return: 0 when it was ended, 2 where it cannot run.
    """
    options = _options(arguments)
    if find_spec("PySide6") is None:
        sys.stderr.write(
            "ksync-tray needs PySide6, which is not installed. This command adds it:\n"
            f"    {command_that_adds(qt_requirement(sys.version_info[:2]))}\n"
        )
        return USAGE
    if not has_screen(os.environ):
        sys.stderr.write(NO_SCREEN)
        return USAGE
    sys.setswitchinterval(SWITCH_SECONDS)
    from ui.program import run  # noqa: PLC0415  Qt is there

    return run(page=options.page, hidden=options.background)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="ksync-tray", description="kSync in the tray and in a window."
    )
    parser.add_argument("--version", action="version", version=f"kSync {__version__}")
    parser.add_argument(
        "--background", action="store_true", help="show the tray icon only (at login)"
    )
    parser.add_argument("--page", default="", metavar="PAGE", help="open the window on this page")
    return parser.parse_args(arguments)


def qt_requirement(version: tuple[int, int]) -> str:
    """Return what the extra ``desktop`` requires on Python *version* (major, minor).

    PySide6 6.12 corrupts reference counts on Python 3.11 and aborts the process.
    """
    ceiling = ",<6.12" if version < (3, 12) else ""
    return f"PySide6-Essentials>=6.8{ceiling}"


if __name__ == "__main__":
    sys.exit(main())
