"""What stays on the computer, for how long, and how it goes: docs/privacy.md, row by row."""

from __future__ import annotations

import base64
import contextlib
import os
import re
import sqlite3
import stat
import subprocess
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.cli import Client
from tests.acceptance.headless import Running, running
from tests.acceptance.waiting import wait_until
from tests.ksync.secret_service import entries, gnome_keyring, lock_default_collection
from tests.servers import Account, samples

MARK = "Zebrastreifen"
"""In the title of an event: nothing else has it."""
PLAIN = [body for body in samples.events(20, 3) if b"ATTENDEE" not in body]
EVENT = PLAIN[0].replace(b"BEGIN:VEVENT\r\n", f"BEGIN:VEVENT\r\nX-MARK:{MARK}\r\n".encode())


@pytest.fixture
def keyring(bus) -> Iterator[dict[str, str]]:
    """A session with the real gnome-keyring, open."""
    with gnome_keyring(bus, password="pw"):
        yield bus


@pytest.fixture
def signed_in(radicale: Account, keyring, tmp_path) -> Client:
    """An account whose password is in the keyring, synced, with a history and a log."""
    client = Client(tmp_path / "home", keyring)
    href = radicale.make_calendar("work", ("VEVENT",), title="Work")
    radicale.put(f"{href}a.ics", EVENT)
    add(client, radicale)
    client.sync()
    radicale.delete(f"{href}a.ics")
    radicale.put(f"{href}b.ics", PLAIN[1])
    client.sync()
    for name in ("ksync.log", "ksync.log.1", "gateway.log"):
        log = client.home / "log" / name
        log.parent.mkdir(exist_ok=True, mode=0o700)
        log.touch(0o600)
        log.write_text("2026 INFO [acc:1] Synced acc.\n2026 INFO [other:1] Synced other.\n")
    return client


def add(client: Client, account: Account, name: str = "acc", expect: int = 0):
    return client.run(
        "account", "add", name, "--url", account.url, "--username", account.username,
        "--password-stdin", stdin=f"{account.password}\n", expect=expect,
    )  # fmt: skip


def octets(folder: Path) -> bytes:
    """Everything in every file below a folder, and its name."""
    found = []
    for path in sorted(folder.rglob("*")):
        found.append(os.fsencode(path.relative_to(folder)))
        if path.is_file():
            found.append(path.read_bytes())
    return b"\n".join(found)


def files(folder: Path) -> list[str]:
    return [str(path) for path in folder.rglob("*") if not path.is_dir()]


def test_the_password_is_in_the_keyring_and_nowhere_else(signed_in, radicale, keyring):
    assert f"secret = {radicale.password}" in entries(keyring)
    everything = octets(signed_in.home)
    pair = f"{radicale.username}:{radicale.password}".encode()
    for secret in (radicale.password.encode(), base64.b64encode(pair)):
        assert secret not in everything
    modes = {stat.S_IMODE(p.lstat().st_mode) & 0o077 for p in signed_in.home.rglob("*")}
    assert modes == {0}, "readable for others"


def test_nothing_but_login_and_password_is_asked_for(signed_in, radicale):
    """What the settings hold of a person is the login."""
    account = signed_in.run("account", "show", "acc").data["account"]
    assert account["username"] == radicale.username
    text = (signed_in.home / "config" / "config.toml").read_text()
    keys = {line.split("=")[0].strip() for line in text.splitlines() if "=" in line}
    assert keys <= {"id", "provider", "url", "username", "config_version", "version"}, keys


def test_where_the_files_will_be_is_said_before_the_first_sync(radicale, keyring, tmp_path):
    client = Client(tmp_path / "home", keyring)
    process = subprocess.run(
        [*client.program, "account", "add", "acc", "--url", radicale.url, "--username",
         radicale.username, "--password-stdin"],
        env=client.environment, input=f"{radicale.password}\n", capture_output=True, text=True,
        timeout=90, check=True,
    )  # fmt: skip
    assert f"Your files will be in {client.home / 'data' / 'acc'}" in process.stderr
    assert "other programs can read them" in process.stderr


def test_show_tells_what_is_stored_where_and_why(signed_in, radicale):
    shown = signed_in.run("privacy", "show").data
    rows = {row["what"]: row for row in shown["kept"]}
    kinds = {"settings", "password", "items", "state", "history", "reports", "logs", "program"}
    assert set(rows) == kinds
    home = signed_in.home
    assert rows["settings"]["place"] == str(home / "config")
    assert rows["items"]["place"] == str(home / "data" / "acc")
    assert rows["logs"]["place"] == str(home / "log")
    assert rows["items"]["count"] == 1, "an item, and not the calendar's colour and name"
    assert rows["history"]["count"] == len(signed_in.versions()) == 1
    assert rows["reports"]["count"] == 2
    assert all(row["why"] and row["until"] for row in rows.values())
    size = sum(path.stat().st_size for path in (home / "data" / "acc").rglob("*") if path.is_file())
    assert rows["items"]["octets"] == size
    assert shown["hosts"] == {"acc": ["127.0.0.1"]}
    out, _ = signed_in.text("privacy", "show")
    assert b"and to nobody else" in out
    assert MARK.encode() not in out


