"""Host names that an account trusts beside its own server's."""

from __future__ import annotations

from collections.abc import Iterable


def trusted(host: str, patterns: Iterable[str]) -> bool:
    """Whether a host is one of ``patterns``.

    :param patterns: host names, or ``*.`` and a domain for all hosts under it.
    """
    name = host.lower().rstrip(".")
    parents = name.split(".")[1:]
    under = {"*." + ".".join(parents[at:]) for at in range(len(parents))}
    return any(p == name or p in under for p in (pattern.lower() for pattern in patterns))
