"""What the doctor sees, and what it says to do."""

from __future__ import annotations

import datetime
from email.utils import format_datetime

import pytest

from tests.servers import samples
from tests.servers.wire import CountingProxy


def findings(done):
    """(check, state) -> finding, all of them."""
    return {(one["check"], one["state"]): one for one in done.data["findings"]}


def problems(done):
    """What is wrong, by check."""
    return {check: one for (check, state), one in findings(done).items() if state == "problem"}


def test_in_order(synced):
    done = synced.json("doctor")
    seen = {check for check, state in findings(done) if state == "ok"}
    assert seen >= {
        *("version", "settings", "places", "password", "state", "folders"),
        *("clock", "server", "collections"),
    }
    assert problems(done) == {}
    text = synced("doctor").out
    assert "home: server: 127.0.0.1 answers, and the login is accepted." in text
    assert "all tell what changed" in text


def test_nothing_is_written_and_offline_asks_nobody(synced, paths, remote):
    state = next(paths.state.glob("accounts/*/state.sqlite3"))
    before = state.read_bytes(), sorted(paths.data.rglob("*"))
    remote.server.halt()
    try:
        synced.json("doctor", "--offline")
        done = synced.json("doctor", code=11)
    finally:
        remote.server.come_back()
    assert problems(done)["server"]["reference"] == "transport.unreachable"
    assert (state.read_bytes(), sorted(paths.data.rglob("*"))) == before


def test_a_login_that_is_rejected(synced, password_file):
    password_file.write_text("wrong\n")
    done = synced.json("doctor", code=6)
    assert problems(done)["login"]["account"] == "home"
    assert "set-password" in problems(done)["login"]["mend"]


def test_settings_that_are_broken(synced, paths):
    paths.config_file.write_text(paths.config_file.read_text() + "\n[sync]\nconflict = 'what'\n")
    done = synced.json("doctor", code=13)
    assert "sync.conflict" in problems(done)["settings"]["message"]
    assert done.envelope["code"] == "doctor.problems"


def test_a_state_that_is_damaged_is_told_and_left(synced, paths):
    state = next(paths.state.glob("accounts/*/state.sqlite3"))
    damaged = state.read_bytes()[:5000] + b"\xff" * 4000
    state.write_bytes(damaged)
    for extra in state.parent.glob("*-wal"):
        extra.unlink()
    done = synced.json("doctor", "--offline", code=4)
    assert problems(done)["state"]["reference"] == "state.damaged"
    assert state.read_bytes() == damaged


def test_a_folder_that_is_gone(synced, folder):
    folder.rename(folder.with_name("elsewhere"))
    done = synced.json("doctor", "--offline", code=4)
    assert problems(done)["folders"]["reference"] == "store.unavailable"
    assert "nothing was deleted" in problems(done)["folders"]["mend"].lower()


def test_a_folder_that_others_can_read(synced, paths):
    paths.state.chmod(0o755)
    done = synced.json("doctor", "--offline", code=4)
    assert f"chmod 700 {paths.state}" in problems(done)["places"]["mend"]


@pytest.mark.parametrize("minutes", [-30, 45])
def test_a_clock_that_is_wrong(added, remote, minutes):
    with CountingProxy(remote.server.port) as proxy:
        added("account", "set", "home", f"url={proxy.rebase(remote.url)}")
        now = datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=minutes)
        told = format_datetime(now, usegmt=True)
        proxy.answer(200, headers={"Date": told}, method="OPTIONS")
        done = added.json("doctor", code=4)
    way = "behind" if minutes > 0 else "ahead of"
    assert f"{abs(minutes)} minutes {way} the server's" in problems(done)["clock"]["message"]


def test_a_server_without_collections(cli, radicale, login):
    cli("account", "add", "home", *login)
    done = cli.json("doctor")
    found = findings(done)["collections", "note"]
    assert "lists no calendar and no address book" in found["message"]
    assert "web browser" in found["mend"]


def test_decisions_that_wait(synced, folder, remote):
    for number, text in enumerate(samples.events(12, 9)):
        remote.put(f"{remote.calendar_home}cal/more-{number}.ics", text)
    synced.sync()
    for file in folder.glob("*.ics"):
        file.unlink()
    synced.sync(code=5)
    found = findings(synced.json("doctor", "--offline"))["decisions", "note"]
    assert found["message"] == "Decisions wait for you: 1."
    assert "ksync hold list" in found["mend"]
