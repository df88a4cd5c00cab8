"""Content codings of replies (RFC 9110 §8.4), undone in bounded pieces.

Rules
-----
* A compressed body that ends before its own end mark is an error, not a
  shorter body: a truncated card must never be taken for the card.
* Decompression never builds more than one piece at a time, so that the
  caller's limit stops a small body that grows without end.
* A coding that was not asked for is an error.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

ACCEPT_ENCODING = "gzip, deflate"

_PIECE = 256 * 1024
_GZIP = frozenset({"gzip", "x-gzip"})


class BadCoding(ValueError):
    """Not decodable, cut off, or a coding that was not asked for."""


def decode(raw: Iterable[bytes], content_encoding: str) -> Iterator[bytes]:
    """The body without its content codings.

    :param content_encoding: the field's value, ``""`` for none; several are
        undone from the last to the first.
    :raises BadCoding: see the rules.
    """
    pieces: Iterator[bytes] = iter(raw)
    for name in reversed([part.strip().lower() for part in content_encoding.split(",")]):
        if name in ("", "identity"):
            continue
        if name not in _GZIP and name != "deflate":
            raise BadCoding(f"content coding {name!r} was not asked for")
        pieces = _inflate(pieces, name)
    return pieces


def _inflate(pieces: Iterator[bytes], name: str) -> Iterator[bytes]:
    inflater = None
    for piece in pieces:
        if not piece:
            continue
        if inflater is None:
            inflater = zlib.decompressobj(_window(name, piece))
        rest = piece
        while rest:
            if inflater.eof:
                # RFC 1952 §2.2: members may follow each other; junk may not.
                inflater = zlib.decompressobj(_window(name, rest))
            try:
                yield inflater.decompress(rest, _PIECE)
            except zlib.error as exc:
                raise BadCoding(f"{name}: {exc}") from exc
            rest = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
    while inflater is not None and not inflater.eof:
        # What the inflater still holds back, piece by piece; nothing left: it was cut.
        held = inflater.decompress(b"", _PIECE)
        if not held:
            raise BadCoding(f"{name}: the body was cut off")
        yield held


def _window(name: str, start: bytes) -> int:
    """The window parameter of zlib.

    "deflate" is the zlib format (RFC 9110 §8.4.1.2), but some servers send it
    raw: the first octet of zlib's header (RFC 1950 §2.2) tells.
    """
    if name in _GZIP:
        return zlib.MAX_WBITS | 16
    return zlib.MAX_WBITS if start[0] & 0x0F == 8 else -zlib.MAX_WBITS
