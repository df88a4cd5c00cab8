"""Many in one call, where the service takes all or nothing.

One bad object fails the call for all the others, and the error does not say which it
was. So a call that failed is made again for each half, until the bad ones stand alone:
for ``k`` of ``n`` about ``2 k log2(n)`` calls.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from sync_engine.errors import DiskFull, ReplicaUnavailable
from sync_engine.replicas.eds.bus import Refused

Item = TypeVar("Item")

CAL: Final = "e-cal-client-error-quark"
BOOK: Final = "e-book-client-error-quark"
CLIENT: Final = "e-client-error-quark"

NOT_FOUND: Final = frozenset({(CAL, 1), (BOOK, 1)})
EXISTS: Final = frozenset({(CAL, 4), (BOOK, 2)})
NO_SPACE: Final = frozenset({(BOOK, 4)})
UNUSABLE: Final = frozenset((CLIENT, code) for code in (1, 2, 4, 5, 6, 7, 9, 10, 19, 20, 21, 22))
"""``EClientError``: busy, not loaded, offline, cancelled, authentication, TLS …: said of
the source as a whole, not of an object."""


def in_bulk(
    items: Sequence[Item], send: Callable[[Sequence[Item]], object]
) -> list[Refused | None]:
    """Send all of them; for each why it was refused, or ``None``.

    :raises ReplicaUnavailable: the source cannot be used now.
    """
    if not items:
        return []
    try:
        send(items)
    except Refused as error:
        raise_if_unusable(error)
        if len(items) == 1:
            return [error]
        half = len(items) // 2
        return in_bulk(items[:half], send) + in_bulk(items[half:], send)
    return [None] * len(items)


def raise_if_unusable(error: Refused) -> None:
    """Tell what concerns the source as a whole from what concerns an object.

    :raises ReplicaUnavailable, DiskFull: the former.
    """
    what = (error.domain, error.code)
    if what in NO_SPACE:
        raise DiskFull(error.message) from error
    if what in UNUSABLE:
        raise ReplicaUnavailable(f"the desktop's store: {error.message}") from error


def is_one_of(error: Refused, codes: frozenset[tuple[str, int]]) -> bool:
    """Whether an error is one of these."""
    return (error.domain, error.code) in codes
