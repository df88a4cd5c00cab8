"""HTTP dates (RFC 9110 §5.6.7)."""

from __future__ import annotations

from datetime import UTC
from email.utils import parsedate_to_datetime


def http_date(text: str | None) -> float | None:
    """Seconds since the epoch; ``None`` if absent or not understood."""
    if text is None:
        return None
    try:
        when = parsedate_to_datetime(text.strip())
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)  # §5.6.7: an HTTP-date is in GMT
    return when.timestamp()
