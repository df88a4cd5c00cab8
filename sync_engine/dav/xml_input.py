"""Makes the bytes of a reply fit for a strict XML parser, piece by piece.

Theory
------
Servers store what clients upload, and some write it into a multistatus without
asking whether XML can hold it: a vertical tab in a DESCRIPTION makes the whole
report not well-formed, with all its other rows. XML 1.0 §2.2 allows no control
character but tab, line feed and carriage return, neither raw nor as a numeric
reference (§4.1, "Legal Character"); RFC 5545 §3.1 and RFC 6350 §3.3 forbid the
same ones in content. So they are dropped here, and counted.

Rules
-----
* Nothing but such characters is dropped; everything else passes byte for byte.
* A reference is one outside CDATA only: ``&#11;`` inside CDATA is five letters
  of text (iCloud sends calendar data that way).
* A token that a chunk boundary cuts is held back until it is complete.
* White space before the XML declaration is dropped (a stray empty line of a PHP
  server would make the declaration an error).
* UTF-16 is turned into UTF-8 on the way in (XML 1.0 §4.3.3 wants both read).
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from sync_engine.errors import MalformedXml

_ILLEGAL: Final = bytes(c for c in range(0x20) if c not in b"\t\n\r")
_WHITE_SPACE: Final = b" \t\r\n"
_OPEN: Final = b"<![CDATA["
_CLOSE: Final = b"]]>"
_REFERENCE: Final = re.compile(
    rb"&#(?:0{0,8}(?:[0-8]|1[124-9]|2[0-9]|3[01])|x0{0,8}(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));"
)
_LONGEST_REFERENCE: Final = len(b"&#x00000000ff;")
_UTF_16: Final[dict[bytes, str]] = {
    b"\xfe\xff": "utf-16",
    b"\xff\xfe": "utf-16",
    b"\x00<": "utf-16-be",
    b"<\x00": "utf-16-le",
}
"""XML 1.0 appendix F: the first two bytes of a document in UTF-16."""


class XmlInput:
    """A filter for the chunks of one document.

    ``dropped`` counts the characters that were taken out, ``encoding`` is what
    the parser has to be told (``None``: the document says it itself).
    """

    def __init__(self) -> None:
        self.dropped = 0
        self.encoding: str | None = None
        self._started = False
        self._carry = b""
        self._in_cdata = False
        self._decoder: codecs.IncrementalDecoder | None = None

    def feed(self, chunk: bytes) -> bytes:
        """What can be given to the parser by now (may be empty).

        :raises MalformedXml: UTF-16 that is none.
        """
        if not self._started:
            chunk = self._start(chunk)
            if not self._started:
                return b""
        return self._clean(self._decode(chunk, final=False), final=False)

    def finish(self) -> bytes:
        """The rest, at the end of the document.

        :raises MalformedXml: UTF-16 that ends inside a character.
        """
        if not self._started:
            rest, self._carry, self._started = self._carry, b"", True
            return rest
        return self._clean(self._decode(b"", final=True), final=True)

    def _start(self, chunk: bytes) -> bytes:
        """Wait for two bytes and see what they say about the encoding."""
        head = (self._carry + chunk).lstrip(_WHITE_SPACE)
        if len(head) < 2:
            self._carry = head
            return b""
        self._carry, self._started = b"", True
        codec = _UTF_16.get(head[:2])
        if codec is not None:
            self._decoder = codecs.getincrementaldecoder(codec)()
            self.encoding = "utf-8"
        return head

    def _decode(self, chunk: bytes, *, final: bool) -> bytes:
        if self._decoder is None:
            return chunk
        try:
            return self._decoder.decode(chunk, final).encode()
        except UnicodeDecodeError as error:
            raise MalformedXml(f"not UTF-16: {error.reason}") from None

    def _clean(self, chunk: bytes, *, final: bool) -> bytes:
        clean = chunk.translate(None, _ILLEGAL)
        self.dropped += len(chunk) - len(clean)
        data = self._carry + clean
        self._carry = b""
        out: list[bytes] = []
        position = 0
        while True:
            mark = data.find(_CLOSE if self._in_cdata else _OPEN, position)
            if mark < 0:
                break
            # A comment that holds an opening mark is taken for CDATA: then a
            # bad reference stays and the parser refuses the document. Safe.
            mark += len(_CLOSE if self._in_cdata else _OPEN)
            out.append(self._piece(data[position:mark]))
            position = mark
            self._in_cdata = not self._in_cdata
        end = len(data) if final else self._safe_end(data, position)
        out.append(self._piece(data[position:end]))
        self._carry = data[end:]
        return out[0] if len(out) == 1 else b"".join(out)

    def _piece(self, data: bytes) -> bytes:
        if self._in_cdata or b"&#" not in data:
            return data
        clean, count = _REFERENCE.subn(b"", data)
        self.dropped += count
        return clean

    def _safe_end(self, data: bytes, start: int) -> int:
        """Where ``data`` can be cut without cutting a mark or a reference."""
        end = len(data)
        if self._in_cdata:
            tail = data[start:]
            return end - (2 if tail.endswith(b"]]") else 1 if tail.endswith(b"]") else 0)
        ampersand = data.rfind(b"&", max(start, end - _LONGEST_REFERENCE + 1))
        if ampersand >= 0 and data.find(b";", ampersand) < 0:
            end = ampersand
        bracket = data.rfind(b"<", max(start, len(data) - len(_OPEN) + 1))
        if bracket >= 0 and _OPEN.startswith(data[bracket:]):
            end = min(end, bracket)
        return end
