"""The command line in this process, on a fresh home, against a real Radicale."""

from __future__ import annotations

import json
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ksync.cli.main import main
from tests.servers import Account, samples


@dataclass(frozen=True)
class Done:
    """What one call came to."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """``data`` of the envelope, the last line of stdout."""
        return self.envelope["data"]

    @property
    def envelope(self) -> dict[str, Any]:
        """The envelope, after what holds for every one was checked."""
        found = json.loads(self.out.splitlines()[-1])
        assert set(found) == {"schema", "ok", "code", "message", "data"}
        assert found["ok"] is (self.code == 0) is (found["code"] == "ok")
        return found

    @property
    def collections(self) -> dict[str, dict[str, Any]]:
        """What came of each collection of a sync, by its ID."""
        return {c["id"]: c for account in self.data["accounts"] for c in account["collections"]}


class Cli:
    """``ksync`` in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: str, code: int = 0) -> Done:
        """Run; the exit code has to be ``code``."""
        self._capsys.readouterr()
        found = main(words)
        captured = self._capsys.readouterr()
        assert found == code, (words, found, captured.out, captured.err)
        return Done(found, captured.out, captured.err)

    def json(self, *words: str, code: int = 0) -> Done:
        """The same with ``--json``; stdout is one envelope and nothing else."""
        done = self(*words, "--json", code=code)
        assert done.out.count("\n") == 1
        assert done.envelope["schema"] == "ksync/1"
        return done

    def sync(self, *words: str, code: int = 0) -> Done:
        """``sync --json``."""
        return self.json("sync", *words, code=code)


@pytest.fixture
def cli(capsys, paths, monkeypatch) -> Cli:
    """``ksync`` on a fresh home, without a keyring and without a terminal."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    return Cli(capsys)


@pytest.fixture
def remote(radicale) -> Account:
    """An account with a calendar (4 events) and an address book (2 contacts)."""
    calendar = radicale.make_calendar("cal", ("VEVENT",), title="Work")
    book = radicale.make_addressbook("book", title="People")
    radicale.seed(calendar, samples.events(4, 1))
    radicale.seed(book, samples.contacts(2, 1))
    return radicale


@pytest.fixture
def password_file(tmp_path, radicale) -> Path:
    """A file with the account's password."""
    file = tmp_path / "pass word"
    file.write_text(f"{radicale.password}\nsecond line\n")
    return file


@pytest.fixture
def login(radicale, password_file) -> tuple[str, ...]:
    """The options of ``account add`` for the account."""
    command = f"cat {shlex.quote(str(password_file))}"
    return ("--url", radicale.url, "--username", radicale.username, "--password-command", command)


@pytest.fixture
def added(cli, remote, login) -> Cli:
    """``ksync`` with the account "home"; its collections are home/work and home/people."""
    cli("account", "add", "home", *login)
    return cli


@pytest.fixture
def synced(added) -> Cli:
    """The same after a first sync."""
    added.sync()
    return added


@pytest.fixture
def folder(paths) -> Path:
    """The files of home/work."""
    return paths.data / "home" / "calendars" / "work"


@pytest.fixture
def calendar(remote) -> str:
    """Path of home/work on the server."""
    return f"{remote.calendar_home}cal/"
