"""``ksync serve`` as a person calls it, and what others are told of the gateway."""

from __future__ import annotations

import json
import signal
import subprocess
import sys

import pytest

from ksync.cli.main import main
from ksync.composition import Parts
from ksync.config import load
from ksync.config.model import Store
from ksync.gateway import certificate, place
from ksync.gateway.catalogue import listed
from ksync.gateway.certificate import CertificateUnavailable
from ksync.gateway.place import Files
from ksync.service.gateway import Gateway
from tests.acceptance.cli import PROGRAM, Client
from tests.acceptance.mounts import Mounts
from tests.acceptance.policies import Etc
from tests.gateway.profile import addressbook, calendar, serving


@pytest.fixture
def call(profile, monkeypatch, capsys):
    """``ksync`` in this process; returns exit code and the envelope's data, or the text."""
    monkeypatch.setenv("KSYNC_HOME", str(profile.home))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)

    def run(*words: str):
        capsys.readouterr()
        code = main(words)
        out = capsys.readouterr()
        return code, (json.loads(out.out)["data"] if "--json" in words else out.out), out.err

    return run


def parts(profile):
    return Parts(profile.paths, load(profile.paths.config_file).config)


def test_show_tells_where_it_is_and_what_it_serves(profile, call):
    calendar(profile, "Work", 1, color="#ff0000", components=frozenset({"VEVENT"}))
    addressbook(profile, "People", 1, read_only=True)
    code, data, _ = call("serve", "--show", "--json")
    found = place.read(profile.paths)
    assert found is not None
    assert code == 0
    assert (data["running"], data["enabled"], data["token"]) == (False, False, found.token)
    people, work = data["collections"]
    assert work == {
        "id": "home/work",
        "kind": "calendar",
        "display_name": "Work",
        "color": "#ff0000",
        "components": ["VEVENT"],
        "read_only": False,
        "url": f"{found.origin}/{found.token}/calendars/home.work/",
        "login_url": f"{found.origin}/dav/calendars/home.work/",
    }
    assert people["read_only"] is True
    _, text, _ = call("serve", "--show")
    assert found.token in text and work["login_url"] in text and "does not run now" in text
    assert call("serve", "--json")[0] == 2


def test_another_token_is_chosen_on_demand(profile, call):
    calendar(profile)
    _, first, _ = call("serve", "--show", "--json")
    _, second, _ = call("serve", "--new-token", "--json")
    assert second["token"] != first["token"] and second["address"] != first["address"]


def test_the_certificate_is_made_once(profile, call):
    calendar(profile)
    _, first, _ = call("serve", "--show", "--json")
    assert (first["certificate"], first["secure_address"]) == (None, None)
    _, made, _ = call("serve", "--certificate", "--json")
    text = Files.of(profile.paths).certificate.read_bytes()
    assert made["secure_address"].startswith("https://localhost:")
    call("serve", "--certificate")
    assert Files.of(profile.paths).certificate.read_bytes() == text


def test_without_the_extra_it_is_said(profile, monkeypatch):
    monkeypatch.delitem(sys.modules, "ksync.gateway.signing", raising=False)
    monkeypatch.setitem(sys.modules, "cryptography", None)
    with pytest.raises(CertificateUnavailable) as failed:
        certificate.make(Files.of(profile.paths))
    assert "ksync[gateway]" in failed.value.hint


def test_status_tells_where_it_runs(profile, call):
    calendar(profile)
    _, data, _ = call("status", "--json")
    assert data["gateway"] == {"enabled": False, "running": False, "address": None}
    assert place.read(profile.paths) is None  # looking makes nothing
    with serving(profile) as gateway:
        _, data, _ = call("status", "--json")
        address = f"http://127.0.0.1:{gateway.port}/"
        assert data["gateway"] == {"enabled": False, "running": True, "address": address}
        assert f"The gateway runs at {address}" in call("status")[1]
    profile.write_config("[gateway]\nenabled = true")
    assert "The gateway does not run now" in call("status")[1]


def test_what_is_kept_in_the_desktop_s_store_is_not_served(profile):
    calendar(profile)
    assert [one.id for one in listed(parts(profile)).collections] == ["home/work"]
    profile.write_config(account=f'store = "{Store.EDS.value}"')
    assert listed(parts(profile)).collections == ()


def test_what_is_not_synced_is_not_served(profile):
    calendar(profile, "Work", 0)
    calendar(profile, "Home", 0)
    profile.write_config("[accounts.home.collections.home]\nenabled = false")
    assert [one.id for one in listed(parts(profile)).collections] == ["home/work"]
    profile.write_config('[accounts.home.collections.work]\ndirection = "pull"\nname = "Mine"')
    served = {one.id: one for one in listed(parts(profile)).collections}
    assert served["home/work"].read_only and not served["home/home"].read_only
    assert served["home/work"].display_name == "Mine"


def test_an_account_that_cannot_be_read_is_told_and_the_others_go_on(profile):
    calendar(profile)
    profile.state_file.write_bytes(b"no database" * 1000)
    found = listed(parts(profile))
    assert (found.collections, found.unknown) == ((), ("home",))


def test_an_account_that_was_never_synced_is_left_as_it_is(profile):
    profile.write_config()
    assert listed(parts(profile)).collections == ()
    assert not profile.paths.state.exists()
    assert Gateway(parts(profile)).running() is False


def test_a_policy_forbids_it(profile, tmp_path):
    calendar(profile)
    with Mounts() as mounts:
        etc = Etc(mounts, tmp_path / "etc")
        client = Client(profile.home, program=(*mounts.prefix, *PROGRAM))
        etc.put("10.json", {"gateway": {"enabled": False}})
        told = client.run("serve", expect=8)
        assert told.data["problem"]["reference"] == "policy.forbidden"
        client.run("config", "set", "gateway.enabled", "true", expect=8)
        etc.put("10.json", {"gateway": {"enabled": True}})
        assert client.run("serve", "--show").data["enabled"] is True

        process = subprocess.Popen(
            [*client.program, "serve"], env=client.environment, stderr=subprocess.PIPE
        )
        assert process.stderr is not None
        assert b"The gateway runs at" in process.stderr.readline()
        etc.put("10.json", {"gateway": {"enabled": False}})
        process.send_signal(signal.SIGHUP)
        _, err = process.communicate(timeout=60)
        assert process.returncode == 8, err
