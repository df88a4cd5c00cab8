"""One vdir folder as a replica.

Every call verifies the folder's marker and holds its lock while it works, and
leaves neither held while the caller thinks. What an interrupted write left is put
right before anything is listed, so that a text that stands aside never reads as
deleted.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sync_engine.core.identifiers import ResourceId, SyncToken
from sync_engine.core.observation import Failure, Observation, Seen, Snapshot
from sync_engine.errors import InvalidSyncToken
from sync_engine.replicas.names import HIDDEN_PREFIX, is_component, is_resource, resource_name
from sync_engine.replicas.port import (
    Capabilities,
    Conflict,
    ConflictReason,
    Got,
    Missing,
    Operation,
    Outcome,
    Removed,
    Stored,
)
from sync_engine.replicas.vdir import marker
from sync_engine.replicas.vdir.contents import (
    MAX_BYTES,
    RACY_NS,
    Contents,
    is_racy,
    read,
    times_key,
)
from sync_engine.replicas.vdir.disk import Step, no_step, sync_folder, translated
from sync_engine.replicas.vdir.renames import Renames, Way
from sync_engine.replicas.vdir.scan import Listing, scan
from sync_engine.replicas.vdir.writing import Writer

_BATCH: Final = 64
_UNSETTLED: Final = Failure("resource.unsettled", "changed a moment ago")


@dataclass(frozen=True, slots=True)
class VdirOptions:
    """How a vdir is used.

    :param durable: wait for the disk: each new text before it gets its name, the
        folder's names at the end of each ``apply`` (see ``VdirCollection.apply``).
    :param settle: seconds; a file that another program changed less than that ago
        is listed as failed and read in a later cycle, since it may be half-written
        (loss class L13). A file that is open for writing is not read in any case.
    :param way: the best way of renaming that is tried.
    :param lock_timeout: seconds to wait for another program of this project.
    :param step: see ``disk.Step``.
    """

    durable: bool = True
    settle: float = 0.0
    way: Way = Way.KERNEL
    lock_timeout: float = 10.0
    step: Step = no_step


class VdirCollection:
    """A folder of resources.

    Made by ``VdirStore.open``. Several threads may use one instance; several
    instances and programs of this project may use one folder.

    :param rescued: names that were given back, or newly given, to what interrupted
        writes had left; grows as that is found.
    """

    def __init__(self, folder: Path, key: str, suffix: str, options: VdirOptions) -> None:
        self.capabilities = Capabilities(max_resource_size=MAX_BYTES)
        self.rescued: list[ResourceId] = []
        self._folder = folder
        self._key = key
        self._suffix = suffix
        self._options = options
        self._mutex = threading.RLock()
        renames = Renames(options.way, options.step)
        self._writer = Writer(folder, suffix, renames, options.step, durable=options.durable)
        self._settle_ns = int(options.settle * 1e9)
        self._own_times: dict[ResourceId, str] = {}
        self._known: set[ResourceId] = set()
        self._folded: set[str] | None = None

    def verify(self) -> None:
        """Return if this is the folder that was bound.

        :raises ReplicaUnavailable: no folder, no marker, or another key in it.
        """
        marker.verify(self._folder, self._key)

    def recover(self) -> None:
        """Put right what an interrupted write left (``observe`` does so as well)."""
        with self._held():
            self._recover_all()

    def retire(self, hidden: Path) -> None:
        """Rename the folder out of sight; this instance is unavailable afterwards."""
        with self._held():
            self._recover_all()
            self._folder.rename(hidden)

    def observe(self, token: SyncToken | None) -> Observation:
        """List the folder. There are no tokens, so any is refused."""
        if token is not None:
            raise InvalidSyncToken("a folder has no tokens", where=str(self._folder))
        with self._held():
            listing = self._scan()
            snapshot = self._snapshot(listing)
            self.verify()  # still the same folder: not unmounted or moved during the scan
        self._known = {*snapshot.items, *snapshot.failed}
        self._folded = None
        return snapshot

    def get(self, ids: Sequence[ResourceId]) -> Iterator[Mapping[ResourceId, Got]]:
        """Read files."""
        unique = list(dict.fromkeys(ids))
        for start in range(0, len(unique), _BATCH):
            with self._held():
                batch = {id_: self._got(id_) for id_ in unique[start : start + _BATCH]}
                missing = [id_ for id_, got in batch.items() if isinstance(got, Missing)]
                if missing and self._is_absence_in_doubt():
                    batch.update((id_, self._got(id_)) for id_ in missing)
            yield batch

    def apply(self, operations: Iterable[Operation]) -> Generator[Outcome, None, None]:
        """Carry out writes; see the port.

        An outcome survives a power failure once the iterator is exhausted or
        closed, or ``flush`` was called: what is recorded of it elsewhere must be
        recorded after that.
        """
        written = False
        try:
            for operation in operations:
                with self._held():
                    outcome = self._carry_out(operation)
                written = written or isinstance(outcome, Stored | Removed)
                yield outcome
        finally:
            if written:
                self.flush()

    def flush(self) -> None:
        """Make the writes so far durable."""
        if self._options.durable:
            with self._guarded():
                sync_folder(self._folder)

    def new_id(self, suggestion: str, taken: Callable[[ResourceId], bool]) -> ResourceId:
        """A file name by the rules in ``names``."""
        if self._folded is None:
            if not self._known:
                self.observe(None)
            self._folded = {name.casefold() for name in self._known}
        folded = self._folded
        return resource_name(
            suggestion,
            self._suffix,
            lambda name: name.casefold() in folded or taken(ResourceId(name)),
        )

    def confirm_gone(
        self, ids: Iterable[ResourceId], canary: ResourceId | None
    ) -> frozenset[ResourceId]:
        """Which of these are proven to be gone (loss class L1): nothing has their name.

        :param canary: never in the answer; the marker is this replica's own canary.
        """
        with self._held():
            self._recover_all()
            gone = frozenset(id_ for id_ in ids if id_ != canary and not self._is_there(id_))
            self.verify()
        return gone

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        """Translate what the file system says; a vanished folder is unavailable."""
        try:
            with translated(self._folder):
                yield
        except Exception as error:
            if isinstance(error.__cause__, FileNotFoundError | NotADirectoryError):
                self.verify()
            raise

    @contextlib.contextmanager
    def _held(self) -> Iterator[None]:
        """Verified, locked, and errors translated."""
        with (
            self._mutex,
            self._guarded(),
            marker.locked(self._folder, self._key, self._options.lock_timeout),
        ):
            yield

    def _scan(self) -> Listing:
        listing = scan(self._folder, self._suffix, self._options.step)
        if not listing.leftovers:
            return listing
        self._recover(listing.leftovers)
        return scan(self._folder, self._suffix, self._options.step)

    def _recover_all(self) -> bool:
        """Recover whatever is left; whether anything got a name by that."""
        before = len(self.rescued)
        with os.scandir(self._folder) as entries:
            hidden = [entry.name for entry in entries if entry.name.startswith(HIDDEN_PREFIX + "-")]
        self._recover(hidden)
        return len(self.rescued) > before

    def _is_absence_in_doubt(self) -> bool:
        """Whether to look again for a file that is not there: it may have stood aside.

        :raises ReplicaUnavailable: it is the folder that is not there.
        """
        self.verify()
        return self._recover_all()

    def _recover(self, leftovers: Iterable[str]) -> None:
        rescued = [name for left in leftovers for name in self._writer.asides.recover(left)]
        self.rescued += rescued
        if rescued and self._options.durable:
            sync_folder(self._folder)

    def _snapshot(self, listing: Listing) -> Snapshot:
        """Fingerprints for a listing; only young files are read."""
        items: dict[ResourceId, Seen] = {}
        failed = dict(listing.failed)
        old_ns = listing.started_ns - max(RACY_NS, self._settle_ns)
        for id_, status in listing.files.items():
            if status.st_mtime_ns < old_ns and status.st_ctime_ns < old_ns:
                items[id_] = Seen(times_key(status))
                continue
            match self._young(id_, status, listing.started_ns):
                case Failure() as failure:
                    failed[id_] = failure
                case Seen() as seen:
                    items[id_] = seen
                case None:
                    pass  # deleted since the listing
        return Snapshot(items, failed)

    def _young(self, id_: ResourceId, status: os.stat_result, now: int) -> Seen | Failure | None:
        if self._unsettled(id_, status, now):
            return _UNSETTLED
        if not is_racy(status, now):
            return Seen(times_key(status))
        found = read(self._folder / id_)
        return Seen(found.loaded(now).fingerprint) if isinstance(found, Contents) else found

    def _unsettled(self, id_: ResourceId, status: os.stat_result, now: int) -> bool:
        """Whether it is too young to be read, unless it is what was written here."""
        if self._settle_ns == 0 or status.st_mtime_ns <= now - self._settle_ns:
            return False
        return self._own_times.get(id_) != times_key(status)

    def _got(self, id_: ResourceId) -> Got:
        if not (is_component(id_) and is_resource(id_, self._suffix)):
            return Failure("resource.invalid_name", "no file name of a resource")
        now = time.time_ns()
        found = read(self._folder / id_)
        if isinstance(found, Failure):
            return found
        if found is None:
            return Missing()
        if self._unsettled(id_, found.status, now):
            return _UNSETTLED
        return found.loaded(now)

    def _carry_out(self, operation: Operation) -> Outcome:
        outcome = self._writer.carry_out(operation)
        if _says_missing(outcome) and self._is_absence_in_doubt():
            outcome = self._writer.carry_out(operation)
        match outcome:
            case Stored(id=id_, fingerprint=mark):
                self._known.add(id_)
                if self._folded is not None:
                    self._folded.add(id_.casefold())
                if mark is not None and self._settle_ns > 0:
                    self._own_times[id_] = mark.partition("~")[0]
            case _:
                pass
        return outcome

    def _is_there(self, id_: ResourceId) -> bool:
        try:
            (self._folder / id_).lstat()
        except FileNotFoundError:
            return False
        return True


def _says_missing(outcome: Outcome) -> bool:
    match outcome:
        case Conflict(reason=ConflictReason.MISSING) | Removed(already=True):
            return True
        case _:
            return False
