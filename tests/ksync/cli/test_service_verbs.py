"""``ksync service``: install, remove, status, and the window's switch for start at login."""

from __future__ import annotations

import pytest

from ksync.resources import resource
from ksync.service import autostart


@pytest.fixture
def entry(tmp_path, monkeypatch):
    """Where the entry would be, in a home of the test's own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path / ".config" / "autostart" / "ksync.desktop"


def test_on_off_and_how_it_is(cli, entry):
    assert cli.json("service", "autostart").data == {"enabled": False, "file": str(entry)}
    for _ in range(2):
        assert cli.json("service", "autostart", "on").data["enabled"] is True
        assert "ksync-tray" in entry.read_text()
        assert autostart.enabled(), "the window's switch is the same"
    assert "starts at login" in cli("service", "autostart", "show").err
    for _ in range(2):
        assert cli.json("service", "autostart", "off").data["enabled"] is False
        assert not entry.exists()
    assert "does not start at login" in cli("service", "autostart").err


def test_an_entry_that_cannot_be_written_is_told(cli, entry):
    entry.parent.parent.mkdir()
    entry.parent.write_text("a file in the folder's place")
    done = cli.json("service", "autostart", "on", code=4)
    assert done.data["problem"]["reference"] == "store.failed"
    assert str(entry) in done.data["problem"]["resource"]


def test_what_it_wants_is_on_or_off(cli, entry):
    cli("service", "autostart", "perhaps", code=2)
    assert not entry.exists()


@pytest.mark.parametrize("timer", [(), ("--timer",)], ids=["service", "timer"])
def test_installed_shown_and_removed(cli, entry, timer):
    def states(*words: str) -> set[str]:
        return {one["state"] for one in cli.json("service", *words).data["files"]}

    assert states("status") == {"missing"}
    assert states("install", "--no-start", *timer) == {"installed"}
    done = cli.json("service", "status")
    assert done.data["unit"] == ("ksync-sync.timer" if timer else "ksync.service")
    names = {one["path"].rpartition("/")[2] for one in done.data["files"]}
    assert {"ksync.desktop", "ksync.svg", "ksync.1", done.data["unit"]} <= names
    assert states("remove") == {"missing"}
    assert not entry.exists(), "starting at login is another switch"


@pytest.mark.parametrize("unit", ["ksync.service", "ksync-sync.service"])
def test_the_units_take_what_they_do_not_need_from_the_program(unit):
    lines = resource(f"systemd/{unit}").read_text().splitlines()
    assert {
        *("NoNewPrivileges=yes", "LockPersonality=yes", "RestrictNamespaces=yes", "UMask=0077"),
        *("RestrictSUIDSGID=yes", "SystemCallFilter=@system-service"),
        "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK",
    } <= set(lines)
