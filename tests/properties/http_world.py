"""The world over HTTP: the adversarial server, and clients with real folders.

What runs is what a user has: account cycle, remote replica, client, parser, transport
(``tests.adversary.doors`` without sockets, or ``HttpTransport`` to a real one), vdir.
Only time is ours: the clocks of the clients and of the server move as they are told.
"""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from ksync.composition import Discovery, Home
from ksync.config import Account
from ksync.sides import ServerSide, StoreSide
from sync_engine.base_store.collections import CollectionRow
from sync_engine.base_store.store import BaseStore
from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import ResourceId
from sync_engine.replicas.port import Operation, Outcome, Removed, Stored
from sync_engine.replicas.vdir import VdirStore
from sync_engine.replicas.vdir.collection import VdirCollection, VdirOptions
from sync_engine.transport.http import HttpTransport
from sync_engine.transport.port import AllowAll, Request, Secret
from tests.adversary.doors import InProcess
from tests.adversary.faults import WRITES
from tests.adversary.handler import LOGIN, PASSWORD, Adversary
from tests.adversary.model import Backup, Collection
from tests.adversary.quirks import PROMPT, Quirks
from tests.adversary.sockets import SocketServer
from tests.properties.realm import ANY_FAILURE, READ_ONLY, Act, Mortal, MortalDatabase, Realm

_MEMORY = Path("/dev/shm")


def fresh_folder() -> Path:
    """A folder in memory where there is one: fsync is not what is tested here."""
    return Path(tempfile.mkdtemp(prefix="ksync-", dir=_MEMORY if _MEMORY.is_dir() else None))


class Face:
    """A collection of the server as a ``realm.Place``."""

    def __init__(self, server: Adversary, collection: Collection) -> None:
        self.server = server
        self.collection = collection
        self.name = server.base + collection.path
        self.before: Act | None = None
        self.after: Act | None = None

    def id(self, segment: str) -> ResourceId:
        return ResourceId(self.server.href(self.collection, segment))

    def bodies(self) -> dict[ResourceId, bytes]:
        return {self.id(name): r.body for name, r in self.collection.resources.items()}

    def put(self, id_: ResourceId, body: bytes) -> None:
        self.collection.put(self._name(id_), body)

    def drop(self, id_: ResourceId) -> None:
        self.collection.drop(self._name(id_))

    def save(self) -> Backup:
        return self.collection.save()

    def restore(self, state: Backup, *, forget_tokens: bool = True) -> None:
        self.collection.restore(state)
        if forget_tokens:
            self.forget_tokens()

    def forget_tokens(self) -> None:
        self.collection.epoch += 1

    def made_again(self) -> None:
        self.collection.made_again()

    def around(self, before: Act | None, after: Act | None) -> None:
        self.before, self.after = before, after

    def stamp(self) -> object:
        return self.name, self.collection.token, len(self.collection.changes)

    def _name(self, id_: ResourceId) -> str:
        return self.server.name(id_.rpartition("/")[2])


