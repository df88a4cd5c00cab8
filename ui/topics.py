"""What may have changed: what pages listen for."""

from __future__ import annotations

from enum import Enum, auto


class Topic(Enum):
    """What may have changed."""

    ACCOUNTS = auto()
    COLLECTIONS = auto()
    CONTENT = auto()
    RUNS = auto()
    DECISIONS = auto()
    SETTINGS = auto()
    NETWORK = auto()


ALL = frozenset(Topic)
AFTER_A_RUN = frozenset({Topic.COLLECTIONS, Topic.CONTENT, Topic.RUNS, Topic.DECISIONS})
