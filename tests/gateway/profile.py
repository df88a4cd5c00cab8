"""A profile with collections as a sync leaves them, and the real gateway process over it."""

from __future__ import annotations

import contextlib
import http.client
import os
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ksync.composition import FOLDERS, marker_key
from ksync.gateway import place
from ksync.paths import Paths
from sync_engine.base_store.store import BaseStore
from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.replicas.vdir import VdirStore
from tests.servers import samples

HOME = "https://dav.example.org/home/"
START_SECONDS = 90.0


@dataclass
class Profile:
    """One account, ``home``, never synced with anybody."""

    home: Path
    account_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    infos: list[CollectionInfo] = field(default_factory=list)

    @property
    def paths(self) -> Paths:
        return Paths.under(self.home)

    @property
    def state_file(self) -> Path:
        return self.paths.state / "accounts" / self.account_id / "state.sqlite3"

    def write_config(self, more: str = "", account: str = "") -> None:
        self.paths.config.mkdir(parents=True, exist_ok=True)
        self.paths.config_file.write_text(
            f'[accounts.home]\nid = "{self.account_id}"\nusername = "u"\n'
            f'provider = "generic"\nurl = "{HOME}"\n{account}\n{more}\n'
        )

    def collection(self, kind: Kind, name: str, **more: object) -> Path:
        """Make a collection; its folder."""
        if not self.paths.config_file.exists():
            self.write_config()
        info = CollectionInfo(f"{HOME}{name.lower()}/", kind, name, **more)
        self.infos.append(info)
        self.state_file.parent.mkdir(parents=True, exist_ok=True)
        store = BaseStore.open(self.state_file)
        try:
            rows = store.collections.take_listing(
                f"{HOME}me/", self.infos, frozenset({HOME}), {HOME: f"{HOME}me/"}
            )
            row = next(row for row in rows if row.url == info.url)
            root = self.paths.data / "home" / FOLDERS[kind]
            folder = VdirStore(root, kind).create(marker_key(self.account_id, row.url), info)
            store.collections.set_local_name(row.id, folder)
        finally:
            store.close()
        return root / folder

    def synced(self, body: bytes) -> None:
        """The sync state knows this text."""
        store = BaseStore.open(self.state_file)
        store.contents.put(body)
        store.close()

    def environment(self) -> dict[str, str]:
        return {**os.environ, "KSYNC_HOME": str(self.home)}


def calendar(profile: Profile, name: str = "Work", count: int = 3, **more: object) -> Path:
    """A calendar with events."""
    folder = profile.collection(Kind.CALENDAR, name, **more)
    for number, body in enumerate(samples.events(count, 1)):
        (folder / f"event-{number}.ics").write_bytes(body)
    return folder


def addressbook(profile: Profile, name: str = "People", count: int = 2, **more: object) -> Path:
    """An address book with cards."""
    folder = profile.collection(Kind.ADDRESSBOOK, name, **more)
    for number, body in enumerate(samples.contacts(count, 1)):
        (folder / f"card-{number}.vcf").write_bytes(body)
    return folder


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def etag(self) -> str:
        return self.headers["etag"]


class Gateway:
    """The process, and a client for it."""

    def __init__(self, process: subprocess.Popen[bytes], where: place.Place) -> None:
        self.process = process
        self.port, self.token = where.port, where.token

    @property
    def root(self) -> str:
        return f"/{self.token}/"

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | str = b"",
        *,
        plain: bool = False,
        **headers: str,
    ) -> Answer:
        """One request.

        :param path: below the token, or as it is with ``plain``.
        :param headers: ``if_match`` is If-Match.
        """
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = {name.replace("_", "-").title(): value for name, value in headers.items()}
        with contextlib.closing(connection):
            target = path if plain else f"/{self.token}/{path}"
            connection.request(method, target, body or None, sent)
            reply = connection.getresponse()
            found = {name.lower(): value for name, value in reply.getheaders()}
            return Answer(reply.status, found, reply.read())


@contextlib.contextmanager
def serving(profile: Profile, *words: str) -> Iterator[Gateway]:
    """``ksync serve`` over a profile, until the end of the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", "ksync", "serve", *words],
        env=profile.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        yield Gateway(process, wait_for(profile, process))
    finally:
        process.terminate()
        out, err = process.communicate(timeout=60)
        if process.returncode not in (0, -15):
            raise AssertionError((process.returncode, out.decode(), err.decode()))


def wait_for(profile: Profile, process: subprocess.Popen[bytes]) -> place.Place:
    """Wait until it answers."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            out, err = process.communicate()
            raise AssertionError((process.returncode, out.decode(), err.decode()))
        found = place.read(profile.paths)
        if found is not None and place.gateway_lock(profile.paths).held_by_other():
            with contextlib.suppress(OSError):
                connection = http.client.HTTPConnection("127.0.0.1", found.port, timeout=5)
                with contextlib.closing(connection):
                    connection.request("OPTIONS", f"/{found.token}/")
                    if connection.getresponse().status == 200:
                        return found
        time.sleep(0.05)
    raise AssertionError("the gateway did not start")