class Folder:
    """A vdir folder as a ``realm.Place``, and as the replica that a cycle uses.

    A folder that was never synced is where its user keeps files already: they are
    written as soon as it is made.
    """

    def __init__(self, world: HttpWorld, slug: str, root: Path) -> None:
        self.world = world
        self.name = slug
        self.path = root / slug
        self.before: Act | None = None
        self.after: Act | None = None

    def bodies(self) -> dict[ResourceId, bytes]:
        found: dict[ResourceId, bytes] = {}
        for name in self._names():
            fd = os.open(f"{self.path}/{name}", os.O_RDONLY)
            found[ResourceId(name)] = os.read(fd, 1 << 20)
            os.close(fd)
        return found

    def _names(self) -> list[str]:
        try:
            names = os.listdir(self.path)  # noqa: PTH208 - called at every turn, and quicker
        except FileNotFoundError:
            return []
        return sorted(name for name in names if name.endswith((".ics", ".vcf")) and name[0] != ".")

    def text(self, id_: ResourceId) -> bytes | None:
        """One of them."""
        try:
            return (self.path / id_).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, id_: ResourceId, body: bytes) -> None:
        """As most programs save: a new file takes the name."""
        self.path.mkdir(parents=True, exist_ok=True)
        new = self.path / ".saving"
        new.write_bytes(body)
        new.replace(self.path / id_)

    def drop(self, id_: ResourceId) -> None:
        (self.path / id_).unlink()

    def save(self) -> dict[ResourceId, tuple[bytes, int]]:
        return {n: (b, (self.path / n).stat().st_mtime_ns) for n, b in self.bodies().items()}

    def restore(self, state: dict[ResourceId, tuple[bytes, int]], *, forget_tokens=True) -> None:
        """As a backup program does: texts and times of then."""
        for name in self.bodies():
            if name not in state:
                self.drop(name)
        for name, (body, time) in state.items():
            self.put(name, body)
            os.utime(self.path / name, ns=(time, time))

    def around(self, before: Act | None, after: Act | None) -> None:
        self.before, self.after = before, after

    def stamp(self) -> object:
        """Texts are written by rename, so that each write is another inode."""
        found = [(name, (self.path / name).stat()) for name in self._names()]
        return (self.name, [(n, s.st_ino, s.st_mtime_ns) for n, s in found]) if found else None


class Watched:
    """A vdir replica whose writes are looked at."""

    def __init__(self, inner: VdirCollection, folder: Folder) -> None:
        self._inner = inner
        self._folder = folder

    def __getattr__(self, name: str) -> Any:
        self._folder.world.alive()
        return getattr(self._inner, name)

    def apply(self, operations: Iterable[Operation]) -> Generator[Outcome, None, None]:
        folder, world = self._folder, self._folder.world
        begun: list[tuple[Operation, bytes | None]] = []

        def looked_at() -> Iterator[Operation]:
            for operation in operations:
                if folder.before is not None:
                    folder.before(operation.id)
                    world.alive()
                begun.append((operation, folder.text(operation.id)))
                yield operation

        for outcome in self._inner.apply(looked_at()):
            operation, before = begun[-1]
            done = isinstance(outcome, Stored | Removed)
            if before is not None and done and folder.text(operation.id) != before:
                world.taken(before, operation)
            if folder.after is not None:
                folder.after(operation.id)
            world.alive()
            yield outcome


class _Folders(StoreSide):
    """The local side, with watched folders."""

    def __init__(self, account: Any, person: HttpPerson) -> None:
        super().__init__(account)
        self._person = person

    def open(self, row: CollectionRow) -> tuple[Watched, str]:
        folder = self._person.folder(row.slug)
        replica, name = super().open(row)
        folder.path = self._person.root / row.info.kind.value / name
        return Watched(replica, folder), name  # type: ignore[arg-type]  # a VdirCollection


class _Collections(ServerSide):
    """The remote side, with names for creations that are the same in each run."""

    def __init__(self, account: Any, found: Discovery, names: Callable[[], str]) -> None:
        super().__init__(account, found)
        self._names = names

    def open(self, info, learned, meter, cancel):
        replica = super().open(info, learned, meter, cancel)
        replica._new_name = self._names
        return replica


class _Account(SimpleNamespace):
    """What the sides need of an open account."""

    def __init__(self, person: HttpPerson, **parts: Any) -> None:
        super().__init__(**parts)
        self._person = person

    @property
    def store(self) -> BaseStore:
        """The one of now: it may be lost."""
        return self._person.store


