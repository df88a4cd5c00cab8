"""``ksync run``: the service as a service manager has it."""

from __future__ import annotations

import shutil
import signal
import time
from datetime import datetime
from pathlib import Path

import pytest

from tests.acceptance.cli import PROGRAM, Client
from tests.acceptance.headless import running
from tests.acceptance.mounts import Mounts
from tests.acceptance.policies import MANAGED, Etc
from tests.acceptance.waiting import wait_until
from tests.servers import samples
from tests.servers.wire import CountingProxy

WRITERS = 8
"""Requests that one account may have under way at once, at most."""


@pytest.fixture
def server(radicale):
    """A calendar with three events."""
    radicale.seed(radicale.make_calendar("cal", title="Secret calendar"), samples.events(3, 1))
    return radicale


def _folder(client, server):
    return client.home / "data" / "acc" / "calendars"


def _files(client, server):
    return sorted(_folder(client, server).glob("*/*.ics"))


def _remote(server):
    return server.etags(f"{server.calendar_home}cal/")


def test_it_syncs_says_so_and_stops(server, client, tmp_path):
    client.add(server)
    with running(client, tmp_path / "n") as service:
        wait_until(lambda: len(_files(client, server)) == 3, "first sync")
        service.idle()
        assert "acc at" in service.manager.status()
        said = service.stop()
    assert "Stopped; nothing is lost." in said
    assert service.manager.count("STOPPING") == 1
    runs = client.run("report", "list").data["runs"]
    assert [(run["trigger"], run["outcome"]) for run in runs] == [("first", "done")]


def test_a_local_edit_goes_up_and_is_one_run(server, client, tmp_path):
    client.add(server)
    with running(client, tmp_path / "n") as service:
        service.idle()
        (folder,) = {file.parent for file in _files(client, server)}
        before = len(client.run("report", "list").data["runs"])
        started = time.monotonic()
        for number, text in enumerate(samples.events(6, 77)):
            (folder / f"new-{number}.ics").write_bytes(text)
        wait_until(lambda: len(_remote(server)) == 9, "uploads")
        took = time.monotonic() - started
        service.idle()
        runs = client.run("report", "list").data["runs"]
        # the burst is one cycle, and what it wrote itself starts no other
        assert [run["trigger"] for run in runs[: len(runs) - before]] == ["change"]
        assert took < 60
        service.stop()


def test_an_edit_is_on_the_server_within_three_seconds(server, client, tmp_path):
    """The best of three counts: it shows what the design waits for, whatever else runs here."""
    with CountingProxy(server.server.port) as proxy:
        client.add(server, url=proxy.rebase(server.url))
        with running(client, tmp_path / "n") as service:
            service.idle()
            (folder,) = {file.parent for file in _files(client, server)}
            took = []
            for number, text in enumerate(samples.events(3, 79)):
                proxy.reset()
                started = time.monotonic()
                (folder / f"new-{number}.ics").write_bytes(text)
                wait_until(lambda: _answered(proxy, "PUT"), "the upload")
                took.append(time.monotonic() - started)
                service.idle()
                if took[-1] < 3:
                    break
            service.stop()
    assert min(took) < 3, took


def _answered(proxy, method):
    return any(seen.method == method and seen.status for seen in proxy.requests)


@pytest.mark.timeout(400)
def test_a_burst_of_a_thousand_files_is_one_cycle(cyrus, client, tmp_path):
    href = cyrus.make_calendar("burst", title="Burst")
    client.add(cyrus)
    with running(client, tmp_path / "n") as service:
        service.idle()
        folder = Path(client.row(href, synced=True)["path"])
        for number, text in enumerate(list(samples.events(1000, 80))):
            (folder / f"new-{number}.ics").write_bytes(text)
        wait_until(lambda: service.log().count("] ended: ") > 1, "a run", seconds=180)
        time.sleep(1.5)  # what was notified last is looked at
        service.idle()
        first, *others = client.run("report", "list").data["runs"]
        assert (first["trigger"], first["counts"]["uploaded"]) == ("change", 1000)
        assert [run["trigger"] for run in others] == ["first"]
        service.stop()
    assert len(cyrus.etags(href)) == 1000


