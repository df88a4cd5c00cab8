"""What can go wrong with the twin, and its backups."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sync_engine.core.identifiers import ResourceId
from sync_engine.core.observation import Failure
from sync_engine.errors import EngineError
from sync_engine.replicas.port import Operation, Rejected


@dataclass(slots=True)
class MemoryFaults:
    """What goes wrong; every field may be set and cleared at any time.

    :param unavailable: raised by every call.
    :param refuse_tokens: every token is refused (token amnesia).
    :param lose_reply: asked per operation: applied, but the reply is lost.
    :param lose_request: asked per operation: not applied, and no reply.
    :param reject: asked per operation for a refusal.
    :param unreadable: resources that are listed as failed and fail to be read.
    :param before_write: called before each operation takes effect (another client
        may write here).
    """

    unavailable: EngineError | None = None
    refuse_tokens: bool = False
    lose_reply: Callable[[Operation], bool] = lambda _: False
    lose_request: Callable[[Operation], bool] = lambda _: False
    reject: Callable[[Operation], Rejected | None] = lambda _: None
    unreadable: Mapping[ResourceId, Failure] = field(default_factory=dict)
    before_write: Callable[[Operation], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class MemoryState:
    """A collection's content at one moment: a backup to put back later."""

    rows: Mapping[ResourceId, tuple[int, bytes]]
    gone: Mapping[ResourceId, int]
    number: int
