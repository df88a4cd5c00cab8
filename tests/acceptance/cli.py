"""``ksync`` as a process: a home of its own, one envelope for each call.

Every call checks what holds for all: the exit code that was expected, one JSON
envelope whose ``ok`` is false exactly when that code is not 0, and no traceback
on stderr. Warnings of the program are errors.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.servers import Account

COUNTS = (
    "downloaded",
    "uploaded",
    "deleted_local",
    "deleted_remote",
    "merged",
    "out_of_scope",
    "conflicts",
    "held",
    "failed",
)
PROGRAM = (sys.executable, "-W", "error", "-m", "ksync")
PATIENCE = 90


@dataclass(frozen=True)
class Done:
    """A finished call."""

    words: tuple[str, ...]
    exit_code: int
    envelope: dict[str, Any]
    stderr: str

    @property
    def data(self) -> dict[str, Any]:
        """The envelope's data."""
        return self.envelope["data"]

    @property
    def problem(self) -> dict[str, str]:
        """What the call ended with, where it ended with one error."""
        return self.data["problem"]

    # -- of a sync -----------------------------------------------------------------

    @property
    def collections(self) -> dict[str, dict[str, Any]]:
        """What came of each collection, by its ID."""
        return {one["id"]: one for each in self.data["accounts"] for one in each["collections"]}

    @property
    def errors(self) -> list[tuple[str, str]]:
        """(reference, href or file) of every error in a collection."""
        return [
            (error["reference"], error["href"])
            for one in self.collections.values()
            for error in one["errors"]
        ]

    @property
    def references(self) -> set[str]:
        """The references of all errors, of accounts and collections."""
        ended = {error["reference"] for each in self.data["accounts"] for error in each["errors"]}
        return ended | {reference for reference, _ in self.errors}

    @property
    def requests(self) -> int:
        """How many requests it says that it made."""
        return sum(each["requests"] for each in self.data["accounts"])

    def counts(self, collection: str | None = None) -> dict[str, int]:
        """What was done, only what is not 0; all collections together, or one."""
        chosen = self.collections.values() if collection is None else [self.collections[collection]]
        totals = {name: sum(one[name] for one in chosen) for name in COUNTS}
        return {name: number for name, number in totals.items() if number}


