"""One collection's work in a run: what it needs, and what it learned so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sync_engine.base_store.collections import CollectionRow
from sync_engine.base_store.conflicts import Said, Settled
from sync_engine.base_store.effects import NewEffect
from sync_engine.base_store.intents import Sleeper
from sync_engine.base_store.runs import RunItem
from sync_engine.base_store.store import BaseStore
from sync_engine.cancellation import CancelToken
from sync_engine.core.changes import Base, Newcomer, Side
from sync_engine.core.collection import Hint
from sync_engine.core.identifiers import ContentHash, ResourceId, SyncToken, href_key
from sync_engine.core.resolution import Action, Verb
from sync_engine.cycle.ports import CollectionSettings, Options, RemoteReplica
from sync_engine.cycle.result import CollectionResult
from sync_engine.errors import EngineError, NotFound, ReplicaUnavailable
from sync_engine.events import Event, Progress, ResourceFailed
from sync_engine.replicas.port import CollectionReplica
from sync_engine.transport.port import Meter

GROUP = 200
"""Resources committed together: what a crash may have to do again."""


WINNERS = {
    Verb.CREATE_LOCAL: "server",
    Verb.REPLACE_LOCAL: "server",
    Verb.DELETE_LOCAL: "server",
    Verb.CREATE_REMOTE: "local",
    Verb.REPLACE_REMOTE: "local",
    Verb.DELETE_REMOTE: "local",
    Verb.MERGE: "merged",
    Verb.KEEP_BOTH: "both",
}
"""How a conflict that was decided by an action is listed."""


def not_there(error: EngineError, url: str) -> bool:
    """Whether it says that the server has no collection at this address."""
    if isinstance(error, ReplicaUnavailable):
        return href_key(error.where) == href_key(url)
    return isinstance(error, NotFound)


@dataclass(frozen=True, slots=True)
class Context:
    """What all jobs of a run share.

    :param clock: seconds since the epoch.
    """

    account: str
    store: BaseStore
    run: int
    options: Options
    clock: Callable[[], float]
    emit: Callable[[Event], None]
    cancel: CancelToken


@dataclass(slots=True)
class LocalView:
    """What the scan of the local side found: only what is not as the base has it."""

    sides: dict[int, Side] = field(default_factory=dict)
    newcomers: list[Newcomer] = field(default_factory=list)


@dataclass(slots=True)
class Job:
    """A collection in a run. Used by one thread at a time.

    :param hint: the listing's hint, read before any REPORT.
    :param token: where the next REPORT starts from, once observed.
    :param looked: whether the remote side was observed in this pass.
    :param thorough: everything is asked again, also what failed before.
    :param news: the observation brought something that was not known.
    :param wrote: a write went to the server in this run.
    :param again: something is left that only another pass can see.
    :param sleepers: local resources that the server refused, as the plan found them.
    :param young: the server made the collection a moment ago and may not have got
        round to it yet (``core.grace``).
    :param waiting: it has not; nothing more is asked of it in this run.
    :param stuck: UIDs of local resources that cannot go up to this collection.
    :param answered: ``Subject.key`` of what a person decided and is not carried out.
    :param server_time: what the server's clock said in this run, where it told.
    :param cutoff: what ended before is out of scope, ``None``: nothing is.
    :param aging: what the time put out of scope waits for a person.
    :param said: conflicts that a person was asked about, by ``Subject.key``.
    """

    context: Context
    row: CollectionRow
    settings: CollectionSettings
    remote: RemoteReplica
    local: CollectionReplica
    meter: Meter
    hint: Hint
    result: CollectionResult
    token: SyncToken | None = None
    looked: bool = False
    thorough: bool = False
    news: bool = False
    wrote: bool = False
    again: bool = False
    young: bool = False
    waiting: bool = False
    sleepers: dict[ResourceId, Sleeper] = field(default_factory=dict)
    stuck: set[str] = field(default_factory=set)
    answered: frozenset[str] = frozenset()
    server_time: float | None = None
    cutoff: float | None = None
    aging: bool = False
    said: dict[str, Said] = field(default_factory=dict)
    base: list[Base] = field(default_factory=list)
    view: LocalView = field(default_factory=LocalView)

    @property
    def live(self) -> bool:
        """Whether there is more to do for it in this run."""
        return self.result.failure is None and not self.waiting

    def broke(self, error: EngineError) -> None:
        """Note the error that ended its cycle; of a young collection some are none."""
        if self.young and not_there(error, self.row.url):
            self.waiting = True
        else:
            self.result.broke(error)

    @property
    def id(self) -> int:
        """The collection's number."""
        return self.row.id

    @property
    def store(self) -> BaseStore:
        """The base store."""
        return self.context.store

    def now(self) -> float:
        """Seconds since the epoch."""
        return self.context.clock()

    def body(self, content: str | None) -> bytes:
        """A text by its hash."""
        assert content is not None
        return self.store.contents.get(content)  # type: ignore[arg-type]  # hashes come from rows

    def progress(self, phase: str, done: int, total: int) -> None:
        """Tell how far a phase is."""
        self.context.emit(Progress(self.context.account, self.row.slug, phase, done, total))

    def fail(self, reference: str, name: ResourceId | str, message: str = "") -> None:
        """Isolate and report a resource; the rest goes on."""
        self.result.fail(reference, str(name), message)
        self.context.emit(
            ResourceFailed(self.context.account, self.row.slug, str(name), reference, message)
        )

    def note(
        self,
        verb: str,
        *,
        href: str | None = None,
        local_id: str | None = None,
        uid: str | None = None,
    ) -> None:
        """Write down what was done, in the transaction of the caller."""
        item = RunItem(self.now(), self.id, verb, href, local_id, uid)
        self.store.runs.note(self.context.run, [item])

    def affected(
        self,
        action: Action,
        side: str,
        before: ContentHash | None,
        after: ContentHash | None,
        *,
        href: str | None,
        name: str | None,
    ) -> None:
        """Write down what a side had and has, for an undo; in the caller's transaction."""
        effect = NewEffect(side, href, name, action.subject.uid, before, after)
        self.store.effects.note(self.context.run, self.id, self.now(), [effect])

    def settled(self, action: Action) -> None:
        """List a conflict that was decided; in the caller's transaction."""
        if action.conflict is None:
            return
        self.result.add("conflicts")
        conflicts, subject = self.store.conflicts, action.subject
        if subject.key in self.said:
            conflicts.carried_out(self.id, subject.key)
            return
        clashes = action.merging.clashes if action.merging else ()
        told = Settled(subject, action.conflict.value, WINNERS[action.verb], clashes)
        conflicts.settled(self.id, self.context.run, self.now(), told)

    def about_to_write(self) -> None:
        """Before the first write to the server: it stays warm until all is read back."""
        if not self.wrote:
            self.wrote = True
            self.store.collections.mark_written(self.id)
