"""``ksync doctor`` where the computer itself is the patient: policies, keyring, disk, TLS.

What it says of settings, state, folders, login and clock: ``tests/ksync/cli/test_doctor.py``;
of the network guard: ``tests/network/test_zero_packets.py``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ksync.doctor.server import CERTIFICATE_DAYS, certificate
from sync_engine.transport.tls import Secured
from tests.acceptance.cli import PROGRAM, Client
from tests.acceptance.mounts import Mounts
from tests.acceptance.policies import MANAGED, RECOMMENDED, Etc
from tests.ksync.secret_service import gnome_keyring, lock_default_collection

DAY = 86400.0


def findings(client: Client, *words: str, expect: int) -> list[dict[str, str]]:
    """What it found."""
    return client.run("doctor", *words, expect=expect).data["findings"]


def of(found: list[dict[str, str]], check: str) -> list[tuple[str, str, str]]:
    """State, message and mend of a check's findings."""
    return [(one["state"], one["message"], one["mend"]) for one in found if one["check"] == check]


@pytest.fixture
def etc(tmp_path):
    with Mounts() as mounts:
        yield Etc(mounts, tmp_path / "etc")


def test_policies_that_hold_and_those_that_are_refused(etc, tmp_path):
    client = Client(tmp_path / "home", program=(*etc.mounts.prefix, *PROGRAM))
    ((state, message, mend),) = of(findings(client, expect=0), "policy")
    assert (state, message, mend) == ("ok", "No administrator's policy is in force.", "")

    good = etc.put("10.json", {"sync": {"interval_minutes": 33}})
    bad = etc.put("10.json", {"sync": {"interval_minutes": "often"}}, folder=RECOMMENDED)
    note = etc.put("old.txt", "{}")
    shown = of(findings(client, expect=0), "policy")
    assert ("ok", f"{good} is trusted and in force (managed).", "") in shown
    (left_out,) = (one for one in shown if str(bad) in one[1])
    assert left_out[0] == "note"
    assert "interval_minutes" in left_out[1] and "left out" in left_out[1]
    (unread,) = (one for one in shown if str(note) in one[1])
    assert unread[0] == "note" and unread[2]

    etc.own(good, 1000)
    found = findings(client, expect=13)
    (refused,) = (one for one in of(found, "policy") if one[0] == "problem")
    assert f"{good}: " in refused[1]
    assert "owned by user 1000, not by root" in refused[1]
    assert "Nothing is synced." in refused[1]
    assert f"chown root:root {good}" in refused[2]
    # the settings cannot be read then, for that reason alone
    assert not of(found, "settings")
    assert {one["reference"] for one in found if one["state"] == "problem"} == {"policy.untrusted"}

    etc.own(good, 0)
    etc.put("10.json", '{\n "schema_version": 1,\n "sync": {"conflict": "perhaps"}\n}\n')
    (refused,) = (one for one in of(findings(client, expect=13), "policy") if one[0] == "problem")
    assert f"{MANAGED}/10.json:3: " in refused[1]


def test_a_keyring_that_is_locked_and_one_that_is_open(radicale, bus, tmp_path):
    client = Client(tmp_path / "home", bus)
    with gnome_keyring(bus, password="pw"):
        client.run(
            "account", "add", "acc", "--url", radicale.url, "--username", radicale.username,
            "--password-stdin", stdin=f"{radicale.password}\n",
        )  # fmt: skip
        found = findings(client, expect=0)
        assert [state for state, _, _ in of(found, "keyring") + of(found, "password")] == [
            "ok",
            "ok",
        ]
        lock_default_collection()
        found = findings(client, "--offline", expect=10)
        for state, message, mend in of(found, "keyring") + of(found, "password"):
            assert state == "problem"
            assert "locked" in message
            assert "Unlock" in mend
    found = findings(client, "--offline", expect=10)
    ((state, message, mend),) = of(found, "keyring")
    assert state == "problem" and "keyring" in message and mend


def test_a_small_disk_and_one_that_is_read_only(tmp_path):
    with Mounts() as mounts:
        home = tmp_path / "home"
        mounts.small(home, "8m")
        client = Client(home, program=(*mounts.prefix, *PROGRAM))
        found = findings(client, expect=4)
        assert {state for state, _, _ in of(found, "disk")} == {"problem"}
        assert all("MB are free" in message and mend for _, message, mend in of(found, "disk"))
        mounts.read_only(home)
        found = findings(client, expect=4)
        told = [one for one in of(found, "places") if one[0] == "problem"]
        assert told and all("cannot be written" in message and mend for _, message, mend in told)


def test_tls_and_the_name(xandikos_tls, etc, tmp_path):
    """The name has an address, and another server's certificate is no good for it."""
    client = Client(tmp_path / "home", program=(*etc.mounts.prefix, *PROGRAM))
    client.add(xandikos_tls)
    found = findings(client, expect=0)
    ((state, message, _),) = of(found, "tls")
    assert state == "ok" and message.startswith("TLS 1.") and "valid until 20" in message
    assert not of(found, "dns"), "an address is no name"

    name = "dav.doctor.example"
    for file, text in (("hosts", f"127.0.0.1 {name}\n"), ("nsswitch.conf", "hosts: files\n")):
        etc.path(Path("/etc") / file).write_text(text)
    port = xandikos_tls.server.port
    client.run("account", "set", "acc", f"url=https://{name}:{port}/")
    found = findings(client, expect=11)
    assert of(found, "dns") == [("ok", f"{name} has the address 127.0.0.1.", "")]
    ((state, message, mend),) = of(found, "tls")
    assert state == "problem" and "certificate" in message and "ca_file" in mend

    client.run("account", "set", "acc", f"url=https://nobody.{name}:{port}/")
    found = findings(client, expect=11)
    ((state, _, mend),) = of(found, "dns")
    assert state == "problem" and "ksync account show acc" in mend
    assert not of(found, "server"), "it was not asked"


@pytest.mark.parametrize(
    ("days", "state"),
    [(90, "ok"), (CERTIFICATE_DAYS, "ok"), (CERTIFICATE_DAYS - 1, "note"), (1, "note")],
)
def test_a_certificate_that_ends_soon(days, state):
    found = certificate(Secured("TLSv1.3", 1_800_000_000.0 + days * DAY + 1), 1_800_000_000.0, "a")
    assert found.state == state
    assert bool(found.mend) is (state == "note")


def test_a_certificate_whose_end_is_not_told():
    found = certificate(Secured("TLSv1.2", None), 0.0, "a")
    assert (found.state, found.message) == ("ok", "TLS 1.2, with a trusted certificate.")