@dataclass
class HttpPerson(Mortal):
    """A client with its vdirs."""

    root: Path = field(default_factory=fresh_folder)
    number: int = 0
    step: Callable[[str], None] | None = None
    _transport: Any = None

    def __post_init__(self) -> None:
        self._ids = itertools.count(1)
        self.settings_of_account = Account(id=f"account-{self.number}", username=LOGIN)
        self.started_again()

    def started_again(self) -> None:
        self.step = None
        account = _Account(
            self,
            settings=self.settings_of_account,
            data_folder=self.root,
            vdir=self._vdir,
            transport=lambda url: self.transport,
            trusted_hosts=lambda: (self.world.server.quirks.host,),
        )
        if self._transport is not None:
            self._transport.close()
        self._transport = None
        self._local_side = _Folders(account, self)
        self.server = _Collections(account, self.world.discovery, self._new_name)

    @property
    def transport(self) -> Any:
        if self._transport is None:
            self._transport = self.world.transport(self)
        return self._transport

    def _new_name(self) -> str:
        return f"k{self.number}-{next(self._ids)}"

    def _vdir(self, kind: Kind) -> VdirStore:
        return VdirStore(self.root / kind.value, kind, VdirOptions(durable=False, step=self._step))

    def _step(self, name: str) -> None:
        self.world.alive()
        if self.step is not None:
            self.step(name)
            self.world.alive()

    def open(self, row: CollectionRow) -> tuple[Any, str]:
        return self._local_side.open(row)

    def folder(self, slug: str) -> Folder:
        if slug not in self.local:
            self.local[slug] = Folder(self.world, slug, self.root)
        return self.local[slug]

    def wait(self, seconds: float) -> None:
        super().wait(seconds)
        self.world.server.clock.jump(seconds)
        if isinstance(self._transport, InProcess):
            self._transport.wait(seconds)
        elif self._transport is not None:
            self._transport.waited += seconds

    def sync(self, **how: Any):
        self.world.server.clock.jump(60)
        return super().sync(**how)

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()
        shutil.rmtree(self.root, ignore_errors=True)