def test_an_edit_whose_notification_the_system_lost_is_looked_for(server, client, tmp_path):
    """The queue overflows while the process stands still; nothing that counts is left in it."""
    queue = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())
    client.add(server)
    with running(client, tmp_path / "n") as service:
        service.idle()
        (folder,) = {file.parent for file in _files(client, server)}
        time.sleep(1.5)  # notifications of what the sync wrote are looked at
        service.process.send_signal(signal.SIGSTOP)
        other = folder / "other.tmp"
        for _ in range(queue // 2 + 1000):  # made and deleted: two notifications each
            other.touch()
            other.unlink()
        (folder / "new.ics").write_bytes(samples.events(1, 81)[0])
        service.process.send_signal(signal.SIGCONT)
        wait_until(lambda: len(_remote(server)) == 4, "the upload")
        service.idle()
        service.stop()


def test_sigterm_ends_a_sync_within_the_request_that_is_under_way(server, client, tmp_path):
    """At most as many answers are waited for as there are writers; nothing is lost."""
    with CountingProxy(server.server.port) as proxy:
        client.add(server, url=proxy.rebase(server.url))
        client.sync()
        (folder,) = {file.parent for file in _files(client, server)}
        for number, text in enumerate(samples.events(40, 82)):
            (folder / f"new-{number}.ics").write_bytes(text)
        proxy.delay = 0.1
        with running(client, tmp_path / "n") as service:
            wait_until(lambda: proxy.methods()["PUT"] > 3, "uploads")
            service.process.send_signal(signal.SIGTERM)
            begun = proxy.methods()["PUT"]
            assert service.process.wait(30) == 0
            service.process.communicate()
            assert proxy.methods()["PUT"] <= begun + WRITERS
        assert proxy.methods()["PUT"] < 40
        proxy.delay = 0.0
        client.sync()
        assert len(_remote(server)) == 43
        assert client.sync().counts() == {}
        uploaded = [seen.path for seen in proxy.requests if seen.method == "PUT" and seen.status]
        assert len(uploaded) == len(set(uploaded)) == 40


def test_a_server_that_asked_to_be_left_alone_is_left_alone_after_a_restart(
    server, client, tmp_path
):
    with CountingProxy(server.server.port) as proxy:
        client.add(server, url=proxy.rebase(server.url))
        proxy.answer(503, headers={"Retry-After": "1800"})
        assert client.sync(expect=11).references == {"http.hold_off"}
        proxy.reset()
        with running(client, tmp_path / "n") as service:
            service.idle()
            assert proxy.requests == []
            (account,) = client.run("status").data["accounts"]
            due = datetime.fromisoformat(account["next_run_at"]).timestamp()
            assert 1200 < due - time.time() < 2200
            client.sync(expect=11)  # nor by somebody who asks for it
            assert proxy.requests == []
            service.stop()


def test_each_account_has_its_interval(server, client):
    client.add(server)
    client.sync()
    for key, minutes in (("accounts.acc.interval_minutes", 60), ("sync.interval_minutes", 5)):
        client.run("config", "set", key, str(minutes))
        (account,) = client.run("status").data["accounts"]
        due = datetime.fromisoformat(account["next_run_at"]).timestamp()
        assert 60 * 60 * 0.8 < due - time.time() < 60 * 60 * 1.12


def test_pause_and_resume_reach_it_at_once(server, client, tmp_path):
    client.add(server)
    with running(client, tmp_path / "n") as service:
        service.idle()
        client.run("pause")
        wait_until(lambda: service.manager.status() == "paused until resumed", "pause")
        client.run("resume")
        service.idle()
        client.run("pause", "2h")
        wait_until(lambda: service.manager.status().startswith("paused until "), "pause")
        client.run("sync")  # whoever asks gets one
        client.run("resume")
        service.idle()
        service.stop()


def test_settings_that_cannot_be_read_stop_it_until_they_can(server, client, tmp_path):
    client.add(server)
    config = client.home / "config" / "config.toml"
    good = config.read_text()
    with running(client, tmp_path / "n") as service:
        service.idle()
        config.write_text(good + "\n[sync]\ninterval_minutes = 0\n")
        wait_until(lambda: service.manager.status() == "waits: config.invalid", "told")
        assert "config.invalid: The configuration is not valid (config.toml:" in service.log()
        config.write_text(good)
        service.idle()
        service.process.send_signal(signal.SIGHUP)
        wait_until(lambda: service.manager.count("READY") == 2, "reloaded")
        assert service.manager.count("RELOADING") == 1
        service.stop()


def test_a_policy_counts_as_soon_as_it_is_there(server, tmp_path):
    """Also the first one, in a folder that was not there before; a broken one stops it."""
    with Mounts() as mounts:
        etc = Etc(mounts, tmp_path / "etc")
        shutil.rmtree(etc.path(MANAGED))
        client = Client(tmp_path / "home", program=(*mounts.prefix, *PROGRAM))
        client.add(server)
        with running(client, tmp_path / "n") as service:
            service.idle()
            etc.path(MANAGED).mkdir(mode=0o755)
            etc.put("10.json", {"sync": {"interval_minutes": "soon"}})
            wait_until(lambda: service.manager.status().startswith("waits: policy."), "stopped")
            etc.put("10.json", {"sync": {"interval_minutes": 33}})
            service.idle()
            service.stop()


def test_the_watchdog_is_fed_only_where_there_is_one(server, client, tmp_path):
    client.add(server)
    with running(client, tmp_path / "n", watchdog=0.4) as service:
        wait_until(lambda: service.manager.count("WATCHDOG") >= 3, "signs of life")
        service.stop()
    with running(client, tmp_path / "m") as service:
        service.idle()
        service.stop()
        assert service.manager.count("WATCHDOG") == 0


def test_it_sleeps(server, client, tmp_path):
    """No thread is woken while nothing happens."""
    client.add(server)
    with running(client, tmp_path / "n") as service:
        service.idle()
        time.sleep(1.5)  # notifications of what the sync wrote are looked at
        before = service.wakeups()
        time.sleep(4)
        assert service.wakeups() == before
        service.stop()


def test_it_sleeps_while_it_is_paused_whatever_is_edited(server, client, tmp_path):
    client.add(server)
    with running(client, tmp_path / "n") as service:
        service.idle()
        client.run("pause")
        wait_until(lambda: service.manager.status().startswith("paused"), "pause")
        (folder,) = {file.parent for file in _files(client, server)}
        (folder / "new.ics").write_bytes(samples.events(1, 83)[0])
        time.sleep(1.5)  # it settles
        before = service.wakeups(), service.cpu()
        time.sleep(3)
        assert (service.wakeups(), service.cpu()) == before
        assert len(_remote(server)) == 3
        client.run("resume")
        wait_until(lambda: len(_remote(server)) == 4, "the upload")
        service.idle()
        service.stop()


def test_what_was_edited_while_nothing_ran_goes_up_when_it_begins(server, client, tmp_path):
    client.add(server)
    client.sync()
    (folder,) = {file.parent for file in _files(client, server)}
    (folder / "new.ics").write_bytes(samples.events(1, 84)[0])
    for trigger in ("change", None):
        with running(client, tmp_path / str(trigger)) as service:
            if trigger:
                wait_until(lambda: len(_remote(server)) == 4, "the upload")
            service.idle()
            time.sleep(1.5)
            service.idle()
            service.stop()
        # begun again without an edit, it asks nobody
        runs = [run["trigger"] for run in client.run("report", "list").data["runs"]]
        assert runs == ["change", "manual"]


def test_the_log_names_runs_and_nobody(server, client, tmp_path):
    client.add(server)
    with running(client, tmp_path / "n") as service:
        service.idle()
        (folder,) = {file.parent for file in _files(client, server)}
        (folder / "Therapy.ics").write_text("no calendar at all")
        wait_until(lambda: len(client.run("report", "list").data["runs"]) > 1, "second run")
        service.idle()
        service.stop()
        log = service.log()
    assert "[acc:1] ended: exit code 0, 3 downloaded" in log
    private = [server.password, server.username, "127.0.0.1", "cal", "Secret", str(client.home)]
    private += [file.name for file in folder.iterdir() if not file.name.startswith(".")]
    private += ["SUMMARY", folder.name]
    for line in log.splitlines():
        words = line.replace("calendar", "")
        assert not [one for one in private if one in words], line
    assert (client.home / "log" / "ksync.log").stat().st_mode & 0o777 == 0o600


def test_two_processes_make_each_run_once(server, client, tmp_path):
    client.add(server)
    with running(client, tmp_path / "a") as one, running(client, tmp_path / "b") as two:
        one.idle()
        two.idle()
        assert len(client.run("report", "list").data["runs"]) == 1
        (folder,) = {file.parent for file in _files(client, server)}
        (folder / "new.ics").write_bytes(samples.events(1, 78)[0])
        wait_until(lambda: len(_remote(server)) == 4, "upload")
        one.idle()
        two.idle()
        runs = client.run("report", "list").data["runs"]
        assert [run["trigger"] for run in runs] == ["change", "first"]
        one.stop()
        two.stop()


def test_a_log_that_cannot_be_written_is_told(client):
    client.home.mkdir()
    (client.home / "log").write_text("a file in the folder's place")
    _, said = client.text("run", expect=4)
    assert "store.failed" in said
    assert str(client.home / "log") in said
