"""``ksync-tray``: says what is missing when the desktop program cannot start.

Qt is an extra of some 100 MB that a server without a screen does not want, so PySide6
comes with ``ksync[desktop]`` or is added later. Which command adds it depends on what
made the environment that kSync lives in; each kind leaves a file of its own:

=============  =======================  ==========================================
made by        left in ``sys.prefix``   command
=============  =======================  ==========================================
pipx           ``pipx_metadata.json``   ``pipx inject ksync …``
uv tool        ``uv-receipt.toml``      ``uv pip install --python … …`` (uv's
                                        environments have no pip of their own)
anything else  neither                  ``PYTHON -m pip install …``
=============  =======================  ==========================================
"""

from __future__ import annotations

import shlex
import sys
from importlib.util import find_spec
from pathlib import Path

# Exit code "usage" of the command line contract: nothing was tried, nothing was changed.
_USAGE = 2


def main() -> int:
    """Tell on stderr what can be run instead.

    :return: exit code 2.
    """
    if find_spec("PySide6") is None:
        sys.stderr.write(
            "ksync-tray needs PySide6, which is not installed. This command adds it:\n"
            f"    {command_that_adds_qt(Path(sys.prefix), Path(sys.executable))}\n"
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


def command_that_adds_qt(prefix: Path, python: Path) -> str:
    """Return the shell command that adds PySide6 to the environment at *prefix*.

    :param prefix: root of the environment, as ``sys.prefix``.
    :param python: its interpreter, as ``sys.executable``.
    """
    requirement = shlex.quote(qt_requirement(sys.version_info[:2]))
    if (prefix / "pipx_metadata.json").exists():
        return f"pipx inject ksync {requirement}"
    interpreter = shlex.quote(str(python))
    if (prefix / "uv-receipt.toml").exists():
        return f"uv pip install --python {interpreter} {requirement}"
    return f"{interpreter} -m pip install {requirement}"


if __name__ == "__main__":
    sys.exit(main())
