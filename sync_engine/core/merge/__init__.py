"""The three-way merge, on content lines: nothing is ever generated from a model.

Theory
------
A merge knows what both sides last agreed on, so it can tell what each side *did*, and
let both have it. As the sides may rest in different words (a server rewrites what it is
given), there are four texts: each side is compared with its own former text, and what
one side did is done to the words of the other. Where nothing is rewritten, both results
are one text, but for the order of what both added.

    components by UID and RECURRENCE-ID     ``components``
    properties, and units of properties     ``units``, ``properties``
    lines of one property, one by one       ``sets``
    everything in its place again           ``assembly``
    what must not come out                  ``validity``

Rules
-----
* What only one side touched takes that side's lines as they are, folds and all; what
  nobody touched stays as it is on each side.
* What both sides changed differently is a conflict of that property alone: ``prefer``
  decides it, the rest still merges, and every such choice is told.
* The merge of a merge is the same merge, so it may be done again after a crash. Where
  members of a set clashed, the second one may keep more, never less.
* Nothing comes out that was well-formed and sensible on both sides and is not any more.
"""

from __future__ import annotations

from types import MappingProxyType

from sync_engine.core.content.components import Component, Stream
from sync_engine.core.content.sharing import Sharing
from sync_engine.core.merge.components import Duplicates, merge_component
from sync_engine.core.merge.model import (
    Context,
    Merged,
    Picks,
    PropertyConflict,
    Side,
    Texts,
    Unmergeable,
    pick_key,
)
from sync_engine.core.merge.properties import Four
from sync_engine.core.merge.validity import Judged, outline
from sync_engine.core.merge.zones import with_zones

NO_PICKS: Picks = MappingProxyType({})

BROKEN = Unmergeable("merge.broken")
"""The structure of a text cannot be relied on."""
DIFFERENT = Unmergeable("merge.different")
"""Not one resource: another kind, another UID, another version of the format."""
DUPLICATES = Unmergeable("merge.duplicate_component")
"""Two components of one identity in a text."""
INVALID = Unmergeable("merge.invalid")
"""Together the changes say something that cannot be."""


def merge(
    texts: Texts, prefer: Side = Side.REMOTE, picks: Picks = NO_PICKS
) -> Merged | Unmergeable:
    """Merge what both sides did.

    :param prefer: who decides what both changed differently.
    :param picks: who decides a single property, where that is another one.
    """
    texts_of_sides = (texts.base_local, texts.local, texts.base_remote, texts.remote)
    parse = Sharing().parse
    streams = [parse(body) if body is not None else None for body in texts_of_sides]
    here, there = parse(texts.local), parse(texts.remote)
    reason = _hindrance(
        [body for body in texts_of_sides if body is not None],
        [stream for stream in streams if stream is not None],
    )
    if reason is not None:
        return reason
    context = Context(prefer, picks=picks)
    four = Four(*(stream.components[0] if stream is not None else None for stream in streams))
    try:
        local, remote = merge_component(context, four)
    except Duplicates:
        return DUPLICATES
    assert local is not None and remote is not None
    sources = [component for component in four if component is not None]
    results = [
        _written(here, with_zones(local, sources, four.local)),
        _written(there, with_zones(remote, sources, four.remote)),
    ]
    before = Judged([(here, texts.local), (there, texts.remote)])
    if any(before.worse(parse(result), result) for result in results):
        return INVALID
    return Merged(results[0], results[1], tuple(context.conflicts))


def patch_remote(base_local: bytes, local: bytes, base_remote: bytes) -> bytes | None:
    """What the local side did, done to the remote text; ``None``: it cannot be."""
    merged = merge(Texts(base_local, local, base_remote, base_remote), Side.LOCAL)
    return merged.remote if isinstance(merged, Merged) else None


def patch_local(base_local: bytes, base_remote: bytes, remote: bytes) -> bytes | None:
    """What the remote side did, done to the local text; ``None``: it cannot be."""
    merged = merge(Texts(base_local, base_local, base_remote, remote), Side.REMOTE)
    return merged.local if isinstance(merged, Merged) else None


def _hindrance(bodies: list[bytes], streams: list[Stream]) -> Unmergeable | None:
    if any(stream.broken or len(stream.components) != 1 for stream in streams):
        return BROKEN
    if any(body.count(b"\r") != body.count(b"\r\n") for body in bodies):
        return BROKEN
    found = [outline(stream.components[0]) for stream in streams]
    if not all(each.sound for each in found):
        return BROKEN
    if any(each.nameless and each.uids for each in found):
        return DIFFERENT  # some parts have the UID: each side may take it from others
    if len({(each.kind, each.components, each.uids, each.version) for each in found}) > 1:
        return DIFFERENT
    one = found.pop()  # as all of them are
    return DIFFERENT if len(one.components) > 1 or len(one.uids) > 1 else None


def _written(stream: Stream, component: Component) -> bytes:
    """The text of a side, with what stands around its one object."""
    return b"".join(
        component.to_bytes() if isinstance(item, Component) else item.raw for item in stream.items
    )


__all__ = [
    "Merged",
    "Picks",
    "PropertyConflict",
    "Side",
    "Texts",
    "Unmergeable",
    "merge",
    "patch_local",
    "patch_remote",
    "pick_key",
]
