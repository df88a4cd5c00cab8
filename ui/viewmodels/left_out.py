"""Files that could not be shown: told in one line, each named below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ksync.reading.files import LeftOut
from ksync.reporting.catalog import entry
from ui.words import plural, tr

_MOST = 50


@dataclass(frozen=True, slots=True)
class Note:
    """What is told.

    :param lines: (file and collection, why), at most fifty.
    """

    line: str
    lines: tuple[tuple[str, str], ...]


def left_out(found: Sequence[LeftOut], names: Mapping[str, str]) -> Note | None:
    """What could not be shown; ``None``: everything is."""
    if not found:
        return None
    lines = tuple(
        (
            f"{names.get(each.place.collection, each.place.collection)}: {each.place.name}",
            tr(entry(each.why).sentence),
        )
        for each in found[:_MOST]
    )
    return Note(plural("{count} file(s) cannot be shown.", len(found)), lines)