def test_the_copy_has_items_settings_and_history(signed_in, tmp_path):
    copy = tmp_path / "copy"
    done = signed_in.run("privacy", "export", str(copy))
    assert done.data["versions"] == 1
    assert MARK.encode() in octets(copy / "acc" / "history")
    assert (copy / "settings.toml").exists()
    assert list((copy / "acc" / "calendars" / "work").iterdir())


def test_an_erased_history_is_in_no_file_any_more(signed_in):
    with signed_in.state() as database:
        rows = database.execute("SELECT data, packed FROM content").fetchall()
    (stored,) = (
        data
        for data, packed in rows
        if MARK.encode() in (zlib.decompress(data) if packed else data)
    )
    # as it is packed; a long text is in several pages
    trace = stored[40:140]
    assert len(trace) == 100
    assert trace in octets(signed_in.home)
    assert signed_in.run("history", "erase", "--yes").data == {"erased": 1}
    assert signed_in.versions() == []
    assert trace not in octets(signed_in.home)
    assert MARK.encode() not in octets(signed_in.home)
    (path,) = (signed_in.home / "state" / "accounts").glob("*/state.sqlite3")
    with contextlib.closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT count(*) FROM effect").fetchone() == (0,)
    # what is there now is as it was
    assert signed_in.sync().counts() == {}


def test_sign_out_takes_the_secret_and_signing_in_again_works(signed_in, radicale, keyring):
    before = files(signed_in.home / "data")
    done = signed_in.run("account", "sign-out", "acc")
    assert (done.data["secret"], done.data["erased"]) == (True, False)
    assert radicale.password not in entries(keyring)
    assert signed_in.sync(expect=10).references == {"credential.secret_missing"}
    assert files(signed_in.home / "data") == before
    assert signed_in.run("account", "show", "acc").data["account"]["password_stored_at"] is None
    signed_in.run(
        "account", "set-password", "acc", "--password-stdin", stdin=f"{radicale.password}\n"
    )
    assert signed_in.sync().counts() == {}


def test_sign_out_from_a_shared_computer_leaves_the_settings_and_nothing_else(
    signed_in, radicale, keyring
):
    signed_in.run("account", "sign-out", "acc", "--erase", expect=2)  # nobody says yes
    assert files(signed_in.home / "data")
    signed_in.run("account", "sign-out", "acc", "--erase", "--yes")
    assert radicale.password not in entries(keyring)
    assert files(signed_in.home / "data") == []
    assert files(signed_in.home / "state" / "accounts") == []
    assert MARK.encode() not in octets(signed_in.home)
    assert "[acc:1]" not in (signed_in.home / "log" / "ksync.log").read_text()
    assert "[other:1]" in (signed_in.home / "log" / "ksync.log").read_text()
    signed_in.run(
        "account", "set-password", "acc", "--password-stdin", stdin=f"{radicale.password}\n"
    )
    assert signed_in.sync().counts() == {"downloaded": 1}


def test_a_locked_keyring_is_no_sign_out(signed_in, radicale, keyring):
    """The secret is there still: nothing else is deleted, and it is said."""
    lock_default_collection()
    for words in (("sign-out", "acc", "--erase"), ("remove", "acc", "--erase")):
        done = signed_in.run("account", *words, "--yes", expect=10)
        assert done.problem["reference"] == "credential.keyring_locked"
    assert files(signed_in.home / "data")
    assert "acc" in (signed_in.home / "config" / "config.toml").read_text()


def test_a_removed_and_erased_account_leaves_nothing(signed_in, radicale, keyring):
    """Nothing in the keyring, and in no file its login, its address, its items, its name."""
    config = signed_in.home / "config" / "config.toml"
    identifier = signed_in.run("account", "show", "acc").data["account"]["id"]
    (config.parent / "config.toml.v1").write_text(config.read_text())
    done = signed_in.run("account", "remove", "acc", "--erase", "--yes")
    assert done.data["left"] == []
    assert radicale.password not in entries(keyring)
    everything = octets(signed_in.home)
    port = str(radicale.server.port)
    for trace in (MARK, radicale.username, port, identifier, "acc", "Work"):
        assert re.search(rb"\b%b\b" % trace.encode(), everything) is None, trace
    assert "[other:1]" in (signed_in.home / "log" / "ksync.log").read_text()


