r"""Where the administrator's policies are, on each platform; no variable moves them.

Theory
------
A *source* gives texts with their level and place, and a *stamp* that is equal as
long as nothing changed. The places are constants: ``XDG_CONFIG_DIRS``,
``KSYNC_HOME``, ``HOME`` and whatever else a user can set have no say, so platform
libraries that ask them are not asked.

=========  ======================================================================
Linux, BSD  files in ``/etc/ksync/policies/managed`` and ``…/recommended``
macOS      the same below ``/Library/Application Support``; and forced preferences
           of the domain ``ksync`` (a configuration profile), keys ``managed`` and
           ``recommended``, each a JSON text
Windows    ``HKLM\\Software\\Policies\\kSync``, its keys ``Managed`` and
           ``Recommended``: each value a JSON text. Files are not read: who may
           write them does not show in a mode
=========  ======================================================================

The sources for macOS and Windows are tested against a stand-in for the system's
interface; they have not been run on those systems.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from ksync.config.layers import Level
from ksync.policy.trust import Mark, Untrusted, folder

LEVELS = (Level.MANAGED, Level.RECOMMENDED)
SUFFIX = ".json"

_LINUX = "/etc/ksync/policies"
_MACOS = "/Library/Application Support/ksync/policies"
_OWN = 3
"""The last components of a folder that are ours: ``ksync/policies/managed``."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A policy as it was found.

    :param source: its path, or another place, for people.
    :param problem: why it is not to be trusted; then there is no text.
    """

    level: Level
    source: str
    data: bytes = b""
    problem: Untrusted | None = None


class Source(Protocol):
    """A place of policies."""

    def stamp(self) -> object:
        """Equal as long as ``pieces`` gives the same; cheap. Never raises."""

    def pieces(self) -> Iterator[Piece]:
        """All policies, those of a level in their order; problems are values."""

    def places(self) -> Iterator[tuple[Level, str]]:
        """Where it looks."""


class Folders:
    """Files in two folders."""

    def __init__(self, root: str) -> None:
        self.root = root

    def places(self) -> Iterator[tuple[Level, str]]:
        """See ``Source``."""
        for level in LEVELS:
            yield level, f"{self.root}/{level.value}"

    def stamp(self) -> object:
        """See ``Source``: the marks of all folders on the way, and of what is in them."""
        found: list[object] = []
        for _, path in self.places():
            try:
                with folder(path, _OWN) as (opened, marks):
                    found += marks
                    if opened is not None:
                        found += [opened.mark(name) for name in opened.names()]
            except Untrusted as problem:
                found.append((problem.place, problem.message))
        return found

    def pieces(self) -> Iterator[Piece]:
        """See ``Source``."""
        for level, path in self.places():
            try:
                with folder(path, _OWN) as (opened, _):
                    if opened is None:
                        continue
                    for name in policy_names(opened.names()):
                        place = f"{path}/{name}"
                        try:
                            yield Piece(level, place, opened.file(name))
                        except Untrusted as problem:
                            yield Piece(level, place, problem=problem)
            except Untrusted as problem:
                yield Piece(level, problem.place, problem=problem)

    def ignored(self) -> Iterator[str]:
        """Files that are in the folders and are no policies, by their name."""
        for _, path in self.places():
            try:
                with folder(path, _OWN) as (opened, _):
                    names = opened.names() if opened is not None else []
            except Untrusted:
                continue
            for name in sorted(set(names) - set(policy_names(names))):
                yield f"{path}/{name}"


def policy_names(names: list[str]) -> list[str]:
    """The names of policies among the files of a folder: ``*.json``, none that is hidden."""
    return [name for name in names if name.endswith(SUFFIX) and not name.startswith(".")]


class Registry(Protocol):
    """The edge of Windows' registry."""

    def texts(self, key: str) -> list[tuple[str, object]]:
        """The values of a key below ``HKEY_LOCAL_MACHINE``; none if there is no such key.

        :raises OSError: it is there and cannot be read.
        """


REGISTRY_KEY = r"Software\Policies\kSync"


class RegistrySource:
    """Values in the machine's registry; only administrators can write below it."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def places(self) -> Iterator[tuple[Level, str]]:
        """See ``Source``."""
        for level in LEVELS:
            yield level, rf"HKLM\{REGISTRY_KEY}\{level.value.capitalize()}"

    def stamp(self) -> object:
        """See ``Source``: the texts themselves, which are small."""
        return [(piece.source, piece.data, str(piece.problem)) for piece in self.pieces()]

    def pieces(self) -> Iterator[Piece]:
        """See ``Source``."""
        for level, place in self.places():
            try:
                values = self._registry.texts(rf"{REGISTRY_KEY}\{level.value.capitalize()}")
            except OSError as error:
                problem = Untrusted(f"it cannot be read ({error.strerror})", place)
                yield Piece(level, place, problem=problem)
                continue
            for name, value in sorted(values):
                yield _text_piece(level, rf"{place}\{name}", value)


class Preferences(Protocol):
    """The edge of macOS' preferences."""

    def value(self, key: str) -> tuple[object, bool]:
        """A key's value in the domain ``ksync`` (``None``: not set), and whether it is forced."""


class PreferencesSource:
    """Forced preferences: those that a configuration profile sets and a user cannot."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def places(self) -> Iterator[tuple[Level, str]]:
        """See ``Source``."""
        for level in LEVELS:
            yield level, f"preferences of ksync: {level.value}"

    def stamp(self) -> object:
        """See ``Source``: the texts themselves, which are small."""
        return [(piece.source, piece.data, str(piece.problem)) for piece in self.pieces()]

    def pieces(self) -> Iterator[Piece]:
        """See ``Source``."""
        for level, place in self.places():
            value, forced = self._preferences.value(level.value)
            # what is not forced was set by the user: it is no policy
            if value is not None and forced:
                yield _text_piece(level, place, value)


def _text_piece(level: Level, place: str, value: object) -> Piece:
    if isinstance(value, str):
        return Piece(level, place, value.encode("utf-8", "surrogatepass"))
    return Piece(level, place, problem=Untrusted("it is no text", place))


def platform_sources() -> tuple[Source, ...]:
    """The sources of this platform."""
    if sys.platform == "win32":
        return (RegistrySource(WindowsRegistry()),)
    if sys.platform == "darwin":
        return (Folders(_MACOS), PreferencesSource(MacPreferences()))
    return (Folders(_LINUX),)


class WindowsRegistry:
    """``winreg``. Not run on Windows."""

    def texts(self, key: str) -> list[tuple[str, object]]:
        """See ``Registry``."""
        winreg: Any = importlib.import_module("winreg")
        found: list[tuple[str, object]] = []
        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        try:
            handle = winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key, 0, access)
        except FileNotFoundError:
            return found
        with handle:
            for number in range(winreg.QueryInfoKey(handle)[1]):
                name, value, _ = winreg.EnumValue(handle, number)
                found.append((name, value))
        return found


class MacPreferences:
    """CFPreferences by pyobjc. Not run on macOS."""

    def value(self, key: str) -> tuple[object, bool]:
        """See ``Preferences``."""
        core: Any = importlib.import_module("CoreFoundation")
        value = core.CFPreferencesCopyAppValue(key, "ksync")
        return value, bool(core.CFPreferencesAppValueIsForced(key, "ksync"))


def newest(stamp: object) -> int:
    """When something in a stamp of files last changed, nanoseconds; 0 if it has no times."""
    marks = stamp if isinstance(stamp, list) else []
    return max((mark.changed for mark in marks if isinstance(mark, Mark)), default=0)
