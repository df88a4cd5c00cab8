"""``ksync connect`` and ``ksync disconnect`` as a person types them."""

from __future__ import annotations

import fcntl
import plistlib
from pathlib import Path

import pytest

from tests.acceptance.cli import Client
from tests.programs.thunderbird import Thunderbird
from tests.servers import Account, samples


@pytest.fixture
def client(radicale: Account, thunderbird: Thunderbird, tmp_path: Path) -> Client:
    """A home whose account "home" was synced once, of the person whose Thunderbird it is."""
    calendar = radicale.make_calendar("cal", ("VEVENT",), title="Work")
    book = radicale.make_addressbook("book", title="People")
    radicale.seed(calendar, samples.events(2, 1))
    radicale.seed(book, samples.contacts(1, 1))
    client = Client(tmp_path / "ksync", {"HOME": str(thunderbird.home)})
    client.add(radicale, "home")
    client.run("sync")
    return client


def test_connected_listed_and_disconnected(client: Client, thunderbird: Thunderbird) -> None:
    before = (thunderbird.profile / "prefs.js").read_bytes()
    done = client.run("connect", "thunderbird")
    assert {row["id"] for row in done.data["added"]} == {"home/work", "home/people"}
    assert (done.data["place"], done.data["profile"]) == (
        str(thunderbird.profile),
        "default-release",
    )
    written = "\n".join(thunderbird.prefs)
    assert "http://127.0.0.1:" in written
    assert client.run("connect", "thunderbird").data["added"] == []

    (listed,) = client.run("connect", "--list").data["connections"]
    assert set(listed["collections"]) == {"home/work", "home/people"}
    (row,) = (r for r in client.run("privacy", "show").data["kept"] if r["what"] == "connection")
    assert (row["place"], row["count"]) == (str(thunderbird.profile), 2)

    (gone,) = client.run("disconnect", "thunderbird").data["disconnected"]
    assert len(gone["removed"]) == 2
    assert (thunderbird.profile / "prefs.js").read_bytes() == before
    assert client.run("connect").data["connections"] == []
    assert client.run("disconnect", "thunderbird").data["disconnected"] == []


def test_a_calendar_that_is_left_out_goes_from_the_program(client: Client) -> None:
    client.run("connect", "thunderbird")
    client.run("collection", "disable", "home/work")
    done = client.run("connect", "thunderbird")
    assert [row["id"] for row in done.data["removed"]] == ["home/work"]
    client.run("collection", "set", "home/people", "name=Friends")
    done = client.run("connect", "thunderbird")
    assert [row["name"] for row in done.data["changed"]] == ["Friends"]


def test_where_it_cannot_be_nothing_is_written(client: Client, thunderbird: Thunderbird) -> None:
    refused = client.run("connect", "thunderbird", "--profile", "other", expect=2)
    assert refused.problem["reference"] == "connect.no_profile"
    before = (thunderbird.profile / "prefs.js").read_bytes()
    with (thunderbird.profile / ".parentlock").open("w") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        refused = client.run("connect", "thunderbird", expect=12)
    assert refused.problem["reference"] == "connect.running"
    assert (thunderbird.profile / "prefs.js").read_bytes() == before
    assert client.run("connect").data["connections"] == []


def test_nothing_was_synced_yet(tmp_path: Path, thunderbird: Thunderbird) -> None:
    client = Client(tmp_path / "ksync", {"HOME": str(thunderbird.home)})
    refused = client.run("connect", "thunderbird", expect=2)
    assert refused.problem["reference"] == "connect.nothing"


def test_what_is_erased_leaves_the_programs_too(client: Client, thunderbird: Thunderbird) -> None:
    before = (thunderbird.profile / "prefs.js").read_bytes()
    client.run("connect", "thunderbird")
    with (thunderbird.profile / ".parentlock").open("w") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        refused = client.run("privacy", "erase", "--yes", expect=12)
        assert refused.problem["reference"] == "connect.running"
    assert client.run("account", "list").data["accounts"], "nothing was erased"
    client.run("privacy", "erase", "--yes")
    assert (thunderbird.profile / "prefs.js").read_bytes() == before


def test_an_account_that_is_erased_leaves_them(client: Client, thunderbird: Thunderbird) -> None:
    before = (thunderbird.profile / "prefs.js").read_bytes()
    client.run("connect", "thunderbird")
    with (thunderbird.profile / ".parentlock").open("w") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        refused = client.run("account", "remove", "home", "--erase", "--yes", expect=12)
        assert refused.problem["reference"] == "connect.running"
    assert client.run("account", "list").data["accounts"], "nothing was erased"
    client.run("account", "remove", "home", "--erase", "--yes")
    assert (thunderbird.profile / "prefs.js").read_bytes() == before


def test_steps_say_what_to_enter_and_the_gateway_is_switched_on(
    client: Client, tmp_path: Path
) -> None:
    client.run("config", "set", "gateway.enabled", "false")
    kde = client.run("connect", "kde").data
    assert kde["gateway_switched_on"] is True
    assert client.run("config", "get", "gateway.enabled").data["value"] is True
    steps = " ".join(kde["steps"])
    assert "http://127.0.0.1:" in steps
    profile = tmp_path / "kSync.mobileconfig"
    done = client.run("connect", "apple", "--output", str(profile))
    assert done.data["file"] == str(profile)
    assert profile.stat().st_mode & 0o777 == 0o600
    payloads = plistlib.loads(profile.read_bytes())["PayloadContent"]
    assert payloads[0]["PayloadType"] == "com.apple.security.root"
    assert payloads[1]["CalDAVUseSSL"] is True
    client.run("connect", "kde", "--output", str(profile), expect=2)
    client.run("connect", "kde", "--profile", "x", expect=2)
    assert "Remove" in client.run("disconnect", "kde").data["steps"][0]
