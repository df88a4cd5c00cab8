"""The menu as things are: nothing is missing, what cannot be done is disabled."""

from __future__ import annotations

import math

from ksync.service.progress import Tally
from tests.ui.viewmodels.making import NOW, account, glance
from ui.viewmodels.menu import SEPARATOR, Entry, menu
from ui.viewmodels.status import Known, status


def _menu(known: Known) -> dict[str, Entry]:
    entries = menu(known, status(known, NOW))
    return {entry.text: entry for entry in entries if entry.id != SEPARATOR}


def _ids(known: Known) -> set[str]:
    entries = menu(known, status(known, NOW))
    return {e.id for entry in entries for e in (entry, *entry.children)} - {"", SEPARATOR}


def test_without_an_account_nothing_can_be_synced() -> None:
    entry = _menu(Known(glance()))["Sync now (no account yet)"]
    assert not entry.enabled


def test_several_accounts_are_a_submenu() -> None:
    entry = _menu(Known(glance(account("home"), account("work"))))["Sync now"]
    assert [child.id for child in entry.children] == ["sync", "sync:home", "sync:work"]


def test_while_it_syncs_it_can_be_stopped() -> None:
    known = Known(glance(account()), Tally(frozenset({"home"})))
    assert _menu(known)["Stop syncing"].id == "stop"


def test_pause_and_resume_take_turns() -> None:
    pauses = {"pause:hour", "pause:tomorrow", "pause:forever"}
    assert pauses <= _ids(Known(glance(account())))
    paused = _ids(Known(glance(account(), paused_until=math.inf)))
    assert "resume" in paused
    assert not pauses & paused


def test_what_waits_is_counted() -> None:
    found = _menu(Known(glance(account(), conflicts=2, holds=1)))
    assert found["Conflicts (2)"].enabled
    assert found["Deletions on hold (1)"].enabled
    assert not _menu(Known(glance(account())))["Conflicts (0)"].enabled


def test_the_first_line_says_how_things_are_and_does_nothing() -> None:
    known = Known(glance(account()))
    first = menu(known, status(known, NOW))[0]
    assert (first.text, first.enabled) == ("Up to date; synced 5 minutes ago.", False)
