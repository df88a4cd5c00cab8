"""What waits, what was, what ran: hold, history, report, status."""

import base64
import json
import signal
import subprocess
import sys

import pytest

from ksync.reporting.decisions import HOLDS
from sync_engine.core.guards import HoldKind
from tests.servers import samples

SIZE = 12


@pytest.fixture
def full(cli, radicale, login, paths):
    """A synced calendar of ``SIZE`` events: the account, its path, its folder."""
    path = radicale.make_calendar("cal", title="Work")
    radicale.seed(path, samples.events(SIZE, 1))
    cli("account", "add", "home", *login)
    cli.sync()
    return radicale, path, paths.data / "home" / "calendars" / "work"


@pytest.fixture
def held(cli, full):
    """All files went: a decision waits."""
    for file in full[2].glob("*.ics"):
        file.unlink()
    done = cli.sync(code=5)
    assert done.envelope["code"] == "sync.decisions_wait"
    assert done.collections["home/work"]["outcome"] == "held"
    assert done.collections["home/work"]["holds"] == ["home:1"]
    return full


def test_every_kind_of_hold_has_its_words():
    assert set(HOLDS) == set(HoldKind)
    for words in HOLDS.values():
        for sentence in (words.seen, words.approve, words.reject):
            assert sentence.format(count="2 items").endswith(".")


def test_nothing_waits(cli, full):
    assert "No decision waits." in cli("hold", "list").err
    assert cli.json("status").data["holds"] == []
    assert "hold.unknown" in cli("hold", "show", "home:1", code=2).err
    assert "hold.unknown" in cli("hold", "approve", "nope:1", code=2).err


def test_a_hold_is_shown_with_what_each_answer_does(cli, held):
    (view,) = cli.json("hold", "list").data["holds"]
    assert (view["id"], view["collection"]) == ("home:1", "home/work")
    assert (view["kind"], view["state"], view["size"]) == ("mass-deletion-remote", "open", SIZE)
    assert view["opened_at"].endswith("Z")
    assert "12 items went from this computer" in cli("hold", "list").out
    done = cli("hold", "show", "1")
    lines = done.out.splitlines()
    assert lines[-2].startswith("`ksync hold approve home:1` deletes them on the server too")
    assert lines[-1].startswith("`ksync hold reject home:1` keeps them")
    assert len(lines) == SIZE + 3
    data = cli.json("hold", "show", "home:1").data
    assert data["hold"] == view
    assert len(data["items"]) == SIZE
    assert all(item["title"] for item in data["items"])


def test_status_says_that_a_decision_waits(cli, held):
    done = cli("status", code=5)
    assert "home/work: 12 items went from this computer" in done.out
    assert "`ksync hold show home:1`" in done.out
    assert "1 decision waits for you" in done.err
    done = cli.json("status", code=5)
    assert done.envelope["code"] == "sync.decisions_wait"
    assert done.data["accounts"][0]["holds"] == 1
    assert [hold["id"] for hold in done.data["holds"]] == ["home:1"]


def test_the_dry_run_of_a_hold_opens_none(cli, full):
    for file in full[2].glob("*.ics"):
        file.unlink()
    done = cli("sync", "--dry-run", code=5)
    assert "12 waiting for you" in done.out
    assert "some of it would wait for you" in done.err
    assert cli.json("hold", "list").data["holds"] == []


def test_rejecting_brings_them_back(cli, held):
    remote, path, folder = held
    done = cli("hold", "reject", "home:1")
    assert "The next sync keeps them" in done.err
    assert "`ksync sync home`" in done.err
    assert "home:1 is rejected; the next sync carries it out." in cli("status").out
    problem = cli.json("hold", "approve", "home:1", code=2).data["problem"]
    assert (problem["reference"], problem["detail"]) == ("hold.decided", "rejected")
    assert cli.sync().collections["home/work"]["downloaded"] == SIZE
    assert len(list(folder.glob("*.ics"))) == SIZE == len(remote.etags(path))
    assert "No decision waits." in cli("hold", "list").err
    assert "closed" in cli("hold", "list", "--all").out


def test_approving_deletes_and_the_history_has_them(cli, held):
    remote, path, _ = held
    assert cli.json("hold", "approve", "home:1").data["hold"]["state"] == "approved"
    assert cli.sync().collections["home/work"]["deleted_remote"] == SIZE
    assert remote.etags(path) == {}
    versions = cli.json("history", "list").data["versions"]
    assert len(versions) == SIZE
    assert {version["reason"] for version in versions} == {"deleted"}
    assert cli("history", "list").out.count("deleted on the server") == SIZE


