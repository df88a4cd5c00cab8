"""Is it the same? Three answers, from the strictest to the most forgiving.

``same_bytes``           decides whether there is anything to do.
``same_content``         may only suppress a write that would change nothing but stamps,
                         order and folding, and lets two replicas adopt each other's text.
``same_but_for_server``  tells our own upload, read back, from somebody else's edit.

Doubt is difference: a text whose structure cannot be relied on equals another only by
its bytes.
"""

from __future__ import annotations

from sync_engine.core.content.components import Stream, parse
from sync_engine.core.content.forms import component_form
from sync_engine.core.content.lineends import to_crlf
from sync_engine.core.content.rewritings import same_object_but_for_rewritings


def same_bytes(a: bytes, b: bytes) -> bool:
    """Equal octets, line ends aside (see ``lineends``)."""
    return a == b or to_crlf(a) == to_crlf(b)


def same_content(a: bytes, b: bytes) -> bool:
    """Equal but for what ``forms`` leaves out."""
    if same_bytes(a, b):
        return True
    left, right = _reliable(a), _reliable(b)
    if left is None or right is None:
        return False
    return list(map(component_form, left.components)) == list(map(component_form, right.components))


def same_but_for_server(sent: bytes, read: bytes) -> bool:
    """Whether ``read`` is what a known server makes of ``sent`` (see ``rewritings``).

    Not symmetric: a server adds a VTIMEZONE, it does not take one away.
    """
    if same_bytes(sent, read):
        return True
    before, after = _reliable(sent), _reliable(read)
    if before is None or after is None or len(before.components) != len(after.components):
        return False
    return all(map(same_object_but_for_rewritings, before.components, after.components))


def _reliable(body: bytes) -> Stream | None:
    """The tree, or ``None`` if other parsers may see another one.

    A CR that is not part of a CRLF ends a line for some parsers and XML (§2.11).
    """
    if body.count(b"\r") != body.count(b"\r\n"):
        return None
    stream = parse(body)
    return None if stream.broken or not stream.components else stream