def test_after_erase_nothing_is_left(signed_in, radicale, keyring, tmp_path):
    add(signed_in, radicale, "second")
    signed_in.sync()
    (signed_in.home / "log" / "error-20260101T000000-000001.txt").write_text("ValueError")
    signed_in.run("privacy", "erase", expect=2)  # nobody says yes
    assert files(signed_in.home / "data")
    done = signed_in.run("privacy", "erase", "--yes")
    assert done.data == {"accounts": ["acc", "second"], "left": []}
    assert files(signed_in.home) == []
    assert radicale.password not in entries(keyring)
    assert signed_in.run("account", "list").data == {"accounts": []}


def test_after_erase_it_is_said_how_the_program_goes(signed_in):
    signed_in.run("service", "autostart", "on")
    signed_in.run("service", "install", "--no-start")
    out, _ = signed_in.text("privacy", "erase", "--yes")
    assert b"`ksync service remove`" in out
    assert b"`ksync service autostart off`" in out
    signed_in.run("service", "autostart", "off")
    signed_in.run("service", "remove")
    out, _ = signed_in.text("privacy", "erase", "--yes")
    assert out == b""


def test_what_is_not_ksync_s_stays_and_is_named(signed_in):
    note = signed_in.home / "data" / "acc" / "calendars" / "work" / "note.txt"
    note.write_text("mine")
    done = signed_in.run("privacy", "erase", "--yes", expect=4)
    assert done.envelope["code"] == "privacy.left"
    assert done.data["left"] == [str(note)]
    assert files(signed_in.home) == [str(note)]


def test_nothing_is_erased_while_another_ksync_works(signed_in):
    from ksync.locks import ProcessLock

    (lock,) = (signed_in.home / "state" / "locks").glob("????????-*.lock")
    with ProcessLock(lock).acquire(0):
        done = signed_in.run("privacy", "erase", "--yes", expect=12)
    assert done.problem["reference"] == "lock.held"
    assert files(signed_in.home / "data")


def test_nothing_is_erased_while_a_service_is_idle(signed_in, tmp_path):
    """It holds no account then, and would fetch everything anew; two of them are both seen."""
    with (
        running(signed_in, tmp_path / "a") as first,
        running(signed_in, tmp_path / "b") as second,
    ):
        there = {service.process.pid: service for service in (first, second)}
        while there:
            for service in there.values():
                service.idle()
            done = signed_in.run("privacy", "erase", "--yes", expect=12)
            assert done.problem["reference"] == "lock.running"
            assert "systemctl --user stop ksync" in done.problem["hint"]
            told = re.search(r"\(`ksync run`, process (\d+)\)", done.problem["message"])
            assert told, done.problem
            there.pop(int(told[1])).stop()
    assert files(signed_in.home / "data")
    assert signed_in.run("privacy", "erase", "--yes").data["left"] == []
    assert files(signed_in.home) == []


def test_nothing_is_erased_while_the_gateway_runs(signed_in):
    signed_in.run("config", "set", "gateway.enabled", "true")
    process = subprocess.Popen(
        [*signed_in.program, "serve"],
        env=signed_in.environment,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until(lambda: signed_in.run("serve", "--show").data["running"], "the gateway")
        done = signed_in.run("privacy", "erase", "--yes", expect=12)
        assert f"(`ksync serve`, process {process.pid})" in done.problem["message"]
    finally:
        process.terminate()
        process.wait(30)
    assert signed_in.run("privacy", "erase", "--yes").data["left"] == []
    assert files(signed_in.home) == []


def test_no_service_begins_while_everything_is_erased(signed_in, tmp_path):
    """It waits, and finds a profile without accounts."""
    from ksync.paths import Paths
    from ksync.presence import alone

    folder = tmp_path / "n"
    with alone(Paths.under(signed_in.home)):
        service = Running(signed_in, folder)
        time.sleep(2)
        assert service.manager.count("READY") == 0
        assert signed_in.run("privacy", "erase", "--yes", expect=12).problem["reference"] == (
            "lock.held"
        )
    service.ready()
    service.idle()
    service.stop()
    service.manager.close()


def test_the_age_of_a_password_is_shown_and_told_after_a_year(signed_in):
    shown = signed_in.run("account", "show", "acc").data["account"]
    assert abs(time.time() - _seconds(shown["password_stored_at"])) < 3600
    assert shown["password_old"] is False
    year = 366 * 86400
    with signed_in.state() as database:
        database.execute(
            "UPDATE fact SET value = value - ? WHERE key = 'password-stored-at'", (year,)
        )
    assert signed_in.run("account", "show", "acc").data["account"]["password_old"] is True
    (status,) = signed_in.run("status").data["accounts"]
    assert status["password_old"] is True
    out, _ = signed_in.text("status")
    assert b"more than a year ago" in out
    assert b"ksync account set-password acc" in out
    out, _ = signed_in.text("account", "show", "acc")
    assert b"more than a year ago" in out


def _seconds(text: str) -> float:
    from datetime import datetime

    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()
