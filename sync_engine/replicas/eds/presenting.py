"""What the engine sees of a resource: the server's own text, with what was edited here."""

from __future__ import annotations

from sync_engine.core.content.components import parse
from sync_engine.core.content.forms import component_form
from sync_engine.core.content.lines import ContentLine
from sync_engine.core.observation import Failure
from sync_engine.core.rendering import Rendering
from sync_engine.replicas.eds import card_texts
from sync_engine.replicas.eds.keys import OWN_UID
from sync_engine.replicas.eds.patching import patch
from sync_engine.replicas.eds.recognizing import renders

UNTRANSLATABLE = Failure(
    "resource.untranslatable", "an edit in the desktop's store cannot be applied to the text"
)


def present(rendering: Rendering | None, read: bytes) -> bytes | Failure:
    """The text of a resource.

    :param rendering: what is known of it, if anything.
    :param read: what the store has now.
    """
    if rendering is None:
        return _without_own_uid(read)
    if rendering.next is not None and renders(rendering.next, read, cards=_is_card(read)):
        return rendering.next  # it arrived, and the run ended before it could note it
    if _same(rendering.read, read):
        return rendering.given
    four = _is_four(rendering.given)
    translate = card_texts.to_four if four else _as_it_is
    done = patch(rendering.read, read, rendering.given, translate)
    return UNTRANSLATABLE if done is None else done


def _same(before: bytes, now: bytes) -> bool:
    """Whether two readings say the same, but for stamps."""
    if before == now:
        return True
    forms = [
        [component_form(component) for component in parse(text).components]
        for text in (before, now)
    ]
    return forms[0] == forms[1]


def _is_card(read: bytes) -> bool:
    return read.startswith(b"BEGIN:VCARD")


def _is_four(given: bytes) -> bool:
    cards = [c for c in parse(given).components if c.name == "VCARD"]
    return bool(cards) and card_texts.version_of(cards[0]) == b"4.0"


def _as_it_is(line: ContentLine) -> ContentLine:
    return line


def _without_own_uid(read: bytes) -> bytes:
    """A resource that came without a UID has none, whatever the store calls it."""
    mark = b"\r\nUID:" + OWN_UID.encode()
    if mark not in read:
        return read
    return b"".join(
        line.raw for line in parse(read).lines() if not line.unfolded.startswith(mark[2:])
    )
