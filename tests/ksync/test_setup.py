"""Setting an account up in a trial: nothing is kept before the end, everything afterwards."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ksync.composition import Parts
from ksync.config import load
from ksync.network.rules import Mode, Security
from ksync.service import Service
from ksync.service.accounts import NewAccount
from ksync.service.network import NewNetwork
from ksync.service.setup import GuardChoice, Trial
from sync_engine.errors import AuthenticationRejected
from tests.servers import Account, samples


@pytest.fixture
def parts(paths):
    return lambda: Parts(paths, load(paths.config_file).config)


@pytest.fixture
def server(radicale: Account) -> Account:
    calendar = radicale.make_calendar("cal", ("VEVENT",), title="Work")
    book = radicale.make_addressbook("book", title="People")
    radicale.seed(calendar, samples.events(4, 1))
    radicale.seed(book, samples.contacts(2, 1))
    return radicale


@pytest.fixture
def new(server: Account, tmp_path: Path) -> NewAccount:
    password = tmp_path / "password"
    password.write_text(server.password)
    return NewAccount(
        "home", server.username, "generic", server.url, password_command=f"cat {password}"
    )


def everything(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


def test_nothing_is_kept_before_the_end(parts, paths, new, tmp_path) -> None:
    trial = Trial(paths)
    found = trial.sign_in(parts(), new)
    assert {view.display_name for view in found.collections} == {"Work", "People"}
    assert not paths.config_file.exists()
    preview = trial.preview(parts())
    assert {(each.title, each.items) for each in preview.collections} == {
        ("Work", 4),
        ("People", 2),
    }
    assert (preview.items, preview.problems) == (6, ())
    assert parts().config.accounts == {}
    trial.drop()
    left = everything(tmp_path / "home")
    assert {name for name in left if "lock" not in name} == set()


def test_what_was_chosen_holds_from_the_first_moment(parts, paths, new) -> None:
    paths.config_file.parent.mkdir(parents=True)
    paths.config_file.write_text("# mine\n[sync]\ninterval_minutes = 30\n")
    trial = Trial(paths)
    trial.sign_in(parts(), new)
    trial.choose(parts(), ["home/work"])
    assert [each.title for each in trial.preview(parts()).collections] == ["Work"]
    trial.choose(parts(), ["home/work", "home/people"])
    trial.choose(parts(), ["home/people"])
    home = NewNetwork(b"Home", security=Security.WPA2_PERSONAL)
    trial.keep(parts(), GuardChoice(Mode.ALLOWLIST, (home, NewNetwork(b"\xff"))))
    config = parts().config
    assert paths.config_file.read_text().startswith("# mine\n")
    assert config.sync.interval_minutes == 30
    assert config.network_guard.mode is Mode.ALLOWLIST
    wifi = config.network_guard.wifi
    assert [each.octets for each in wifi] == [b"Home", b"\xff"]
    assert [each.security for each in wifi] == ["wpa2-personal", None]
    views = {view.id: view.enabled for view in Service(parts()).collections.list()}
    assert views == {"home/work": False, "home/people": True}
    assert not (paths.cache / "setup").exists()


def test_a_rejected_login_leaves_nothing_and_can_be_tried_again(
    parts, paths, new, tmp_path
) -> None:
    trial = Trial(paths)
    wrong = NewAccount(**{**{f: getattr(new, f) for f in NewAccount.__slots__},
                          "password_command": "echo wrong"})  # fmt: skip
    with pytest.raises(AuthenticationRejected):
        trial.sign_in(parts(), wrong)
    assert parts().config.accounts == {}
    assert trial.sign_in(parts(), new).collections
    trial.drop()


def test_what_a_crash_left_is_swept_away(parts, paths, new) -> None:
    old = paths.cache / "setup" / "999999999-dead"
    mine = paths.cache / "setup" / f"{os.getpid()}-other"
    for folder in (old, mine):
        folder.mkdir(parents=True)
    trial = Trial(paths)
    trial.sign_in(parts(), new)
    assert not old.exists()
    assert mine.exists()
    trial.drop()


def test_a_failure_at_the_end_keeps_nothing_and_can_be_tried_again(
    parts, paths, new, monkeypatch
) -> None:
    trial = Trial(paths)
    trial.sign_in(parts(), new)
    file = paths.config_file
    file.parent.mkdir(parents=True)
    file.write_text("[sync]\ninterval_minutes = 0\n")
    with pytest.raises(Exception, match=r"interval|minutes|line"):
        trial.keep(parts(), GuardChoice())
    file.write_text("")
    trial.keep(parts(), GuardChoice())
    assert set(parts().config.accounts) == {"home"}
