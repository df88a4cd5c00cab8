"""From the text of a reply to the bytes of a resource.

RFC 5545 §3.1 and RFC 6350 §3.2 end lines with CRLF. An XML parser turns every
CRLF into LF (XML 1.0 §2.11), some servers write CR as ``&#13;``, and some hand
out LF in a GET too; so line ends become CRLF on receipt, by whatever way a text
came, and "the bytes" of a resource are those after that. A lone CR is no line
end: it is kept, like everything else.
"""

from __future__ import annotations


def crlf(data: bytes) -> bytes:
    """``data`` with every LF and CRLF as CRLF; nothing else changes."""
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def text_to_bytes(text: str) -> bytes:
    """Calendar or address data from a reply as UTF-8 with CRLF line ends."""
    return crlf(text.encode())