def test_a_version_is_shown_as_it_was_and_restored(synced, folder, remote, calendar):
    file = folder / "r-00000.ics"
    before = file.read_bytes()
    remote.put(f"{calendar}r-00000.ics", before.replace(b"SUMMARY:", b"SUMMARY:NEW "))
    synced.sync()
    assert b"NEW" in file.read_bytes()
    (version,) = synced.json("history", "list", "home/work").data["versions"]
    assert (version["id"], version["reason"], version["side"]) == ("home:1", "overwritten", "local")
    assert version["file"] == "r-00000.ics"
    data = synced.json("history", "show", "home:1").data
    assert base64.b64decode(data["base64"]) == before
    assert data["text"] == before.decode()
    done = synced("history", "show", "1")
    assert done.out == before.decode().replace("\r\n", "\n")
    assert "overwritten here" in done.err
    done = synced("history", "restore", "home:1")
    assert done.out == f"{file}\n"
    assert "`ksync sync home/work`" in done.err
    assert file.read_bytes() == before
    assert synced.sync().collections["home/work"]["uploaded"] == 1
    assert b"NEW" not in remote.get(f"{calendar}r-00000.ics").body
    # restoring put the newer one into the history: nothing is lost
    assert "NEW" in synced("history", "list").out


def test_the_history_is_limited_and_chosen(synced, folder, remote, calendar):
    assert "Nothing was overwritten" in synced("history", "list").err
    for name in ("r-00000", "r-00001"):
        remote.delete(f"{calendar}{name}.ics")
    synced.sync()
    assert len(synced.json("history", "list", "--limit", "1").data["versions"]) == 1
    assert len(synced.json("history", "list", "home").data["versions"]) == 2
    assert synced.json("history", "list", "home/people").data["versions"] == []
    assert "collection.unknown" in synced("history", "list", "home/nope", code=2).err
    assert "history.unknown" in synced("history", "show", "home:99", code=2).err
    assert "history.unknown" in synced("history", "restore", "x", code=2).err


def test_a_restore_of_what_is_not_there(synced, folder, paths, remote, calendar):
    remote.delete(f"{calendar}r-00000.ics")
    synced.sync()
    (folder / ".ksync").unlink()
    problem = synced.json("history", "restore", "home:1", code=4).data["problem"]
    assert problem["reference"] == "store.unavailable"


def test_reports(synced, folder, remote, calendar):
    (folder / "r-00000.ics").unlink()
    (folder / "bad.ics").write_text("nonsense")
    remote.put(f"{calendar}more.ics", samples.events(6, 3)[-1])
    synced.sync(code=4)
    runs = synced.json("report", "list").data["runs"]
    assert [run["id"] for run in runs] == ["home:2", "home:1"]
    assert [run["outcome"] for run in runs] == ["partial", "done"]
    assert runs[0]["counts"]["downloaded"] == 1
    assert runs[0]["started_at"] <= runs[0]["ended_at"]
    assert "1 downloaded, 1 deleted on the server, 1 failed" in synced("report", "list").out
    data = synced.json("report", "show", "home:2").data
    assert set(data) == {"run", "collections", "items", "errors"}
    (work,) = [c for c in data["collections"] if c["id"] == "home/work"]
    assert work["errors"][0]["reference"] == "resource.broken"
    assert {item["verb"] for item in data["items"]} == {"create local", "delete remote"}
    assert all(item["title"] for item in data["items"])
    out = synced("report", "show", "2").out
    assert out.startswith("home:2: partial, ")
    assert "deleted on the server" in out
    assert "bad.ics" in out
    assert "Mend the file" in out
    assert "report.unknown" in synced("report", "show", "home:99", code=2).err
    assert len(synced.json("report", "list", "home", "--limit", "1").data["runs"]) == 1


def test_nothing_ran_yet(added):
    assert "Nothing ran so far." in added("report", "list").err
    assert "never" in added("status").out


def test_status_shows_the_last_run_and_what_failed(synced, folder):
    (account,) = synced.json("status").data["accounts"]
    assert set(account) == {
        *(
            "account",
            "last_run",
            "next_run_at",
            "next_run_why",
            "busy",
            "holds",
            "collections",
            "items",
            "out_of_scope",
            "password_stored_at",
            "password_old",
            "problems",
        ),
    }
    assert (account["items"], account["collections"], account["busy"]) == (6, 2, False)
    assert account["last_run"]["outcome"] == "done"
    out = synced("status").out
    assert "(just now)" in out
    assert "6 downloaded" in out
    (folder / "bad.ics").write_text("nonsense")
    synced.sync(code=4)
    out = synced("status").out
    assert "home/work: This file is damaged" in out
    assert "(bad.ics)" in out


def test_watching_shows_changes_until_ctrl_c(synced, folder):
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "ksync", "status", "--watch"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert "ACCOUNT" in process.stdout.readline()
        assert "6 downloaded" in process.stdout.readline()
        (folder / "bad.ics").write_text("nonsense")
        synced.sync(code=4)
        for line in process.stdout:
            if "This file is damaged" in line:
                break
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, "")
    assert json.loads(synced("status", "--watch", "--json", code=2).out)["code"] == "usage.invalid"
