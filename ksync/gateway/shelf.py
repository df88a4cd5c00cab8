"""One collection as the gateway reads and writes it.

Rules
-----
* Every request looks at the folder as it is; nothing is answered from memory but what the
  file's fingerprint says is unchanged.
* A file that cannot be read now counts as it was: it is not gone.
* A write states the text that it expects to find, as those of a sync do. Where another
  program was faster, the decision is made anew with what is there now.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ksync.gateway import putting
from ksync.gateway.catalogue import Served
from ksync.gateway.index import FILE, Entry, Index
from ksync.gateway.putting import Condition, Nothing, Refused, Restore, Write
from ksync.gateway.showing import Shown
from sync_engine.core.collection import Kind
from sync_engine.core.content.facts import ObjectKind, content_hash, facts, problems
from sync_engine.core.identifiers import ResourceId
from sync_engine.core.observation import Failure, Snapshot
from sync_engine.replicas.names import MAX_NAME, SUFFIXES, is_component, is_resource
from sync_engine.replicas.port import (
    Conflict,
    Create,
    Delete,
    Loaded,
    Operation,
    Outcome,
    Rejected,
    Removed,
    Replace,
    Stored,
    Unsure,
)
from sync_engine.replicas.vdir import VdirCollection, VdirStore
from sync_engine.replicas.vdir.disk import translated

_ATTEMPTS = 5

OBJECTS = {Kind.CALENDAR: ObjectKind.VCALENDAR, Kind.ADDRESSBOOK: ObjectKind.VCARD}

KnownElsewhere = Callable[[str], bytes | None]
"""The text of a hash in the account's sync state, if it has it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A resource's text, and its ETag without quotes."""

    body: bytes
    etag: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a client is told, and its token then; one look, so that nothing falls between.

    :param more: there is more, beyond that token.
    """

    entries: list[Entry]
    token: str
    more: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """A write that succeeded.

    :param created: there was none before.
    :param etag: of what is there now; ``None`` where that is not what was sent
        (RFC 4791 §5.3.4, RFC 6352 §6.3.2.3: then none is told).
    """

    created: bool = False
    etag: str | None = None


@dataclass(frozen=True, slots=True)
class Declined:
    """Nothing was written.

    :param what: ``precondition``, ``invalid``, ``uid``, ``name``, ``missing``, ``busy``
        or ``forbidden``.
    :param names: the resource that has the UID.
    """

    what: str
    reason: str = ""
    names: tuple[str, ...] = ()


