"""What the application layer has for the window: tally, chart, autostart, preferences."""

from __future__ import annotations

import subprocess

import pytest

from ksync.composition import Parts
from ksync.config import load
from ksync.reporting.errors import ConfigRefused, UnknownKey
from ksync.service import Service, autostart, pausing, preferences
from ksync.service.progress import Tally, taken
from sync_engine.events import (
    CollectionFinished,
    CollectionStarted,
    Planned,
    Progress,
    ResourceFailed,
    RunFinished,
    RunStarted,
)


def _tally(*events) -> Tally:
    found = Tally()
    for event in events:
        found = taken(found, event)
    return found


START = RunStarted("home", 1, dry_run=False)


def test_resources_are_counted_over_all_phases() -> None:
    found = _tally(
        START,
        CollectionStarted("home", "work"),
        Planned("home", "work", {"create local": 10}),
        Progress("home", "work", "fetch", 4, 10),
        Progress("home", "work", "local", 2, 10),
    )
    assert (found.done, found.total, found.active) == (6, 20, True)
    assert found.current == ("home", "work", "local")
    assert found.looking == ("home/work",)


def test_the_share_never_goes_back() -> None:
    shares = []
    found = Tally()
    for event in (
        START,
        Progress("home", "work", "fetch", 9, 10),
        Progress("home", "work", "local", 0, 10),
        Progress("home", "work", "local", 10, 10),
    ):
        found = taken(found, event)
        shares.append(found.share)
    assert shares[0] is None
    assert shares[1:] == sorted(shares[1:])


def test_several_accounts_are_one_tally_until_all_have_ended() -> None:
    found = _tally(
        START,
        RunStarted("work", 1, dry_run=False),
        ResourceFailed("home", "cal", "a.ics", "resource.broken", ""),
        CollectionFinished("home", "cal", "failed", {}),
        RunFinished("home", 1, "partial"),
    )
    assert (found.active, found.failed, found.finished) == (True, 1, 1)
    assert not taken(found, RunFinished("work", 1, "done")).active


def test_a_new_run_begins_a_new_tally() -> None:
    ended = _tally(START, Progress("home", "w", "fetch", 1, 1), RunFinished("home", 1, "done"))
    assert taken(ended, START).total == 0


@pytest.fixture
def service(paths):
    return lambda: Service(Parts(paths, load(paths.config_file).config))


def test_days_without_runs_are_there(service) -> None:
    days = service().reports.days(30)
    assert len(days) == 30
    assert all(day.runs == day.here == day.there == 0 for day in days)
    assert [day.day for day in days] == sorted(day.day for day in days)


def test_days_count_what_changed(synced, service) -> None:
    today = service().reports.days(3)[-1]
    assert (today.here, today.there, today.runs) == (6, 0, 1)


def test_a_glance(synced, service) -> None:
    found = service().glance()
    assert [each.account for each in found.accounts] == ["home"]
    assert (found.conflicts, found.holds, found.paused_until) == (0, 0, None)
    assert found.next_run is not None and found.next_run > found.at
    assert all(file.is_file() for file in found.state_files)
    pausing.pause(service().parts, 60)
    assert service().glance().paused_until is not None
    pausing.resume(service().parts)
    assert service().glance().paused_until is None


def test_preferences_are_read_and_changed(service, paths) -> None:
    parts = service().parts
    assert preferences.read(parts).values["sync.interval_minutes"] == 15
    preferences.change(parts, "sync.interval_minutes", "30")
    preferences.change(parts, "desktop.notifications", "false")
    found = preferences.read(parts)
    assert found.values["sync.interval_minutes"] == 30
    assert found.values["desktop.notifications"] is False
    assert found.locked == frozenset()
    assert found.file == str(paths.config_file)
    with pytest.raises(ConfigRefused):
        preferences.change(parts, "sync.interval_minutes", "0")
    with pytest.raises(UnknownKey):
        preferences.change(parts, "sync.nothing", "1")


def test_the_autostart_entry_is_valid_and_goes_again(tmp_path) -> None:
    env = {"HOME": str(tmp_path)}
    assert not autostart.enabled(env)
    file = autostart.enable(env, '/opt/my "apps"/100%/ksync-tray')
    assert file == tmp_path / ".config/autostart/ksync.desktop"
    assert autostart.enabled(env)
    done = subprocess.run(
        ["desktop-file-validate", file], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (line,) = (each for each in file.read_text().splitlines() if each.startswith("Exec="))
    assert line.endswith('ksync-tray" --background')
    assert "100%%" in line
    file.write_text("[Desktop Entry]\nHidden=true\n")
    assert not autostart.enabled(env)
    autostart.disable(env)
    autostart.disable(env)
    assert not file.exists()
