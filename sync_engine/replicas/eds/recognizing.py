"""Whether what the store shows is what it would have made of a text.

Needed where nothing is remembered: the state is lost, or a run ended between a write and
its note. The text goes through ``down`` and ``up`` without the store in between; what the
store itself does beyond that is left out of the comparison: stamps, CREATED, escapes, the
order of parameters and of words, a picture's spelling.

It may say no where the answer is yes (a zone that the store did not know). Then the two are
united property by property, as any two texts without a base.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sync_engine.core.content.components import Component, parse
from sync_engine.core.content.forms import ComponentForm, PropertyForm, component_form
from sync_engine.core.content.rewritings import rewritten
from sync_engine.core.identifiers import Fingerprint, ResourceId
from sync_engine.core.rendering import Rendering
from sync_engine.replicas.eds import calendar_texts, card_texts
from sync_engine.replicas.eds.sources import CARDS
from sync_engine.replicas.eds.texts import Unfit

if TYPE_CHECKING:
    from sync_engine.replicas.eds.collection import EdsCollection

_ADDED: Final = frozenset({"CREATED", "UID"})
"""What the store adds where it is missing; the UIDs are compared before."""


def renders(text: bytes, shown: bytes, *, cards: bool) -> bool:
    """Whether the store would have made the one of the other."""
    try:
        return _plain(expected(text, cards=cards)) == _plain(shown)
    except Unfit:
        return False


def expected(text: bytes, *, cards: bool) -> bytes:
    """What the store should show of a text.

    :raises Unfit: it cannot hold it.
    """
    if cards:
        return card_texts.up(card_texts.down(text, "").text, _no_file)
    given = calendar_texts.down(text, "")
    return calendar_texts.up(given.components.values(), {}, _no_file)


class Recognizer:
    """See ``port.Rewriting``; for one collection."""

    def __init__(self, collection: EdsCollection) -> None:
        self._collection = collection

    def renders(self, text: bytes, shown: bytes) -> bool:
        """Whether ``shown`` is what the store would have made of ``text``."""
        return renders(text, shown, cards=CARDS in self._collection.shelves)

    def take(self, id_: ResourceId, text: bytes) -> Fingerprint | None:
        """From now on this is the text that was given."""
        collection = self._collection
        with collection.mutex:
            collection.refresh()
            place = collection.place_of(id_)
            if place is None:
                return None
            shelf = collection.shelf(place.part)
            raw = shelf.some([place.uid]).get(place.uid)
            if raw is None:
                return None
            rendering = Rendering(place.uid, id_, text, shelf.read(raw))
            collection.ledger.put(collection.name, [rendering])
            return shelf.mark(raw)


def _plain(text: bytes) -> list[tuple[object, ...]]:
    found: list[Component] = []
    for component in parse(text).components:
        inner = component.children if component.name == "VCALENDAR" else (component,)
        found += [one for one in inner if one.name != "VTIMEZONE"]
    return sorted(_form(component_form(one, rewritten)) for one in found)


def _form(form: ComponentForm) -> tuple[object, ...]:
    lines = sorted(_line(line) for line in form.properties if line.name not in _ADDED)
    return (form.name, lines, sorted(_form(child) for child in form.children))


def _line(line: PropertyForm) -> tuple[object, ...]:
    params = sorted(
        (name, sorted(word for value in values for word in value.upper().split(b",")))
        for name, values in line.params
    )
    return (line.name, line.group, params, line.value.replace(b"\\", b"").rstrip(b";"))


def _no_file(_uri: str) -> None:
    return None