class Shelf:
    """A collection; several threads may use it.

    :raises ReplicaUnavailable: its folder is not there.
    """

    def __init__(self, served: Served, index: Index, elsewhere: KnownElsewhere) -> None:
        self.served = served
        self._index = index
        self._elsewhere = elsewhere
        self._suffix = SUFFIXES[served.kind]
        self._lock = threading.RLock()
        self._folder: VdirCollection = VdirStore(served.root, served.kind).open(
            served.name, served.key
        )
        self._rows = index.collection(served.key)
        self._looked: int | None = None
        """The time of the folder at the last look: no name comes or goes without changing it."""
        self._shown = Shown(index, served.key)

    # reading ----------------------------------------------------------------------------

    def look(self) -> str:
        """See what is there now; the token of who knows all that was found.

        :raises ReplicaUnavailable: the folder is not there (not: empty).
        """
        with self._lock:
            stamp = self._stamp()
            snapshot = self._folder.observe(None)
            assert isinstance(snapshot, Snapshot)
            get = self._rows.get
            moved = []
            for name, seen in snapshot.items.items():
                entry = get(name)
                if entry is None or entry.mark != seen.fingerprint:
                    moved.append(name)
            there = snapshot.items.keys() | snapshot.failed.keys()
            gone = [entry.name for entry in self._rows.present() if entry.name not in there]
            self._rows.record(self._read(moved), gone)
            self._looked = stamp
            return self._rows.token

    def _read(self, names: Iterable[ResourceId]) -> list[Entry]:
        found = []
        for batch in self._folder.get(list(names)):
            for name, got in batch.items():
                if isinstance(got, Loaded):
                    found.append(_entry(name, got))
        return found

    def entries(self) -> list[Entry]:
        """What the last look found."""
        with self._lock:
            return self._rows.present()

    def entry(self, name: str) -> Entry | None:
        """What the last look found under that name."""
        with self._lock:
            return self._rows.get(name)

    def changes(self, token: str, most: int | None) -> Changes | None:
        """What changed since a token (all that is there, without one); ``None``: it is refused.

        :param most: tell no more than so many.
        """
        with self._lock:
            new = self.look()
            found = self._rows.since(token) if token else self._rows.present()
            if found is None:
                return None
            if most is None or len(found) <= most:
                return Changes(found, new)
            cut = found[:most]
            return Changes(cut, self._rows.token_at(cut[-1]), more=True)

    def texts(self, names: Iterable[str]) -> Iterator[tuple[str, Text | Failure | None]]:
        """Texts as they lie in the folder; ``None`` where nothing is."""
        shown: dict[str, str] = {}
        for batch in self._folder.get([ResourceId(name) for name in names]):
            for name, got in batch.items():
                if isinstance(got, Loaded):
                    etag = shown[name] = content_hash(got.body)
                    yield name, Text(got.body, etag)
                else:
                    yield name, got if isinstance(got, Failure) else None
        self._shown.note(shown)

    def text(self, name: str) -> Text | Failure | None:
        """One of them."""
        return dict(self.texts([name]))[name] if self._usable(name) else None

    # writing ----------------------------------------------------------------------------

    def put(
        self, name: str, body: bytes, condition: Condition, restore: Restore
    ) -> Done | Declined:
        """Write what a client sent (``putting``).

        :raises EngineError: the disk said no; nothing was lost.
        """
        if not self._usable(name):
            return Declined("name", f"a resource's name ends in {self._suffix}")
        wrong = problems(body, OBJECTS[self.served.kind])
        if wrong:
            return Declined("invalid", ", ".join(wrong))
        taken = self._uid_taken(name, body)
        if taken is not None:
            return taken
        for _ in range(_ATTEMPTS):
            done = self._put_once(name, body, condition, restore)
            if done is not None:
                return done
        return Declined("busy", "another program keeps writing it")

    def _put_once(
        self, name: str, body: bytes, condition: Condition, restore: Restore
    ) -> Done | Declined | None:
        """One try; ``None``: another program was faster."""
        loaded = self._loaded(name)
        if isinstance(loaded, Failure):
            return Declined("busy", loaded.reference)
        now = loaded.body if loaded is not None else None
        shown = self._shown.text(name, now, self._known)
        match putting.put(body, now, condition, self._known, restore, shown):
            case Refused(reason):
                return Declined("precondition", reason)
            case Nothing(exact):
                return Done(etag=content_hash(body) if exact else None)
            case Write(text, exact):
                operation: Operation = Create(ResourceId(name), text)
                if loaded is not None:
                    self._index.keep(content_hash(loaded.body), loaded.body)
                    operation = Replace(ResourceId(name), loaded.fingerprint, loaded.body, text)
                outcome = self._apply(operation)
                if isinstance(outcome, Stored):
                    self._shown.note({name: content_hash(text)}, exact=exact)
                    self._note(name)
                    return Done(loaded is None, content_hash(text) if exact else None)
                return _declined(outcome)

    def delete(self, name: str, condition: Condition) -> Done | Declined:
        """Delete a resource."""
        if not self._usable(name):
            return Declined("missing")
        for _ in range(_ATTEMPTS):
            loaded = self._loaded(name)
            if loaded is None:
                return Declined("missing")
            if isinstance(loaded, Failure):
                return Declined("busy", loaded.reference)
            etag = content_hash(loaded.body)
            safe = self._shown.last.get(name) == etag or self._elsewhere(etag) is not None
            refused = putting.delete(loaded.body, condition, safe=safe)
            if refused is not None:
                return Declined("precondition", refused.reason)
            self._index.keep(etag, loaded.body)
            outcome = self._apply(Delete(ResourceId(name), loaded.fingerprint, loaded.body))
            if isinstance(outcome, Removed):
                self._note(name)
                return Done()
            declined = _declined(outcome)
            if declined is not None:
                return declined
        return Declined("busy", "another program keeps writing it")

    def _uid_taken(self, name: str, body: bytes) -> Declined | None:
        """RFC 4791 §5.3.2.1 and RFC 6352 §6.3.2.1, no-uid-conflict."""
        with self._lock:
            if self._stamp() != self._looked:
                self.look()
            uid = facts(body).uids[0]
            others = self._rows.with_uid(uid) - {name}
            own = self._rows.get(name)
        if others:
            return Declined("uid", "another resource has this UID", tuple(sorted(others)))
        if own is not None and own.uid not in ("", uid):
            return Declined("uid", "a resource keeps its UID", (name,))
        return None

    def _usable(self, name: str) -> bool:
        """Whether a file can have this name and be a resource."""
        octets = len(name.encode("utf-8", "surrogatepass"))
        return is_component(name) and is_resource(name, self._suffix) and octets <= MAX_NAME

    def _loaded(self, name: str) -> Loaded | Failure | None:
        for batch in self._folder.get([ResourceId(name)]):
            got = batch[ResourceId(name)]
            return got if isinstance(got, Loaded | Failure) else None
        return None

    def _known(self, etag: str) -> bytes | None:
        return self._index.kept(etag) or self._elsewhere(etag)

    def _stamp(self) -> int | None:
        try:
            return (self.served.root / self.served.name).stat().st_mtime_ns
        except OSError:
            return None  # the look will say what is wrong

    def _apply(self, operation: Operation) -> Outcome:
        with self._lock:
            known = self._stamp() == self._looked
            # exhausted, so that the write is on the disk when it is answered
            (outcome,) = self._folder.apply([operation])
            if known:
                self._looked = self._stamp()
        return outcome

    def _note(self, name: str) -> None:
        """Take up a write at once: the next token has it."""
        with self._lock:
            loaded = self._loaded(name)
            if isinstance(loaded, Loaded):
                self._rows.record([_entry(name, loaded)], [])
            elif loaded is None and self._rows.get(name) is not None:
                self._rows.record([], [name])


