"""Photos for the address book: a head and shoulders before a coloured ground, as PNG.

The format is W3C's PNG, third edition: a signature, then chunks of length, type,
data and CRC-32; the image data are rows, each after a byte that names its filter.
"""

from __future__ import annotations

import struct
import zlib

SIZE = 64
"""Width and height in pixels."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TRUECOLOUR = 2
_NO_FILTER = b"\0"

Colour = tuple[int, int, int]


def avatar(ground: Colour) -> bytes:
    """A PNG of ``SIZE`` by ``SIZE`` pixels.

    :param ground: red, green, blue, 0 to 255 each.
    """
    rows = b"".join(
        _NO_FILTER + b"".join(bytes(_pixel(x, y, ground)) for x in range(SIZE)) for y in range(SIZE)
    )
    header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, _TRUECOLOUR, 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", header),
            _chunk(b"IDAT", zlib.compress(rows, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _pixel(x: int, y: int, ground: Colour) -> Colour:
    # In units of the image, the origin in its middle.
    across, down = (x + 0.5) / SIZE - 0.5, (y + 0.5) / SIZE - 0.5
    head = across**2 + (down + 0.12) ** 2 < 0.18**2
    shoulders = (across / 0.34) ** 2 + ((down - 0.5) / 0.34) ** 2 < 1
    if head or shoulders:
        return (245, 245, 245)
    shade = 1.1 - 0.35 * (down + 0.5)  # lighter above, darker below
    red, green, blue = (min(255, int(part * shade)) for part in ground)
    return red, green, blue


def _chunk(kind: bytes, data: bytes) -> bytes:
    crc = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)
