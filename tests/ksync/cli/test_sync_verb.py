"""``ksync sync``: the contract's data, the exit codes, events, interruption."""

import json
import os
import signal
import subprocess
import sys

import pytest

from ksync.composition import Parts
from ksync.config import load
from tests.ksync.cli.test_account_verbs import on_a_terminal
from tests.servers import samples
from tests.servers.process import free_port

COUNTS = (
    *("downloaded", "uploaded", "deleted_local", "deleted_remote"),
    *("merged", "out_of_scope", "conflicts", "held", "failed"),
)


def test_without_an_account_it_says_how_to_add_one(cli):
    done = cli("sync", code=2)
    assert "error [account.none]" in done.err
    assert "`ksync account add" in done.err
    for words in (["status"], ["collection", "list"], ["account", "list"], ["hold", "list"]):
        done = cli(*words)
        assert done.out == ""
        assert "`ksync account add" in done.err
    assert cli.json("status").data == {
        "gateway": {"enabled": False, "running": False, "address": None},
        "paused": None,
        "accounts": [],
        "holds": [],
        "conflicts": [],
    }


def test_the_data_of_a_sync(added, folder):
    data = added.sync().data
    assert set(data) == {"run", "dry_run", "accounts"}
    assert (data["run"], data["dry_run"]) == ("home:1", False)
    (account,) = data["accounts"]
    assert set(account) == {
        *("name", "run", "outcome", "requests", "seconds", "collections", "errors"),
    }
    assert (account["name"], account["run"], account["outcome"]) == ("home", "home:1", "done")
    assert account["requests"] > 0
    assert account["errors"] == []
    by_id = {c["id"]: c for c in account["collections"]}
    work = by_id["home/work"]
    assert set(work) == {
        "id",
        "outcome",
        *COUNTS,
        "requests",
        "seconds",
        "errors",
        "holds",
        "waiting_conflicts",
    }
    assert {name: work[name] for name in COUNTS if work[name]} == {"downloaded": 4}
    assert work["outcome"] == "synced"
    assert work["requests"] > 0
    assert 0 < work["seconds"] <= account["seconds"]
    assert len(list(folder.glob("*.ics"))) == 4


def test_a_summary_for_people(added):
    done = added("sync")
    rows = [line.split(maxsplit=2) for line in done.out.splitlines()]
    assert rows == [
        ["COLLECTION", "OUTCOME", "CHANGES"],
        ["home/people", "synced", "2 downloaded"],
        ["home/work", "synced", "4 downloaded"],
    ]
    assert done.err.startswith("Done (")
    added("sync")  # it was written: looked at once more
    done = added("sync")
    assert "home/work    unchanged\n" in done.out
    assert done.err.startswith("Everything was up to date (1 request, ")
    assert added("sync", "--quiet") == type(done)(0, "", "")


def test_names_choose(added, folder, paths):
    assert set(added.sync("home/people").collections) == {"home/people"}
    assert not folder.exists()
    assert set(added.sync("home").collections) == {"home/people", "home/work"}
    assert "account.unknown" in added("sync", "nope", code=2).err
    assert "collection.unknown" in added("sync", "home/nope", code=2).err


def test_nothing_to_sync_is_said(added):
    added("collection", "disable", "home/work")
    added("collection", "disable", "home/people")
    assert "There is no collection to sync" in added("sync").err


def test_a_dry_run_prints_the_plan_and_changes_nothing(synced, folder, remote, calendar):
    (folder / "r-00000.ics").unlink()
    edited = folder / "r-00001.ics"
    edited.write_bytes(edited.read_bytes().replace(b"SUMMARY:", b"SUMMARY:X "))
    remote.delete(f"{calendar}r-00002.ics")
    before = (remote.etags(calendar), sorted(p.name for p in folder.iterdir()))
    done = synced("sync", "--dry-run")
    assert sorted(done.out.splitlines()[:4]) == [
        "  delete here: r-00002.ics",
        "  delete on the server: r-00000.ics",
        "  replace on the server: r-00001.ics",
        "home/work:",
    ]
    assert "1 to upload, 1 to delete here, 1 to delete on the server" in done.out
    assert "A dry run: nothing was changed" in done.err
    data = synced.sync("--dry-run").data
    assert (data["run"], data["dry_run"]) == (None, True)
    (work,) = [c for c in data["accounts"][0]["collections"] if c["id"] == "home/work"]
    assert {"action": "delete local", "name": "r-00002.ics"} in work["plan"]
    assert "holds" not in work
    assert (remote.etags(calendar), sorted(p.name for p in folder.iterdir())) == before
    assert len(synced.json("report", "list").data["runs"]) == 1
    assert synced.sync().collections["home/work"]["deleted_local"] == 1


