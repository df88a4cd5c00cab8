"""Whether the desktop program starts at login: the XDG autostart entry.

https://specifications.freedesktop.org/autostart-spec/0.5/: a desktop entry of a known
name in ``$XDG_CONFIG_HOME/autostart``. It names the program by its full path, because
one in an environment of its own is on nobody's PATH.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from ksync.resources import resource

NAME = "ksync.desktop"
_QUOTED = str.maketrans({"\\": "\\\\\\\\", '"': '\\\\"', "`": "\\\\`", "$": "\\\\$", "%": "%%"})


def entry_file(environ: Mapping[str, str]) -> Path:
    """Where the entry is, or would be."""
    home = Path(environ.get("HOME") or Path.home())
    config = environ.get("XDG_CONFIG_HOME") or str(home / ".config")
    return Path(config) / "autostart" / NAME


def enabled(environ: Mapping[str, str] | None = None) -> bool:
    """Whether it starts at login."""
    try:
        text = entry_file(os.environ if environ is None else environ).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return "Hidden=true" not in text.splitlines()


def enable(environ: Mapping[str, str] | None = None, program: str = "") -> Path:
    """Start it at login from now on.

    :raises OSError: the entry cannot be written.
    """
    file = entry_file(os.environ if environ is None else environ)
    command = f'Exec="{(program or tray_program()).translate(_QUOTED)}" --background'
    lines = resource("ksync.desktop").read_text(encoding="utf-8").splitlines()
    lines = [command if line.startswith("Exec=") else line for line in lines]
    lines = [line for line in lines if not line.startswith("StartupNotify=")]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join([*lines, "X-GNOME-Autostart-enabled=true", ""]), encoding="utf-8")
    return file


def disable(environ: Mapping[str, str] | None = None) -> None:
    """Do not start it at login any more.

    :raises OSError: the entry cannot be removed.
    """
    entry_file(os.environ if environ is None else environ).unlink(missing_ok=True)


def tray_program() -> str:
    """Full path of the ``ksync-tray`` of this environment."""
    beside = Path(sys.executable).with_name("ksync-tray")
    return str(beside) if beside.exists() else shutil.which("ksync-tray") or "ksync-tray"
