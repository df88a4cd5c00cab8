"""Every failure a user can meet: its exit code, a stable reference, a hint, nothing lost.

Each is met by the program as a process, once in words for people and once with
``--json``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.acceptance.cli import Client, Done
from tests.acceptance.sides import Pair
from tests.ksync.secret_service import gnome_keyring, lock_default_collection, session_bus
from tests.servers import samples
from tests.servers.process import free_port
from tests.servers.wire import CountingProxy

EVENTS = 6


@pytest.fixture
def proxy(radicale, watched) -> CountingProxy:
    """The way to Radicale, which can be led elsewhere."""
    return watched(radicale)


@pytest.fixture
def pair(radicale, client, proxy) -> Pair:
    """A calendar that is on both sides."""
    href = radicale.make_calendar("work", ("VEVENT",), title="Work")
    client.add(radicale, url=proxy.rebase(radicale.url))
    pair = Pair(radicale, client, href)
    pair.seed(samples.events(EVENTS, 1))
    client.sync()
    return pair


def said(client: Client, *words: str, expect: int, reference: str, hint: str) -> tuple[str, Done]:
    """The same failure for people and for programs."""
    _out, err = client.text(*words, expect=expect)
    assert f"error [{reference}]: " in err, err
    (line,) = {line for line in err.splitlines() if line.startswith("  hint: ")}
    assert hint in line, err
    done = client.run(*words, expect=expect)
    assert done.stderr == ""
    return err, done


def refused(client: Client, *words: str, expect: int, reference: str, hint: str) -> str:
    """A command that ends with one error; returns what people read."""
    err, done = said(client, *words, expect=expect, reference=reference, hint=hint)
    assert done.envelope["code"] == reference
    assert done.problem["reference"] == reference
    assert done.problem["hint"]
    return err


def not_added(
    client: Client, *words: str, expect: int, reference: str, hint: str, secret: str = "pw"
) -> str:
    """An ``account add`` that leaves nothing behind, neither settings nor files."""
    command = ("--password-command", f"echo {secret}")
    add = ("account", "add", "acc", *words, *command)
    err = refused(client, *add, expect=expect, reference=reference, hint=hint)
    assert secret not in err or secret == "pw"
    assert client.run("account", "list").data["accounts"] == []
    for folder in ("data", "state/accounts"):
        assert not [path for path in (client.home / folder).rglob("*") if path.is_file()]
    return err


def failed_sync(
    pair: Pair, *, expect: int, reference: str, hint: str, code: str | None = None
) -> None:
    """A sync that fails and takes nothing away; afterwards both sides are as they were."""
    local, remote = pair.files(), pair.server()
    _err, done = said(pair.client, "sync", expect=expect, reference=reference, hint=hint)
    assert done.envelope["code"] == (code or reference)
    (account,) = done.data["accounts"]
    told = {error["reference"] for error in account["errors"]}
    told |= {reference for reference, _ in done.errors}
    assert told == {reference}
    assert pair.files() == local
    assert pair.server() == remote


def address(url: str, username: str = "someone") -> tuple[str, ...]:
    """The options of a server without a preset."""
    return ("--provider", "generic", "--url", url, "--username", username)


# -- the login -----------------------------------------------------------------------------


def test_a_wrong_password(client, radicale):
    words = address(radicale.url, radicale.username)
    hint = "Check the user name and the password"
    err = not_added(
        client, *words, expect=6, reference="http.unauthorized", hint=hint, secret="wr0ng-secret"
    )
    assert "account: acc" in err


def test_a_password_that_was_changed(pair):
    (pair.client.home.parent / f"{pair.client.home.name}-acc.password").write_text("old\n")
    hint = "`ksync account set-password acc`"
    failed_sync(pair, expect=6, reference="http.unauthorized", hint=hint)


def test_an_email_address_as_the_user_name_at_infomaniak(client, radicale):
    words = ("--provider", "infomaniak", "--url", radicale.url, "--username", "me@example.org")
    hint = "does not take an e-mail address as user name. Infomaniak's user name for "
    err = not_added(client, *words, expect=6, reference="http.unauthorized", hint=hint)
    assert "the short login" in err


# -- the way there ---------------------------------------------------------------------------


def test_nobody_listens(client):
    words = address(f"http://127.0.0.1:{free_port()}/")
    not_added(client, *words, expect=11, reference="transport.unreachable", hint="online")


def test_a_server_that_went_away(pair, proxy):
    proxy.refuse()
    failed_sync(pair, expect=11, reference="transport.unreachable", hint="online")
    proxy.accept()
    assert pair.client.sync().counts() == {}
    pair.check()


def test_a_name_that_is_none(client):
    words = address("https://nowhere.invalid/")
    not_added(client, *words, expect=11, reference="transport.name_not_resolved", hint="address")


def test_a_certificate_that_is_not_trusted(client, xandikos_tls):
    words = address(xandikos_tls.url, xandikos_tls.username)
    not_added(client, *words, expect=11, reference="transport.tls_untrusted", hint="certificate")
    assert client.add(xandikos_tls).envelope["ok"]


# -- something else answers ----------------------------------------------------------------------

PAGE = b"<!DOCTYPE html><html><head><title>Welcome</title><body><form>Log in</form></html>"
ELSEWHERE = "http://127.0.0.2:9/login"
ANSWERS = {
    "a page": None,
    "a login page here": "/login",
    "a login page elsewhere": ELSEWHERE,
}


class _Portal(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    location: str | None

    def _answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        away = self.location if self.path != "/login" else None
        self.send_response(200 if away is None else 302)
        if away is not None:
            self.send_header("Location", away)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    do_GET = do_PUT = do_DELETE = do_OPTIONS = do_PROPFIND = do_REPORT = _answer  # noqa: N815  http.server's names

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@contextmanager
def portal(location: str | None) -> Iterator[int]:
    """Answers everything with a page, or leads to one; yields its port."""
    handler = type("Portal", (_Portal,), {"location": location})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join(10)


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_portal_instead_of_the_server(client, answer):
    reference, hint = {
        "a page": ("dav.not_dav", "log in to its start page"),
        "a login page here": ("dav.not_dav", "log in to its start page"),
        "a login page elsewhere": ("transport.redirect_refused", "trusted_hosts"),
    }[answer]
    with portal(ANSWERS[answer]) as port:
        words = address(f"http://127.0.0.1:{port}/")
        not_added(client, *words, expect=4, reference=reference, hint=hint)


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_portal_before_an_account(pair, proxy, answer):
    """A page for every collection: nothing is taken for empty."""
    reference, hint = {
        "a page": ("dav.not_dav", "log in to its start page"),
        "a login page here": ("dav.not_dav", "log in to its start page"),
        "a login page elsewhere": ("transport.redirect_refused", "trusted_hosts"),
    }[answer]
    server_port = proxy.upstream_port
    with portal(ANSWERS[answer]) as port:
        proxy.upstream_port = port
        failed_sync(pair, expect=4, reference=reference, hint=hint, code="sync.partial")
    proxy.upstream_port = server_port
    assert pair.client.sync().counts() == {}
    pair.check()


# -- the disk ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Disk:
    """A file system of its own."""

    folder: Path

    def remount(self, options: str) -> None:
        """With other options."""
        subprocess.run(["mount", "-o", f"remount,{options}", str(self.folder)], check=True)


@pytest.fixture
def disk(client) -> Iterator[Disk]:
    """256 KiB for the data of the client's home."""
    folder = client.home / "data"
    folder.mkdir(parents=True, mode=0o700)
    options = "size=256k,mode=0700"
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "ksync-test", str(folder)], check=True)
    yield Disk(folder)
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def mounting(request: pytest.FixtureRequest) -> Callable[[], bool]:
    """Whether this process may mount; if not, the test is run in a namespace where it may."""

    def may() -> bool:
        if os.geteuid() == 0:
            return True
        space = ["unshare", "--user", "--map-root-user", "--mount"]
        again = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
        done = subprocess.run(
            [*space, *again, request.node.nodeid], capture_output=True, text=True, check=False,
            cwd=request.config.rootpath, timeout=100,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return False

    return may


def test_a_full_disk(mounting, request):
    if mounting():
        full_disk(request.getfixturevalue("pair"), request.getfixturevalue("disk"))


def full_disk(pair: Pair, disk: Disk) -> None:
    """It fills up in the middle of a sync; with more room the rest comes."""