def _entry(name: str, got: Loaded) -> Entry:
    uids = facts(got.body).uids
    return Entry(
        name,
        0,
        got.fingerprint or "",
        content_hash(got.body),
        uids[0] if len(uids) == 1 else "",
        len(got.body),
    )


def _declined(outcome: Outcome) -> Declined | None:
    """Why a write was not made; ``None``: look again."""
    match outcome:
        case Conflict():
            return None
        case Rejected(reference="resource.invalid_name"):
            return Declined("name", "no file can have this name")
        case Rejected(reference=reference):
            return Declined("busy", reference)
        case Stored() | Removed() | Unsure():
            return None


class Shelves:
    """The open collections, by their key and place.

    :param states: the folder in which each account has a folder for its state.
    """

    def __init__(self, states: Path, elsewhere: Callable[[str], KnownElsewhere]) -> None:
        self._states = states
        self._elsewhere = elsewhere
        self._indexes: dict[str, Index] = {}
        self._open: dict[tuple[str, str, str], Shelf] = {}
        self._lock = threading.Lock()

    def of(self, served: Served) -> Shelf:
        """The shelf of a collection.

        :raises ReplicaUnavailable: its folder is not there.
        :raises StorageError: its account's state cannot be written.
        """
        key = (served.key, str(served.root), served.name)
        with self._lock:
            shelf = self._open.get(key)
            if shelf is None:
                index = self._index(served.account_id)
                shelf = Shelf(served, index, self._elsewhere(served.account_id))
                self._open[key] = shelf
            shelf.served = served
            return shelf

    def _index(self, account_id: str) -> Index:
        index = self._indexes.get(account_id)
        if index is None:
            folder = self._states / account_id
            with translated(folder):
                index = self._indexes[account_id] = Index(folder / FILE)
        return index

    def only(self, account_ids: Container[str]) -> None:
        """Let go of what belongs to other accounts: they were removed, or erased."""
        with self._lock:
            gone = [one for one in self._indexes if one not in account_ids]
            for account_id in gone:
                self._indexes.pop(account_id).close()
            self._open = {
                key: shelf
                for key, shelf in self._open.items()
                if shelf.served.account_id in self._indexes
            }

    def close(self) -> None:
        """Close all files."""
        self.only(())


__all__ = ["Declined", "Done", "Shelf", "Shelves", "Text"]
