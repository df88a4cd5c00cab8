"""Line ends: one form on receipt, so that both roads give the same bytes.

An XML parser hands every line break over as LF (XML 1.0 §2.11), so a text that came
by a multiget has LF where the same text by GET has CRLF. RFC 5545 §3.1 and RFC 6350
§3.2 ask for CRLF: that is the form the engine keeps, compares and sends.
"""

from __future__ import annotations


def to_crlf(body: bytes) -> bytes:
    """End lines by CRLF; idempotent, nothing else changes.

    A CR by itself stays (it is an octet of a value), except in a body without any LF:
    there CR is the line end (exports of old address books).
    """
    line_feeds = body.count(b"\n")
    if not line_feeds:
        return body.replace(b"\r", b"\r\n")
    if line_feeds == body.count(b"\r\n"):
        return body
    return body.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
