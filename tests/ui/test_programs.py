"""The card of connected programs in the settings."""

from __future__ import annotations

import sqlite3

import pytest

from ksync.config import load
from tests.ui.finding import press, shown, texts
from tests.ui.waiting import until
from ui.widgets.dialogs import Question
from ui.widgets.programs import Programs


@pytest.fixture
def profile(tmp_path, monkeypatch):
    """A profile of Thunderbird that is closed, of this person."""
    root = tmp_path / "person" / ".thunderbird"
    folder = root / "abc.default"
    folder.mkdir(parents=True)
    (root / "profiles.ini").write_text(
        "[Profile0]\nName=default\nIsRelative=1\nPath=abc.default\nDefault=1\n"
    )
    (folder / "prefs.js").write_bytes(b'user_pref("own", 1);\n')
    monkeypatch.setenv("HOME", str(root.parent))
    return folder


@pytest.fixture
def page(profile, sides, program_at):
    return program_at("settings").window.page("settings")


def test_thunderbird_is_connected_and_disconnected(page, profile, paths) -> None:
    shown(page, "Not connected.")
    press(page, "Connect: Thunderbird")
    shown(page, "Shows 2 collections of kSync.")
    assert load(paths.config_file).config.gateway.enabled
    assert b"calendar.registry." in (profile / "prefs.js").read_bytes()
    press(page, "Update: Thunderbird")
    until(lambda: page.desk.bridge.idle)
    press(page, "Disconnect: Thunderbird")
    shown(page, "Not connected.")
    assert (profile / "prefs.js").read_bytes() == b'user_pref("own", 1);\n'


def test_edits_that_were_not_sent_are_asked_about(page, profile) -> None:
    shown(page, "Not connected.")
    press(page, "Connect: Thunderbird")
    shown(page, "Shows 2 collections of kSync.")
    prefs = (profile / "prefs.js").read_text()
    calendar = prefs.partition("calendar.registry.")[2].partition(".")[0]
    (profile / "calendar-data").mkdir()
    with sqlite3.connect(profile / "calendar-data" / "cache.sqlite") as database:
        database.execute("CREATE TABLE cal_events (cal_id TEXT, id TEXT, offline_journal INTEGER)")
        database.execute("INSERT INTO cal_events VALUES (?, 'e1', 1)", (calendar,))
    database.close()
    press(page, "Disconnect: Thunderbird")
    until(lambda: page.findChildren(Question))
    asked = page.findChildren(Question)[0]
    assert "1 in “Work”" in texts(asked)
    assert "calendar.registry." in (profile / "prefs.js").read_text()
    press(asked, "Throw away")
    shown(page, "Not connected.")


def test_where_no_program_is_it_says_so(program_at, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    monkeypatch.setenv("PATH", "/nowhere")
    page = program_at("settings").window.page("settings")
    shown(page, "No such program was found on this computer.")
    assert len(page.findChildren(Programs)) == 1
