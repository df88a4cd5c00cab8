"""A disk that is full, a folder that cannot be written, a keyring that is locked."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest

from tests.acceptance.cli import PROGRAM, Client
from tests.acceptance.mounts import Mounts
from tests.acceptance.sides import crlf, read_server, uid_of
from tests.ksync.secret_service import gnome_keyring, lock_default_collection
from tests.servers import Account, samples

MANY = 150


@pytest.fixture
def mounts() -> Iterator[Mounts]:
    """A mount namespace of the test's own."""
    with Mounts() as found:
        yield found


@pytest.fixture
def inside(mounts, tmp_path) -> Client:
    """A client whose program runs in that namespace."""
    return Client(tmp_path / "home", program=(*mounts.prefix, *PROGRAM))


def seeded(account: Account) -> str:
    """A calendar of ``MANY`` events."""
    href = account.make_calendar("work", ("VEVENT",), title="Work")
    account.seed(href, [b for b in samples.events(2 * MANY, 51) if b"ATTENDEE" not in b][:MANY])
    return href


def test_the_disk_is_full(radicale, inside, mounts):
    """Of the calendars and address books: what is there is whole, the rest comes later."""
    href = seeded(radicale)
    there = {uid_of(body): body for body in read_server(radicale, href).values()}
    data = inside.home / "data"
    mounts.small(data, "256k")
    inside.add(radicale)
    done = inside.sync(expect=4)
    assert "store.disk_full" in done.references
    assert "The disk is full." in str(done.data)
    files = list(mounts.inside(data).glob("acc/calendars/*/*.ics"))
    assert len(files) < MANY
    for path in files:
        body = path.read_bytes()
        assert body == there[uid_of(body)]
    assert len(read_server(radicale, href)) == MANY
    # still full: the same again, and nothing worse
    inside.sync(expect=4)
    assert len(read_server(radicale, href)) == MANY
    mounts.resize(data, "64m")
    inside.sync()
    bodies = [p.read_bytes() for p in mounts.inside(data).glob("acc/calendars/*/*.ics")]
    assert {uid_of(body): body for body in bodies} == there
    assert len(bodies) == MANY
    assert inside.sync().counts() == {}


def test_the_disk_of_the_state_is_full(radicale, inside, mounts):
    href = seeded(radicale)
    state = inside.home / "state"
    mounts.small(state, "400k")
    inside.add(radicale)
    done = inside.sync(expect=4)
    assert done.references & {"store.disk_full", "state.failed"}, done.data
    assert len(read_server(radicale, href)) == MANY
    mounts.resize(state, "64m")
    inside.sync()
    bodies = [p.read_bytes() for p in inside.home.glob("data/acc/calendars/*/*.ics")]
    assert len(bodies) == len(set(map(uid_of, bodies))) == MANY
    assert inside.sync().counts() == {}


@pytest.mark.parametrize("part", ["data", "state"])
def test_a_folder_that_cannot_be_written(radicale, inside, mounts, part):
    href = seeded(radicale)
    inside.add(radicale)
    inside.sync()
    (folder,) = inside.home.glob("data/acc/calendars/*/")
    edited, other = sorted(folder.glob("*.ics"))[:2]
    edited.write_bytes(edited.read_bytes().replace(b"DTSTAMP:2026", b"DTSTAMP:2027"))
    there = {uid_of(body): path for path, body in read_server(radicale, href).items()}
    path = there[uid_of(other.read_bytes())]
    body = crlf(radicale.get(path).body).replace(b"DTSTAMP:2026", b"DTSTAMP:2028")
    radicale.put(path, body)
    mounts.read_only(inside.home / part)
    before = {file.name: file.read_bytes() for file in folder.glob("*.ics")}
    done = inside.sync(expect=4)
    assert "store.read_only" in done.references
    assert {file.name: file.read_bytes() for file in folder.glob("*.ics")} == before
    assert len(read_server(radicale, href)) == MANY
    mounts.writable(inside.home / part)
    inside.sync()
    assert b"DTSTAMP:2028" in other.read_bytes()
    assert b"DTSTAMP:2027" in radicale.get(there[uid_of(edited.read_bytes())]).body
    assert inside.sync().counts() == {}


@pytest.fixture
def desktop(bus, tmp_path) -> Client:
    """A client in a desktop session with a bus."""
    return Client(tmp_path / "ksync", bus)


def add_with_keyring(account: Account, client: Client, *, expect: int = 0):
    """``account add`` with the password from stdin, to be stored in the keyring."""
    words = ("account", "add", "acc", "--provider", "generic", "--url", account.url)
    words += ("--username", account.username, "--password-stdin")
    return client.run(*words, stdin=f"{account.password}\n", expect=expect)


def test_a_keyring_that_is_locked(radicale, desktop, bus):
    href = seeded(radicale)
    with gnome_keyring(bus, password="pw"):
        add_with_keyring(radicale, desktop)
        assert desktop.sync().counts() == {"downloaded": MANY}
        lock_default_collection()
        done = desktop.sync(expect=10)
        assert done.envelope["code"] == "credential.keyring_locked"
        _, said = desktop.text("sync", expect=10)
        assert "[credential.keyring_locked]: The keyring is locked." in said
        assert "hint:" in said
        assert radicale.password not in said + str(done.envelope)
    # logged in again
    with gnome_keyring(bus, password="pw"):
        assert desktop.sync().counts() == {}
    assert len(read_server(radicale, href)) == MANY


def test_no_keyring_at_all(radicale, desktop):
    done = add_with_keyring(radicale, desktop, expect=10)
    assert done.envelope["code"] == "credential.keyring_missing"
    assert desktop.run("account", "list").data["accounts"] == []


def test_a_keyring_without_the_secret(radicale, desktop, bus):
    with gnome_keyring(bus, password="pw"):
        add_with_keyring(radicale, desktop)
        identifier = desktop.run("config", "get", "accounts.acc.id").data["value"]
        cleared = ["secret-tool", "clear", "username", identifier]
        subprocess.run(cleared, env=bus, check=True, timeout=20)
        done = desktop.sync(expect=10)
        assert done.envelope["code"] == "credential.secret_missing"
