"""The second copy of the policy ``both``: another UID, no guests, else byte for byte.

Rules
-----
* The new UID is a name-based UUID (RFC 4122 §4.3) of the old UID and the hash of the
  version that lost: two clients that settle the same conflict make the same copy.
* Master and overrides of one UID get one new UID; RELATED-TO is left alone.
* ORGANIZER and ATTENDEE of the main components go: a copy that kept them would invite
  every guest a second time (RFC 6638 §3.2.1; loss class L11). Those of an alarm are
  mailboxes to remind and stay (RFC 5545 §3.6.6).
* Only those lines change. A changed line is folded anew at 75 octets.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from sync_engine.core.content.components import Component, parse
from sync_engine.core.content.facts import MAIN_COMPONENTS
from sync_engine.core.content.lines import ContentLine, fold
from sync_engine.core.identifiers import ContentHash

NAMESPACE = uuid.UUID("6f1f7e0e-2b0c-5c39-9a53-6d1c4c0f3b58")
"""For the UIDs of copies; never to be changed, or two versions of kSync disagree."""

_URN = b"urn:uuid:"
_GUESTS = ("ORGANIZER", "ATTENDEE")


def keep_both_copy(body: bytes, loser_hash: ContentHash) -> bytes:
    """Make the copy under which the losing version lives on beside the winner.

    :param body: the version to keep.
    :param loser_hash: ``content_hash`` of the version that lost.
    :returns: ``body`` with new UIDs and without guests; a main component (or VCARD)
        without UID gets one.
    """
    parts: list[bytes] = []
    for item in parse(body).items:
        if isinstance(item, ContentLine):
            parts.append(item.raw)
        elif item.name == "VCARD":
            parts.extend(_copied(item, loser_hash))
        else:
            parts.extend(_calendar(item, loser_hash))
    return b"".join(parts)


def copy_uid(uid: bytes, loser_hash: ContentHash) -> bytes:
    """The UID of the copy; one in the form of RFC 9562 §4 URNs stays in that form."""
    own = uuid.uuid5(NAMESPACE, uid.decode("utf-8", "backslashreplace"))
    new = str(uuid.uuid5(own, loser_hash)).encode("ascii")
    return _URN + new if uid[: len(_URN)].lower() == _URN else new


def _calendar(calendar: Component, loser_hash: ContentHash) -> Iterator[bytes]:
    yield calendar.begin.raw
    for item in calendar.items:
        if isinstance(item, ContentLine):
            yield item.raw
        elif item.name in MAIN_COMPONENTS:
            yield from _copied(item, loser_hash)
        else:
            yield item.to_bytes()
    if calendar.end is not None:
        yield calendar.end.raw


def _copied(component: Component, loser_hash: ContentHash) -> Iterator[bytes]:
    """A main component, or a VCARD, under its new UID."""
    is_card = component.name == "VCARD"
    yield component.begin.raw
    # Without its END the component may break off in the very line to insert after.
    missing = component.end is not None and not any(
        line.value.strip() for line in component.all("UID")
    )
    version = component.first("VERSION") if is_card else None
    if missing and version is None:
        yield _new_uid_line(component, loser_hash)
    for item in component.items:
        if not isinstance(item, ContentLine):
            yield item.to_bytes()
        elif item.name == "UID":
            if item.value.strip():
                new = copy_uid(item.value.strip(), loser_hash)
                yield fold(item.head + b":" + new, item.ending)
        elif is_card or item.name not in _GUESTS:
            yield item.raw
        if missing and item is version:
            # RFC 6350 §6.7.9: VERSION comes right after BEGIN.
            yield _new_uid_line(component, loser_hash)
    if component.end is not None:
        yield component.end.raw


def _new_uid_line(component: Component, loser_hash: ContentHash) -> bytes:
    return fold(b"UID:" + copy_uid(b"", loser_hash), component.begin.ending)
