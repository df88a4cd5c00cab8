"""``ksync doctor``: looks at everything a sync needs, and says what to do.

``findings``  what a check says
``local``     settings, keyring, places, disk, state, folders: without the network
``server``    each account's server: name, certificate, login, capabilities, clock

A check never mends and never writes; each failure of one is a finding of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from ksync.composition import Parts
from ksync.doctor import local, server
from ksync.doctor.findings import Finding, State, failed

__all__ = ["Finding", "State", "examine", "failed"]


def examine(parts: Parts, *, offline: bool = False) -> Iterator[Finding]:
    """All findings, as they are made.

    :param offline: ask no server.
    """
    yield from local.examine(parts)
    if not offline:
        yield from server.examine(parts)
