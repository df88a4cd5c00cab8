"""What becomes of a PUT and of a DELETE: pure decisions.

Theory
------
A PUT says "the whole is now this", over a version that its If-Match names. What the client
did is the difference between the text that it was served and the text that it sends; the
file may have moved on since (a sync, another program). So the difference is applied to the
file as it is now, by the three-way merge of the engine.

Some programs do not send back all that they were served: what they do not know is missing,
without anybody having deleted it. Their PUT is first given back what they lose (``keeping``)
and is then merged even if nothing else changed.

Table (``put``; the first row that fits)
----------------------------------------
=================================  ==================  =======================================
precondition                       file now            answer
=================================  ==================  =======================================
If-None-Match: *                   there               refused: 412
If-None-Match: *, or none          not there           created as sent
If-Match                           not there           refused: 412
any                                the text sent       nothing to write
If-Match: the version now          there               written as sent, or, for a program that
                                                       loses, what it did is done to the file
none, and what the program was      there               what the client did is done to the file;
last shown is known                                    where both did otherwise, it decides
If-Match: any, or none              there               both texts united; nothing is taken away
If-Match: a known older version    there               what the client did is done to the file;
                                                       where both did otherwise: 412
If-Match: an unknown version       there               refused: 412
=================================  ==================  =======================================
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sync_engine.core.content.facts import content_hash
from sync_engine.core.merge import Merged, Side, Texts, merge


@dataclass(frozen=True, slots=True)
class Condition:
    """The preconditions of a request (RFC 9110 §13.1).

    :param match: ETags of If-Match without their quotes; ``None``: no such header.
    :param match_any: ``If-Match: *``.
    :param none_match: ``If-None-Match: *``.
    """

    match: frozenset[str] | None = None
    match_any: bool = False
    none_match: bool = False


@dataclass(frozen=True, slots=True)
class Write:
    """Write this.

    :param exact: it is what was sent, octet by octet.
    """

    body: bytes
    exact: bool


@dataclass(frozen=True, slots=True)
class Nothing:
    """The file says it already.

    :param exact: octet by octet.
    """

    exact: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing is written; the client has to look first."""

    reason: str


Decision = Write | Nothing | Refused

Lookup = Callable[[str], bytes | None]
"""The text of an ETag, if it is known."""

Restore = Callable[[bytes, bytes], bytes]
"""``(served, sent)``: what was sent, with what the program loses given back.

Of what it makes (``b""`` was served), without what it adds for itself.
"""


def as_sent(_served: bytes, sent: bytes) -> bytes:
    """For a program that loses nothing."""
    return sent


def put(
    sent: bytes,
    now: bytes | None,
    condition: Condition,
    known: Lookup,
    restore: Restore,
    shown: bytes | None = None,
) -> Decision:
    """See the table.

    :param shown: the text that the program was last shown, as far as that is known.
    """
    if now is None:
        if condition.match is not None or condition.match_any:
            return Refused("it is not there any more")
        made = restore(b"", sent)
        return Write(made, exact=made == sent)
    if condition.none_match:
        return Refused("there is one already")
    if sent == now:
        return Nothing(exact=True)
    if condition.match is None:
        if shown is None or condition.match_any:
            return _united(restore(now, sent), now)
        return _over_shown(shown, restore(shown, sent), sent, now)
    current = content_hash(now)
    if current in condition.match:
        return _over(now, restore(now, sent), sent)
    served = next((text for etag in sorted(condition.match) if (text := known(etag))), None)
    if served is None:
        return Refused("it changed meanwhile")
    return _merged(served, restore(served, sent), now)


def _over_shown(shown: bytes, restored: bytes, sent: bytes, now: bytes) -> Decision:
    """The client names no version, and it is known what it was shown: it gets its way."""
    if shown == now:
        return _over(now, restored, sent)
    merged = merge(Texts(shown, restored, shown, now), Side.LOCAL)
    if not isinstance(merged, Merged):
        return Refused(f"no version was named, and it cannot be merged ({merged.reason})")
    return Nothing(exact=False) if merged.remote == now else Write(merged.remote, exact=False)


def _over(now: bytes, restored: bytes, sent: bytes) -> Decision:
    """Over the version that the client knows."""
    if restored == sent:
        return Write(sent, exact=True)
    return _merged(now, restored, now)


def _merged(served: bytes, sent: bytes, now: bytes) -> Decision:
    merged = merge(Texts(served, sent, served, now), Side.LOCAL)
    if not isinstance(merged, Merged):
        return Refused(f"it cannot be merged ({merged.reason})")
    if merged.conflicts:
        names = ", ".join(sorted({one.name or one.component.name for one in merged.conflicts}))
        return Refused(f"it changed meanwhile in the same place ({names})")
    return Nothing(exact=False) if merged.remote == now else Write(merged.remote, exact=False)


def _united(sent: bytes, now: bytes) -> Decision:
    """The client says of no version that it knows it: it gets its way, and deletes nothing."""
    merged = merge(Texts(None, sent, None, now), Side.LOCAL)
    if not isinstance(merged, Merged):
        return Refused(f"no version was named, and it cannot be merged ({merged.reason})")
    return Nothing(exact=False) if merged.remote == now else Write(merged.remote, exact=False)


def delete(now: bytes, condition: Condition, *, safe: bool) -> Refused | None:
    """Whether a DELETE is refused.

    :param safe: whoever deletes it has seen this text, or the sync state has it.
    """
    if condition.match is not None:
        if content_hash(now) in condition.match:
            return None
        return Refused("it changed meanwhile")
    if safe:
        return None
    return Refused("it changed since it was shown, and no version was named")
