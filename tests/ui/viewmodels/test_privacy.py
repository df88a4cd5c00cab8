"""What is stored in words, and what each way of leaving takes and leaves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ksync.config.model import General
from ksync.service.accounts import AccountView
from ksync.service.exporting import Exported, ExportedCollection
from ksync.service.leaving import SignedOut
from ksync.service.privacy import Kept, Overview
from tests.ui.viewmodels.making import NOW
from ui.viewmodels import privacy
from ui.viewmodels.privacy import WORDS, Part

DAY = 86_400


def kept(what: str, account: str = "", count: int | None = 3, octets: int | None = 10) -> Kept:
    return Kept(what, account, f"/x/{what}", count, octets, "why in English", "until in English")


def view(**more: object) -> AccountView:
    base = AccountView("home", "id", "generic", "https://a", "anna", "keyring", "/d", 2, 6)
    return replace(base, **more)  # type: ignore[arg-type]  # by name, of several types


def part(*rows: Kept, manager: str = "", **more: object) -> Part:
    found = Overview(tuple(rows), {"home": ("dav.example.org", "card.example.org")})
    (made,) = privacy.shown(found, [view(**more)], General(), manager, NOW).parts
    return made


def test_every_row_of_the_service_has_words_and_none_of_its_english() -> None:
    rows = [
        kept(what, "" if what in ("settings", "connection", "logs", "program") else "home")
        for what in WORDS
    ]
    found = privacy.shown(Overview(tuple(rows), {}), [view()], General(), "", NOW)
    told = (*found.rows, *found.parts[0].rows)
    assert {row.what for row in told} == set(WORDS)
    assert all(row.title and row.why and row.until for row in told)
    assert not [row for row in told if "English" in row.why + row.until]
    mine = [row.what for row in found.parts[0].rows]
    assert mine == ["password", "items", "history", "reports", "state"]


def test_how_long_the_history_is_kept_is_what_is_set() -> None:
    found = Overview((kept("history", "home"),), {})
    general = General(history_days=7, history_max_mb=12)
    ((row,),) = [p.rows for p in privacy.shown(found, [view()], general, "", NOW).parts]
    assert row.until == "7 days, at most 12 MB"
    assert row.amount == "3 versions"


def test_what_can_be_opened_is_a_folder_with_something_in_it() -> None:
    found = part(
        kept("items", "home"),
        kept("state", "home", octets=0),
        kept("password", "home", octets=None),
    )
    rows = {row.what: row for row in found.rows}
    assert rows["items"].folder == "/x/items"
    assert rows["state"].folder == ""
    assert (rows["password"].folder, rows["password"].place) == ("", "the keyring of your desktop")


def test_an_account_says_whom_it_talks_to() -> None:
    assert part().hosts == "Talks to dav.example.org, card.example.org, and to nobody else."


@pytest.mark.parametrize(
    ("more", "sentence", "sign_in"),
    [
        ({"password_stored_at": NOW - 3 * DAY},
         "Its password was stored in the keyring 3 days ago.", False),
        ({"password_stored_at": NOW - 400 * DAY, "password_old": True},
         "Its password was stored 400 days ago, more than a year. Providers advise a new one once "
         "a year.", False),
        ({"password_source": "password_command"},
         "Its password comes from a command; kSync keeps none.", False),
        ({}, "You are signed out: kSync keeps no password of it.", True),
        ({"waiting": True}, "This account waits for its password.", True),
    ],
)  # fmt: skip
def test_the_password_in_a_sentence(more: dict, sentence: str, sign_in: bool) -> None:
    found = part(**more)
    assert (found.password, found.sign_in) == (sentence, sign_in)


def test_the_reminder_comes_after_a_year_and_names_the_accounts() -> None:
    young, old = part(), part(password_stored_at=NOW - 400 * DAY, password_old=True)
    assert privacy.reminder([young]) == ""
    assert privacy.reminder([young, old]) == "A password is older than a year: home."
    both = privacy.reminder([old, replace(old, name="work")])
    assert both == "2 passwords are older than a year: home, work."


def test_a_managed_account_says_by_whom() -> None:
    assert part(manager="ACME SA", managed=True).locked == "Managed by ACME SA"
    assert part(manager="ACME SA").locked == ""


FULL = part(
    kept("items", "home", 6), kept("history", "home", 4), password_stored_at=NOW - DAY
)  # fmt: skip


def test_signing_out_takes_the_password_alone() -> None:
    plan = privacy.sign_out(FULL, erase=False)
    assert plan.goes == ("The password in the keyring",)
    assert "6 items in /d" in plan.stays
    assert "4 earlier versions, the reports and the state" in plan.stays
    assert plan.warning == ""


def test_with_erase_it_takes_what_is_here_and_warns() -> None:
    plan = privacy.sign_out(FULL, erase=True)
    assert {"The password in the keyring", "6 items in /d"} <= set(plan.goes)
    assert "The settings of the account: signing in again is enough" in plan.stays
    assert "lost" in plan.warning
    assert not set(plan.goes) & set(plan.stays)


def test_a_password_that_ksync_has_not_is_not_said_to_go() -> None:
    command = replace(FULL, stored=False)
    for plan in (privacy.sign_out(command, erase=True), privacy.remove(command),
                 privacy.erase_everything([command])):  # fmt: skip
        assert not [text for text in plan.goes if "password" in text]


def test_erasing_takes_settings_too_and_the_server_keeps_everything() -> None:
    plan = privacy.remove(FULL)
    assert "The settings of the account, and the lines of the log about it" in plan.goes
    assert "Everything on the server, and on your other devices" in plan.stays
    everything = privacy.erase_everything([FULL, replace(FULL, name="work")])
    assert everything.goes[0] == "2 accounts: home, work"
    assert "12 items in their folders" in everything.goes


def test_erasing_the_history_takes_nothing_that_is_there_now() -> None:
    plan = privacy.erase_history(FULL)
    assert plan.goes == ("4 earlier versions",)
    assert "6 items as they are now" in plan.stays


def test_a_copy_says_what_is_not_in_it() -> None:
    one = ExportedCollection("home/work", 4, "f", "d", ("bad.ics",), 2)
    message, more = privacy.copied(Exported("/copy", (one,), 1, ("home/gone",)))
    assert message == "Saved: 4 items and 1 earlier version in /copy."
    assert "bad.ics" in more
    assert "home/gone" in more
    assert "2 older items are on the server alone." in more
    assert privacy.copied(Exported("/copy", (), 0, ()))[1] == ""


def test_signed_out_says_what_is_left() -> None:
    done = SignedOut("home", True, "", True, ("/d/note.txt",))
    message, more = privacy.signed_out(done)
    assert message == "Signed out of home."
    assert "/d/note.txt" in more
    assert privacy.signed_out(replace(done, left=()))[1] == ""
    assert "command" in privacy.signed_out(replace(done, elsewhere="password_command"))[1]
