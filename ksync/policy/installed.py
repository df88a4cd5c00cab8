"""The administrator's look at what is installed: places, one file, what is left aside."""

from __future__ import annotations

from collections.abc import Iterator

from ksync.config.layers import Level
from ksync.policy.errors import PolicyUntrusted
from ksync.policy.sources import Folders, platform_sources


def places() -> Iterator[tuple[Level, str]]:
    """Where policies are looked for."""
    for source in platform_sources():
        yield from source.places()


def ignored() -> Iterator[str]:
    """Files in those places that are not read, because of their name."""
    for source in platform_sources():
        if isinstance(source, Folders):
            yield from source.ignored()


def read_installed(path: str) -> bytes:
    """The content of a file, if kSync would read and trust it where it is.

    :raises PolicyUntrusted: it is in another place, or is not to be trusted.
    """
    for source in platform_sources():
        for piece in source.pieces():
            if piece.problem is not None and piece.problem.place in _way(path):
                raise PolicyUntrusted(
                    piece.problem.message, file=piece.problem.place, hint=piece.problem.hint
                )
            if piece.source == path:
                return piece.data
    where = " or ".join(place for _, place in places())
    raise PolicyUntrusted(
        "kSync does not read a policy in this place",
        file=path,
        hint=f"Put it into {where}, with a name that ends in .json.",
    )


def _way(path: str) -> set[str]:
    """The path, and each folder that leads to it."""
    parts = path.split("/")
    return {"/".join(parts[:end]) or "/" for end in range(1, len(parts) + 1)}