class Client:
    """A KSYNC_HOME and the program that uses it.

    :param home: the folder; it need not exist.
    :param environment: beside what every program needs and KSYNC_HOME.
    :param program: what to run, if something else has to run it.
    """

    def __init__(
        self,
        home: Path,
        environment: Mapping[str, str] | None = None,
        program: Sequence[str] = PROGRAM,
    ) -> None:
        self.home = home
        self.program = tuple(program)
        self._rows: dict[str, dict[str, Any]] = {}
        kept = {"PATH", "LANG", "LC_ALL", "TMPDIR", "PYTHONPATH", "HOME"}
        self.environment = {key: os.environ[key] for key in kept & os.environ.keys()}
        self.environment |= {"KSYNC_HOME": str(home), **(environment or {})}

    # -- running ---------------------------------------------------------------------

    def start(self, *words: str, **options: Any) -> subprocess.Popen[bytes]:
        """Start ``ksync … --json`` and return at once."""
        return subprocess.Popen(
            [*self.program, *words, "--json"],
            env=self.environment,
            stdin=options.pop("stdin", subprocess.DEVNULL),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **options,
        )

    def finish(
        self,
        process: subprocess.Popen[bytes],
        *,
        expect: int | None = 0,
        stdin: bytes | None = None,
    ) -> Done:
        """Wait for a call's end and check it.

        :param expect: its exit code; ``None``: any that is no bug.
        """
        try:
            out, err = process.communicate(stdin, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise
        words = tuple(map(str, process.args[len(self.program) :]))  # type: ignore[index]  # a list, see start
        return checked(words, process.returncode, out, err, expect)

    def run(self, *words: str, expect: int | None = 0, stdin: str | None = None) -> Done:
        """Run ``ksync … --json`` to its end."""
        sent = None if stdin is None else stdin.encode()
        pipe = subprocess.DEVNULL if stdin is None else subprocess.PIPE
        return self.finish(self.start(*words, stdin=pipe), expect=expect, stdin=sent)

    def text(self, *words: str, expect: int = 0) -> tuple[bytes, str]:
        """Run without ``--json``: stdout and stderr."""
        done = subprocess.run(
            [*self.program, *words],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        err = done.stderr.decode()
        assert done.returncode == expect, (words, done.returncode, done.stdout, err)
        assert "Traceback" not in err, err
        return done.stdout, err

    # -- verbs -------------------------------------------------------------------------

    def add(
        self,
        account: Account,
        name: str = "acc",
        *,
        url: str | None = None,
        username: str | None = None,
        password: str | None = None,
        expect: int = 0,
        more: tuple[str, ...] = (),
    ) -> Done:
        """``account add`` with a password command.

        :param url: another way to the server, e.g. through a proxy.
        :param password: another one than the account's.
        """
        secret = self.home.parent / f"{self.home.name}-{name}.password"
        secret.write_text(f"{account.password if password is None else password}\n")
        words = ["account", "add", name, "--provider", "generic", "--url", url or account.url]
        words += ["--username", username or account.username]
        words += ["--password-command", f"cat {shlex.quote(str(secret))}"]
        if account.ca_file is not None:
            words += ["--ca-file", str(account.ca_file)]
        return self.run(*words, *more, expect=expect)

    def sync(self, *words: str, expect: int | None = 0) -> Done:
        """``sync``."""
        return self.run("sync", *words, expect=expect)

    def listed(self) -> dict[str, dict[str, Any]]:
        """``collection list``, by ID."""
        rows = self.run("collection", "list").data["collections"]
        return {row["id"]: row for row in rows}

    def row(self, href: str, *, synced: bool = False) -> dict[str, Any]:
        """The row of ``collection list`` for a path on the server, as it was once seen.

        :param synced: with its folder, which there is after the first sync.
        """
        for fresh in (False, True):
            if fresh:
                self._rows = self.listed()
            found = [row for row in self._rows.values() if row["href"].endswith(href)]
            if found and (found[0]["path"] or not synced):
                assert len(found) == 1, (href, found)
                return found[0]
        raise AssertionError((href, self._rows))

    def holds(self) -> list[dict[str, Any]]:
        """``hold list``."""
        return self.run("hold", "list").data["holds"]

    def versions(self, *words: str) -> list[dict[str, Any]]:
        """``history list``, newest first."""
        return self.run("history", "list", "--limit", "100000", *words).data["versions"]

    def version(self, identifier: str) -> bytes:
        """The bytes of a version."""
        return base64.b64decode(self.run("history", "show", identifier).data["base64"])

    # -- behind the program's back --------------------------------------------------

    @contextlib.contextmanager
    def state(self) -> Iterator[sqlite3.Connection]:
        """The account's state store, to be spoilt; what is done is committed."""
        (path,) = (self.home / "state" / "accounts").glob("*/state.sqlite3")
        with contextlib.closing(sqlite3.connect(path, timeout=10)) as database, database:
            yield database


def checked(words: tuple[str, ...], code: int, out: bytes, err: bytes, expect: int | None) -> Done:
    """What a call printed, after the checks that hold for every call."""
    said = err.decode()
    shown = (words, code, out.decode(errors="replace")[-3000:], said[-3000:])
    if expect is None:
        assert code not in (1, 2), shown
    else:
        assert code == expect, shown
    assert "Traceback" not in said, shown
    assert "Warning" not in said, shown
    envelope = json.loads(out)
    assert set(envelope) == {"schema", "ok", "code", "message", "data"}, shown
    assert envelope["schema"] == "ksync/1"
    assert envelope["ok"] is (code == 0), shown
    return Done(words, code, envelope, said)
