"""``ksync-tray``: says what is missing when the desktop program cannot start.

Qt is an extra of some 100 MB that a server without a screen does not want, so PySide6
comes with ``ksync[desktop]`` or is added later, by the command that fits the environment
(``ksync.extras``).
"""

from __future__ import annotations

import sys
from importlib.util import find_spec

from ksync.extras import command_that_adds

# Exit code "usage" of the command line contract: nothing was tried, nothing was changed.
_USAGE = 2


def main() -> int:
    """Tell on stderr what can be run instead.

    :return: exit code 2.
    """
    if find_spec("PySide6") is None:
        sys.stderr.write(
            "ksync-tray needs PySide6, which is not installed. This command adds it:\n"
            f"    {command_that_adds(qt_requirement(sys.version_info[:2]))}\n"
        )
    sys.stderr.write(
        "This version of kSync has the command line only (try: ksync --help); "
        "the desktop program comes with a later release.\n"
    )
    return _USAGE


def qt_requirement(version: tuple[int, int]) -> str:
    """Return what the extra ``desktop`` requires on Python *version* (major, minor).

    PySide6 6.12 corrupts reference counts on Python 3.11 and aborts the process.
    """
    ceiling = ",<6.12" if version < (3, 12) else ""
    return f"PySide6-Essentials>=6.8{ceiling}"


if __name__ == "__main__":
    sys.exit(main())
