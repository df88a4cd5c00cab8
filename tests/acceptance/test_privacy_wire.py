"""What leaves the computer, and to whom: docs/privacy.md, row by row."""

from __future__ import annotations

import json
import socket
import sys
import threading
from pathlib import Path

import pytest

from tests.acceptance.cli import Client
from tests.servers import samples

PROGRAM = (sys.executable, "-W", "error", "-m", "tests.acceptance.watched_program")
PLAIN = [body for body in samples.events(20, 3) if b"ATTENDEE" not in body][:4]


class Watch:
    """A client, and what its processes did."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "watch"
        self.client = Client(folder / "home", {"KSYNC_WATCH": str(self.file)}, PROGRAM)

    def seen(self) -> list[list]:
        """What was seen since the last time."""
        lines = self.file.read_text().splitlines() if self.file.exists() else []
        self.file.unlink(missing_ok=True)
        return [json.loads(line) for line in lines]


@pytest.fixture
def watch(tmp_path):
    return Watch(tmp_path)


class Elsewhere:
    """Somebody who would be asked for a picture; counts who comes."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.came = 0
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.came += 1
            connection.close()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(10)


@pytest.fixture
def elsewhere():
    other = Elsewhere()
    yield other
    other.close()


def network(seen: list[list]) -> list[list]:
    """What went beyond this process: not to a socket in the file system (D-Bus)."""
    return [
        one for one in seen
        if one[0].startswith("socket.") and not (len(one) == 2 and isinstance(one[1], str))
    ]  # fmt: skip


def addresses(seen: list[list]) -> set[tuple[str, int]]:
    return {tuple(one[1][:2]) for one in network(seen) if one[0] != "socket.getaddrinfo"}


def names(seen: list[list]) -> set[str]:
    return {one[1] for one in network(seen) if one[0] == "socket.getaddrinfo"}


def test_only_the_account_s_own_host_is_ever_asked(radicale, watch, elsewhere, tmp_path):
    """A whole life of an account; pictures and attachments point to somebody else."""
    own = {("127.0.0.1", radicale.server.port)}
    url = f"http://127.0.0.1:{elsewhere.port}/picture.png"
    client = watch.client
    href = radicale.make_calendar("work", ("VEVENT",), title="Work")
    book = radicale.make_addressbook("people", title="People")
    with_link = PLAIN[0].replace(
        b"BEGIN:VEVENT\r\n",
        f"BEGIN:VEVENT\r\nATTACH:{url}\r\nIMAGE;VALUE=URI:{url}\r\nURL:{url}\r\n".encode(),
    )
    radicale.put(f"{href}a.ics", with_link)
    card = samples.contacts(1, 4)[0].replace(
        b"END:VCARD", f"PHOTO;VALUE=uri:{url}\r\nEND:VCARD".encode()
    )
    radicale.put(f"{book}a.vcf", card)
    client.add(radicale)
    assert addresses(watch.seen()) == own
    client.sync()
    seen = watch.seen()
    assert addresses(seen) == own
    assert names(seen) <= {"127.0.0.1"}
    # nothing is run but the command that gives the password
    assert {json.dumps(one[1:2]) for one in seen if one[0] == "subprocess.Popen"} == {'["cat"]'}
    folder = Path(client.listed()["acc/work"]["path"])
    (folder / "new.ics").write_bytes(PLAIN[1])
    client.sync()
    client.run("collection", "create", "acc", "More")
    client.run("collection", "rename", "acc/more", "Less")
    client.run("collection", "delete", "acc/less", "--yes", expect=2)
    client.run("collection", "delete", "acc/more", "--yes")
    client.run("account", "test", "acc")
    assert addresses(watch.seen()) == own
    # these ask nobody at all
    for words in (
        ("status",), ("report", "list"), ("history", "list"), ("collection", "list"),
        ("account", "show", "acc"), ("config", "show"), ("privacy", "show"),
        ("export", str(tmp_path / "copy")), ("account", "remove", "acc", "--erase", "--yes"),
    ):  # fmt: skip
        client.run(*words)
        assert network(watch.seen()) == [], words
    assert elsewhere.came == 0


def test_no_look_up_of_another_name(watch):
    """An account on a host by name: that name is asked for, and no other."""
    done = watch.client.run(
        "account", "add", "x", "--url", "https://dav.kept-private.invalid/", "--username", "u",
        "--password-command", "echo secret", expect=11,
    )  # fmt: skip
    assert done.problem["reference"] == "transport.name_not_resolved"
    asked = {str(name) for name in names(watch.seen())}
    assert asked <= {"dav.kept-private.invalid"}, asked


def test_a_password_goes_over_tls_alone(watch):
    """Plain http to another machine is refused before anybody is asked."""
    done = watch.client.run(
        "account", "add", "x", "--url", "http://dav.kept-private.invalid/", "--username", "u",
        "--password-command", "echo secret", expect=2,
    )  # fmt: skip
    assert "https://" in done.problem["message"]
    seen = watch.seen()
    assert network(seen) == []
    assert [one for one in seen if one[0] == "subprocess.Popen"] == []


@pytest.mark.parametrize("server", ["radicale", "xandikos", "cyrus", "sabre"], indirect=True)
def test_nothing_of_a_collection_that_is_left_out_is_fetched(server, client, watched):
    """Not its items, not their names: no request goes to it or below it."""
    proxy = watched(server)
    kept = server.make_calendar("kept", ("VEVENT",), title="Kept")
    out = server.make_calendar("out", ("VEVENT",), title="Out")
    book = server.make_addressbook("people", title="People")
    server.put(f"{kept}a.ics", PLAIN[0])
    server.put(f"{out}secret.ics", PLAIN[1])
    server.put(f"{book}secret.vcf", samples.contacts(1, 4)[0])
    client.add(server, url=proxy.rebase(server.url))
    rows = {row["href"].split("/", 3)[3]: row["id"] for row in client.listed().values()}
    for path in (out, book):
        client.run("collection", "disable", rows[path.lstrip("/")])
    before = len(proxy.requests)
    client.sync()
    client.sync("--full")
    asked = [seen.path for seen in proxy.requests[before:]]
    assert any(path.startswith(kept) for path in asked)
    assert [path for path in asked if path.startswith((out, book))] == []
    everything = b"".join(p.read_bytes() for p in client.home.rglob("*") if p.is_file())
    assert b"secret" not in everything
