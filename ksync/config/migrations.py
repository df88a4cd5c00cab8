"""Files of older versions: read as they are meant, written anew with a backup.

Rules
-----
* ``schema_version`` at the top says which version a file is of; without it, 1.
* Reading never writes: an older file is brought up to date in memory, each time. The
  first change of a setting writes it, and keeps the old file beside it.
* A file of a later version is refused: what it says may mean something else.
* A migration is never edited, only followed by another.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Migration = Callable[[Any], None]
"""Changes a parsed document (tomlkit's) in place; comments stay."""

MIGRATIONS: tuple[Migration, ...] = ()
"""``MIGRATIONS[n]`` takes a file from version n + 1 to n + 2."""

KEY = "schema_version"


def current() -> int:
    """The version that this program writes."""
    return len(MIGRATIONS) + 1


def version_of(document: dict[str, Any]) -> int | None:
    """The version that a document says it is of; ``None``: what it says is no version."""
    found = document.get(KEY, 1)
    return found if isinstance(found, int) and not isinstance(found, bool) and found > 0 else None


def migrated(text: str, version: int) -> str:
    """The text of an older file as this version would have it."""
    import tomlkit  # noqa: PLC0415  most runs read a file of this version

    document = tomlkit.parse(text)
    for migration in MIGRATIONS[version - 1 :]:
        migration(document)
    document[KEY] = current()
    return tomlkit.dumps(document)


def backup_name(name: str, version: int) -> str:
    """What the old file is kept as: ``config.toml.v1``."""
    return f"{name}.v{version}"