def test_a_long_plan_is_cut(cli, radicale, login):
    path = radicale.make_calendar("cal", title="Work")
    radicale.seed(path, samples.events(23, 1))
    cli("account", "add", "home", *login)
    out = cli("sync", "--dry-run").out
    assert out.count("create here:") == 20
    assert "… and 3 more (--verbose shows all)" in out
    assert cli("sync", "--dry-run", "--verbose").out.count("create here:") == 23


def test_full_compares_everything(synced):
    synced.sync()
    idle = synced.sync().data["accounts"][0]["requests"]
    assert synced.sync("--full").data["accounts"][0]["requests"] > idle


def test_events_as_lines(added):
    done = added("sync", "--json-lines")
    *events, envelope = map(json.loads, done.out.splitlines())
    assert events[0] == {
        "event": "run_started",
        "account": "home",
        "run": "home:1",
        "dry_run": False,
    }
    assert events[-1] == {
        "event": "run_finished",
        "account": "home",
        "run": "home:1",
        "outcome": "done",
    }
    assert {"event": "collection_started", "account": "home", "collection": "home/work"} in events
    planned = [e for e in events if e["event"] == "planned" and e["collection"] == "home/work"]
    assert planned[0]["actions"] == {"create local": 4}
    assert {event["event"] for event in events} == {
        *("run_started", "collection_started", "planned", "progress"),
        *("collection_finished", "run_finished"),
    }
    assert envelope["schema"] == "ksync/1"
    assert done.data["run"] == "home:1"
    events = [
        json.loads(line) for line in added("sync", "--json-lines", "--dry-run").out.split("\n")[:-2]
    ]
    assert events[0]["run"] is None


def test_a_mistake_before_json_lines_is_one_envelope(cli):
    done = cli("sync", "--json-lines", "--nope", code=2)
    assert done.envelope["code"] == "usage.invalid"


def test_verbose_tells_what_happens(added):
    done = added("sync", "--verbose")
    assert "home/work: planned 4 x create local\n" in done.err
    assert "home/work: writing files, 4 of 4\n" in done.err
    assert "home: run home:1 ended: done\n" in done.err


def test_a_display_on_a_terminal_only_and_on_stderr(added):
    code, out, err = on_a_terminal([(b"home: ", b"")], "sync")
    assert code == 0
    assert "\x1b" not in out
    assert "4 downloaded" in out
    assert "home: asking the server" in err
    assert on_a_terminal([], "sync", "--quiet") == (0, "", "")


def test_some_failed_is_4_and_listed(synced, folder):
    (folder / "bad.ics").write_text("nonsense")
    done = synced.sync(code=4)
    assert done.envelope["code"] == "sync.partial"
    work = done.collections["home/work"]
    assert (work["failed"], work["outcome"]) == (1, "unchanged")
    (error,) = work["errors"]
    assert set(error) == {"reference", "href", "message"}
    assert (error["reference"], error["href"]) == ("resource.broken", "bad.ics")
    assert "damaged" in error["message"]
    done = synced("sync", code=4)
    assert "error [resource.broken]" in done.err
    assert "resource: bad.ics" in done.err
    assert "hint: Mend the file" in done.err
    assert done.err.endswith("the next sync tries again.\n")


def test_a_rejected_password_is_6_with_the_providers_advice(added, password_file):
    password_file.write_text("wrong\n")
    done = added.sync(code=6)
    assert done.envelope["code"] == "http.unauthorized"
    assert done.envelope["message"] == "The login was rejected by the server."
    (account,) = done.data["accounts"]
    assert [error["reference"] for error in account["errors"]] == ["http.unauthorized"]
    err = added("sync", code=6).err
    assert err.count("error [") == 1
    assert "`ksync account set-password home`" in err


def test_a_failing_password_command_is_10_and_reported(added):
    added("account", "set", "home", "password_command=sh -c 'echo locked >&2; exit 3'")
    done = added.sync(code=10)
    assert done.envelope["code"] == "credential.command_failed"
    assert "ended with 3: locked" in done.data["accounts"][0]["errors"][0]["message"]
    (account,) = added.json("status").data["accounts"]
    assert account["last_run"]["outcome"] == "failed"
    assert [p["reference"] for p in account["problems"]] == ["credential.command_failed"]


