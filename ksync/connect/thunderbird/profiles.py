"""Where Thunderbird's profiles are, and which one a person uses.

A folder of profiles has a ``profiles.ini``: ``[Profile0]`` with ``Name``, ``Path`` and
``IsRelative``, and, since version 68, ``[Install…]`` for each installed Thunderbird with
``Default``, the path of the profile that it starts with (``installs.ini`` says the same).
Before there was ``Default=1`` in the profile.
"""

from __future__ import annotations

import configparser
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ksync.connect.errors import NoProfile, WhichProfile

_LINUX = (
    ".thunderbird",
    "snap/thunderbird/common/.thunderbird",
    ".var/app/org.mozilla.Thunderbird/.thunderbird",
    ".var/app/org.mozilla.thunderbird/.thunderbird",
    ".var/app/net.thunderbird.Thunderbird/.thunderbird",
)
_MAC = ("Library/Thunderbird",)


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile.

    :param chosen: an installed Thunderbird starts with it.
    """

    folder: Path
    name: str
    chosen: bool

    @property
    def prefs(self) -> Path:
        """Its preferences."""
        return self.folder / "prefs.js"


def profiles(home: Path) -> tuple[Profile, ...]:
    """All that are there, of every installation."""
    places = _MAC if sys.platform == "darwin" else _LINUX
    found = (profile for place in places for profile in _of(home / place))
    return tuple({profile.folder: profile for profile in found}.values())


def pick(found: Iterable[Profile], wanted: str) -> Profile:
    """The one that is meant.

    :param wanted: its name or its folder; ``""``: the one that Thunderbird starts with.
    :raises NoProfile: there is none.
    :raises WhichProfile: there are several.
    """
    candidates = tuple(found)
    if wanted:
        path = Path(wanted).expanduser().absolute()
        meant = [one for one in candidates if one.folder == path]
        meant = meant or [one for one in candidates if wanted in (one.name, one.folder.name)]
        if not meant and (path / "prefs.js").is_file():
            return Profile(path, path.name, chosen=False)
    else:
        meant = [one for one in candidates if one.chosen] or list(candidates)
    if not meant:
        raise NoProfile(resource=wanted)
    if len(meant) > 1:
        raise WhichProfile(", ".join(str(one.folder) for one in meant))
    return meant[0]


def _of(root: Path) -> Iterable[Profile]:
    listed = _sections(root / "profiles.ini")
    installs = [*listed.items(), *_sections(root / "installs.ini").items()]
    starts = {
        root / section["default"]
        for name, section in installs
        if not name.startswith("Profile") and "default" in section
    }
    for name, section in listed.items():
        path = section.get("path")
        if not name.startswith("Profile") or not path:
            continue
        folder = root / path if section.get("isrelative") == "1" else Path(path)
        if folder.is_dir():
            alone = not starts and section.get("default") == "1"
            yield Profile(folder, section.get("name", folder.name), folder in starts or alone)


def _sections(file: Path) -> dict[str, dict[str, str]]:
    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read_string(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, configparser.Error):
        return {}
    return {name: dict(parser[name]) for name in parser.sections()}
