"""The menu as things are: nothing is missing, what cannot be done is disabled."""

from __future__ import annotations

import math

from ksync.network.guard import Explanation
from ksync.network.rules import Mode, Rules
from ksync.network.verdict import Code, Verdict
from ksync.service.progress import Tally
from tests.ui.viewmodels.making import NOW, account, glance
from ui.viewmodels.menu import SEPARATOR, Entry, menu, sync_entry
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


def _says(account: str, code: Code, *, allowed: bool = False) -> Explanation:
    rules = Rules(mode=Mode.ALLOWLIST)
    return Explanation(account, "dav.example.org", rules, Verdict(allowed, code, 21), False)


def test_of_several_accounts_the_denied_one_is_disabled_with_its_reason() -> None:
    network = (
        _says("home", Code.SSID_NOT_LISTED),
        _says("work", Code.SSID_ALLOWED, allowed=True),
    )
    entry = _menu(Known(glance(account("home"), account("work")), network=network))["Sync now"]
    assert [(child.text, child.enabled) for child in entry.children] == [
        ("All accounts", True), ("home (not on this network)", False), ("work", True),
    ]  # fmt: skip


def test_where_all_are_denied_it_is_disabled_and_where_it_is_offline_it_may_try() -> None:
    def entry(code: Code) -> Entry:
        return sync_entry(Known(glance(account("home")), network=(_says("home", code),)))

    denied = entry(Code.SSID_NOT_LISTED)
    assert (denied.enabled, denied.why) == (False, "not on this network")
    assert denied.text == "Sync now (not on this network)"
    assert entry(Code.OFFLINE).enabled


def test_an_account_that_waits_for_its_password_is_not_synced() -> None:
    found = glance(account("corp"), account("home"), idle=frozenset({"corp"}))
    known = Known(found)
    assert sync_entry(known).children == ()
    assert status(known, NOW).line == "corp waits for its password."
    alone = sync_entry(Known(glance(account("corp"), idle=frozenset({"corp"}))))
    assert (alone.enabled, alone.why) == (False, "a password is missing")