def test_an_unreachable_server_is_11_and_reported(added):
    added("account", "set", "home", f"url=http://127.0.0.1:{free_port()}/")
    assert added.sync(code=11).envelope["code"] == "transport.unreachable"
    assert "transport.unreachable" in added("sync", code=11).err
    (run, again) = added.json("report", "list").data["runs"]
    assert (run["outcome"], again["outcome"]) == ("failed", "failed")
    (account,) = added.json("status").data["accounts"]
    assert account["problems"][0]["reference"] == "transport.unreachable"


def test_an_account_in_use_is_12(added, paths):
    parts = Parts(paths, load(paths.config_file).config)
    with parts.account("home").lock().acquire(0):
        done = added.sync("--wait", "0.2", code=12)
        assert done.envelope["code"] == "lock.held"
        assert added.json("status").data["accounts"][0]["busy"] is True
        assert " now " in added("status").out
    added.sync("--wait", "0")


def test_the_worst_of_several_accounts(added, login):
    added("account", "add", "other", *login)
    added("account", "set", "other", f"url=http://127.0.0.1:{free_port()}/")
    done = added.sync(code=11)
    by_name = {account["name"]: account for account in done.data["accounts"]}
    assert by_name["home"]["outcome"] == "done"
    assert (by_name["other"]["outcome"], by_name["other"]["run"]) == ("failed", None)
    assert done.data["run"] == "home:1"


def test_a_state_that_cannot_be_written_is_an_error_and_no_bug(added, paths):
    locks = paths.state / "locks"
    for file in locks.iterdir():
        file.unlink()
    locks.rmdir()
    locks.write_text("a file")
    done = added.sync(code=4)
    assert done.data["accounts"][0]["errors"][0]["reference"] == "store.failed"


def test_a_damaged_state_is_set_aside_and_said(synced, paths, remote, calendar):
    (state,) = (paths.state / "accounts").glob("*/state.sqlite3")
    state.write_bytes(b"garbage" * 1000)
    for side in state.parent.glob("state.sqlite3-*"):
        side.unlink()
    done = synced("sync")
    assert "warning: The state store was damaged" in done.err
    assert len(remote.etags(calendar)) == 4


# -- interruption --------------------------------------------------------------------

PROGRAM = (sys.executable, "-W", "error", "-m", "ksync")
MANY = 60


@pytest.fixture
def many(synced, folder):
    """Files that are to be uploaded one by one."""
    for number, body in enumerate(samples.events(MANY, 7)):
        (folder / f"new-{number:03}.ics").write_bytes(body)
    return synced


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_sync_is_130_and_goes_on_later(many, remote, calendar, number):
    with subprocess.Popen(
        [*PROGRAM, "sync", "--json-lines"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        for line in process.stdout:
            if json.loads(line).get("phase") == "remote":
                break
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err == ""
    envelope = json.loads(out.splitlines()[-1])
    assert (envelope["code"], envelope["message"]) == (
        "interrupted",
        "Interrupted; nothing is lost.",
    )
    assert envelope["data"]["accounts"][0]["outcome"] == "interrupted"
    there = len(remote.etags(calendar))
    assert 4 < there < 4 + MANY
    many.sync()
    many.sync()
    assert len(remote.etags(calendar)) == 4 + MANY
    assert many.sync().collections["home/work"]["outcome"] == "unchanged"
    assert many.json("collection", "list").data["collections"][1]["items"] == 4 + MANY


def test_an_interruption_is_told_and_a_second_one_ends(added, tmp_path):
    running = tmp_path / "running"
    command = f"sh -c 'echo $$ > {running}; exec sleep 60'"
    added("account", "set", "home", f"password_command={command}")
    with subprocess.Popen(
        [*PROGRAM, "sync"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        while not running.exists() or not running.read_text():
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert process.stderr.readline() == "\n"
        assert process.stderr.readline().startswith("Stopping after the step that runs")
        process.send_signal(signal.SIGINT)
        process.wait(30)
        os.kill(int(running.read_text()), signal.SIGTERM)
    assert process.returncode == -signal.SIGINT


def test_what_fails_because_it_was_stopped_is_an_interruption(added, tmp_path):
    running = tmp_path / "running"
    command = f"sh -c 'echo $$ > {running}; exec sleep 60'"
    added("account", "set", "home", f"password_command={command}")
    with subprocess.Popen(
        [*PROGRAM, "sync"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        while not running.exists() or not running.read_text():
            assert process.poll() is None
        # a terminal's Ctrl-C reaches the command as well
        process.send_signal(signal.SIGINT)
        process.stderr.readline()
        os.kill(int(running.read_text()), signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err.endswith("Interrupted; nothing is lost.\n")
    assert "credential" not in err