class HttpWorld(Realm):
    """The adversarial server and its people.

    :param sockets: real ones, else none.
    """

    def __init__(self, quirks: Quirks = PROMPT, *, sockets: bool = False) -> None:
        super().__init__()
        self.server = Adversary(quirks)
        self.server.watch = self._watch
        self.collections: dict[str, Face] = {}
        self._read_only: list[Face] = []
        self._running: SocketServer | None = None
        self.request: Callable[[Any], None] | None = None
        self.answered: Callable[[Any], None] | None = None
        if sockets:
            self._running = SocketServer(self.server)
            self._running.start()

    @property
    def blind(self) -> bool:
        """Whether writes go unconditionally, whatever is asked.

        What somebody writes between a client's last look and its write is overwritten by
        the server then; nobody can do anything about that, so nobody writes then here.
        """
        quirks = self.server.quirks
        return quirks.no_etags or quirks.ignores_if_none_match or quirks.ignores_if_match_on_delete

    @property
    def discovery(self) -> Discovery:
        """What discovery would find."""
        server = self.server
        place = server.located if server.quirks.host else (lambda path: server.base + path)
        principal = place(f"/principals/users/{LOGIN}/")
        kinds = {face.collection.kind for face in self.collections.values()}
        homes = (Home((k,), place(server.home(LOGIN, k)), principal) for k in sorted(kinds))
        return Discovery(server.base + "/", principal, tuple(homes))

    def add_collection(self, name: str, **more: Any) -> Face:
        kind = Kind.ADDRESSBOOK if self.contacts else Kind.CALENDAR
        more = {"kind": kind.value, "read_only": name == READ_ONLY, **more}
        face = Face(self.server, self.server.add(name, **more))
        if self.server.quirks.host:
            face.name = self.server.located(face.collection.path)
        self.collections[face.name] = face
        if name == READ_ONLY:
            self._read_only.append(face)
        return face

    def add_person(self) -> HttpPerson:
        person = HttpPerson(
            None,  # type: ignore[arg-type]  # made when it starts
            store=BaseStore(MortalDatabase()),
            world=self,
            number=len(self.people),
        )
        self.people.append(person)
        return person

    def href(self, face: Face, name: str) -> ResourceId:
        return face.id(name)

    # what goes over the wire

    def transport(self, person: HttpPerson) -> Any:
        if self._running is None:
            hosts = (self.server.quirks.host,) if self.server.quirks.host else ()
            return InProcess(self.server, around=self._around, trusted_hosts=hosts)
        return _OverSockets(self, self._running)

    def _around(self, request: Any, carry_out: Callable[[], Any]) -> Any:
        """Who stands around a request: whoever crashes, meddles, or is faster."""
        self.alive()
        face = self._written(request)
        told = face is None or not face.collection.read_only
        assert told, f"a write to a read-only collection: {request.method} {request.target}"
        id_ = ResourceId(urlsplit(request.target).path)
        if face is None or not self.blind:
            if self.request is not None:
                self.request(request)
                self.alive()
            if face is not None and face.before is not None:
                face.before(id_)
                self.alive()
        reply = carry_out()
        done = 200 <= reply.status < 300
        if face is not None and face.after is not None and (done or not self.blind):
            face.after(id_)
        if self.answered is not None:
            self.answered(request)
        self.alive()
        return reply

    def _written(self, request: Any) -> Face | None:
        if request.method not in WRITES:
            return None
        path = request.target.rpartition("/")[0] + "/"
        return next((f for f in self.collections.values() if f.collection.path == path), None)

    def _watch(self, collection: Collection, name: str, before: bytes | None, after) -> None:
        if before is not None and before != after:
            self.taken(before, (collection.path, name))

    def sync(self, person, *, expected=frozenset(), **how):
        if expected is not ANY_FAILURE:
            # a server that asked to be left alone is, in the next runs as well
            expected |= {"http.hold_off"}
        result = super().sync(person, expected=expected, **how)
        if self._running is not None and self._running.raised:
            raise self._running.raised.pop()
        return result

    # faults

    def settled(self) -> None:
        """See ``Realm``."""
        super().settled()
        self.mended()

    def mended(self) -> None:
        """The faults of one run are over."""
        self.server.faults.clear()
        self.request = self.answered = None
        for person in self.people:
            person.step = None
        for place in self.places():
            place.around(None, None)

    @contextmanager
    def not_listed(self, face: Face) -> Iterator[None]:
        """The home set does not tell of a collection."""
        collection = face.collection
        collection.unlisted = True
        try:
            yield
        finally:
            collection.unlisted = False

    @contextmanager
    def unmounted(self, folder: Folder) -> Iterator[None]:
        """Another, empty folder is where a folder was."""
        if not folder.path.is_dir():
            yield
            return
        away = folder.path.with_name(f".away-{folder.path.name}")
        folder.path.rename(away)
        folder.path.mkdir()
        home, folder.path = folder.path, away
        try:
            yield
        finally:
            folder.path = home
            home.rmdir()
            away.rename(home)

    def close(self) -> None:
        super().close()
        for person in self.people:
            person.close()
        if self._running is not None:
            self._running.stop()


class _OverSockets:
    """The real transport; its pauses cost no time, and the world stands around its calls."""

    def __init__(self, world: HttpWorld, running: SocketServer) -> None:
        self._world = world
        self.waited = 0.0
        parts = urlsplit(running.url)
        secret = Secret(LOGIN, PASSWORD)
        self._inner = HttpTransport(
            AllowAll(),
            lambda: secret,
            origin=("http", parts.hostname or "", parts.port or 0),
            clock=lambda: self.waited,
            wall=lambda: world.server.clock.now,
            pause=self._pause,
            jitter=lambda _: 0.0,
        )

    def exchange(self, request: Request, *, meter=None, cancel=None):
        seen = SimpleNamespace(method=request.method, target=urlsplit(request.url).path)
        replies = []

        def carry_out():
            replies.append(self._inner.exchange(request, meter=meter, cancel=cancel))
            return replies[-1]

        try:
            return self._world._around(seen, carry_out)
        except BaseException:
            # whoever died after the answer left it unread, with its connection open
            for reply in replies:
                reply.close()
            raise

    def _pause(self, seconds: float, _cancel) -> None:
        self.waited += seconds
        self._world.server.clock.jump(seconds)

    def close(self) -> None:
        self._inner.close()


__all__ = ["HttpPerson", "HttpWorld"]
