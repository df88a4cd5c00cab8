"""``service install / remove / status``: where a desktop and systemd look for kSync.

Rules
-----
* Only files of the user's own folders are written, by names of ours; a file of that name
  that somebody else wrote, or changed, is left alone and reported.
* What is installed names the program that installed it, by its full path: a program in
  an environment of its own is on nobody's PATH.
* systemd is asked to notice; where none answers (a container, another init) the files
  are put in place all the same, and that is said.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ksync.resources import resource

MARK = "# Installed by `ksync service install`; checksum "
UNIT = "ksync.service"
TIMER = "ksync-sync.timer"
_SECONDS = 20


class Mode(StrEnum):
    """How kSync is started."""

    SERVICE = "service"
    TIMER = "timer"


class FileState(StrEnum):
    """What is at a place where a file of ours belongs."""

    MISSING = "missing"
    INSTALLED = "installed"
    OUTDATED = "outdated"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Piece:
    """A file to be installed.

    :param marked: it is a text whose first line can say that it is ours.
    """

    path: Path
    content: bytes
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Installed:
    """What became of the pieces, and what systemd says.

    :param systemd: the unit's state as systemd tells it, ``""`` where none answers.
    """

    files: tuple[tuple[Path, FileState], ...]
    unit: str
    systemd: str


class Installer:
    """Puts the pieces in place.

    :param environ: where XDG folders and HOME are looked up.
    :param program: full path of the ``ksync`` that shall be started.
    :param manual: manual pages, file name -> text.
    """

    def __init__(
        self,
        environ: Mapping[str, str] | None = None,
        program: Path | None = None,
        manual: Mapping[str, str] | None = None,
    ) -> None:
        self._manual = manual or {}
        self._environ = os.environ if environ is None else environ
        self._program = program or program_path("ksync")

    def install(self, mode: Mode, *, start: bool) -> Installed:
        """Write what is missing or outdated, and have systemd start it if wanted.

        :raises OSError: a file cannot be written.
        """
        unit = UNIT if mode is Mode.SERVICE else TIMER
        for piece in self._pieces(mode):
            if self._state(piece) in (FileState.MISSING, FileState.OUTDATED):
                piece.path.parent.mkdir(parents=True, exist_ok=True)
                piece.path.write_bytes(piece.content)
        self._systemctl("daemon-reload")
        if start:
            self._systemctl("enable", "--now", unit)
        return self.status(mode)

    def remove(self) -> Installed:
        """Stop it, and take away every file that is ours.

        :raises OSError: a file cannot be removed.
        """
        for unit in (UNIT, TIMER):
            self._systemctl("disable", "--now", unit)
        for mode in Mode:
            for piece in self._pieces(mode):
                if self._state(piece) in (FileState.INSTALLED, FileState.OUTDATED):
                    piece.path.unlink()
        self._systemctl("daemon-reload")
        return self.status(Mode.SERVICE)

    def status(self, mode: Mode | None = None) -> Installed:
        """What is in place; of the timer where that is what is installed."""
        if mode is None:
            timer = self._units() / TIMER
            mode = Mode.TIMER if timer.exists() else Mode.SERVICE
        unit = UNIT if mode is Mode.SERVICE else TIMER
        files = tuple((piece.path, self._state(piece)) for piece in self._pieces(mode))
        return Installed(files, unit, self._systemctl("is-active", unit))

    def _pieces(self, mode: Mode) -> Iterable[Piece]:
        units = self._units()
        names = (UNIT,) if mode is Mode.SERVICE else ("ksync-sync.service", TIMER)
        for name in names:
            yield Piece(units / name, self._text(f"systemd/{name}"))
        data = Path(self._environ.get("XDG_DATA_HOME") or self._home() / ".local/share")
        yield Piece(data / "applications" / "ksync.desktop", self._text("ksync.desktop"))
        for name, page in self._manual.items():
            marked = f'.\\" {MARK}{_checksum(page)}\n{page}'
            yield Piece(data / "man" / "man1" / name, marked.encode())
        icon = resource("icons/ksync.svg").read_bytes()
        yield Piece(data / "icons/hicolor/scalable/apps/ksync.svg", icon, marked=False)

    def _text(self, name: str) -> bytes:
        text = resource(name).read_text(encoding="utf-8")
        text = text.replace("@KSYNC@", quoted(self._program))
        tray = self._program.with_name("ksync-tray")
        text = text.replace("Exec=ksync-tray", f"Exec={quoted(tray)}")
        return f"{MARK}{_checksum(text)}\n{text}".encode()

    def _state(self, piece: Piece) -> FileState:
        try:
            found = piece.path.read_bytes()
        except OSError:
            return FileState.MISSING
        if found == piece.content:
            return FileState.INSTALLED
        if not piece.marked:
            return FileState.FOREIGN
        first, _, rest = found.decode("utf-8", "replace").partition("\n")
        untouched = first.endswith(f"{MARK}{_checksum(rest)}")
        return FileState.OUTDATED if untouched else FileState.FOREIGN

    def _units(self) -> Path:
        config = Path(self._environ.get("XDG_CONFIG_HOME") or self._home() / ".config")
        return config / "systemd" / "user"

    def _home(self) -> Path:
        return Path(self._environ.get("HOME") or Path.home())

    def _systemctl(self, *words: str) -> str:
        """What `systemctl --user` prints, ``""`` where none answers."""
        program = shutil.which("systemctl", path=self._environ.get("PATH"))
        if program is None:
            return ""
        try:
            done = subprocess.run(  # noqa: S603  the full path of a system program, no shell
                [program, "--user", *words],
                env=dict(self._environ),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return done.stdout.decode("utf-8", "replace").strip()


def program_path(name: str) -> Path:
    """The full path of a program of this installation."""
    beside = Path(sys.executable).with_name(name)
    if beside.exists():
        return beside
    found = shutil.which(name)
    return Path(found) if found else Path(sys.argv[0]).resolve()


def quoted(path: Path) -> str:
    """A path for ``ExecStart=`` and ``Exec=``: in quotes where it has a blank, and with
    the percent sign, which both read as the beginning of a code, doubled.
    """
    text = str(path).replace("%", "%%")
    if any(char in text for char in " \t\"'\\$`"):
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("$", "$$")
        return f'"{escaped}"'
    return text


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
