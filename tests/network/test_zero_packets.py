"""Denied means silence: what each command sends then is counted on the far side's wire.

The commands are those that the program has, found by walking it; a command that needs
an argument which ``VALUES`` does not know fails until it has one.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from dbus_fast import Variant

from tests.acceptance.cli import Done
from tests.network.conftest import Near
from tests.network.lab import SSID, STRANGE, Lab
from tests.servers.samples import events
from tools.commands import ksync_group

pytestmark = pytest.mark.timeout(300)

COLLECTION = "home/work"

VALUES = {
    "account": "home",
    "collection_id": COLLECTION,
    "color": "#112233",
    "conflict_id": "home:1",
    "duration": "1h",
    "file": "/etc/hostname",
    "hold_id": "home:1",
    "key": "general.history_days",
    "keep": "local",
    "run": "home:1",
    "shell": "bash",
    "value": "60",
    "version": "home:1",
}
"""What a required argument of this name is given."""

WORDS = {
    "account set": ["home", "trusted_hosts=other.lab.test"],
    "account set-password": ["home", "--password-stdin"],
    "collection create": ["home", "New"],
    "collection delete": ["home/spare"],
    "collection rename": ["home/spare", "New"],
    "import": ["/etc/hostname", "--into", COLLECTION],
    "collection set": [COLLECTION, "direction=two-way"],
    "connect": ["kde"],
    "disconnect": ["kde"],
}
"""Commands whose arguments say more than their names."""

TALKS = (
    "account add",
    "account test",
    "collection create",
    "collection delete",
    "collection refresh",
    "collection rename",
    "network explain",
    "network status",
    "run",
    "sync",
)
"""Commands that send something where they may: the proof that silence is the guard's.

``account set-password`` is not among them: it wants a keyring first, and this lab has none.
"""

DENIED = frozenset(TALKS) - {"run"}
"""Of them, those that end with the guard's exit code."""


def _commands(
    group: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, click.Command]]:
    if not isinstance(group, click.Group):
        yield " ".join(path), group
        return
    context = click.Context(group)
    for name in group.list_commands(context):
        inner = group.get_command(context, name)
        assert inner is not None
        yield from _commands(inner, (*path, name))


COMMANDS = dict(_commands(ksync_group()))


def words_of(name: str, near: Near) -> list[str]:
    """A command line that does what the command is for."""
    words = name.split()
    if name == "account add":
        secret = near.home.parent / "account.password"
        secret.write_text("secret\n")
        options = ["--username", "alice", "--password-command", f"cat {secret}"]
        return [*words, "new", "--url", near.lab.url, *options, "--ca-file", str(near.lab.ca_file)]
    if name in WORDS:
        return [*words, *WORDS[name]]
    if name in ("export", "privacy export"):
        return [*words, str(near.home.parent / name.replace(" ", "-"))]
    for parameter in COMMANDS[name].params:
        needed = isinstance(parameter, click.Argument) or parameter.required
        if not needed or (not parameter.required and parameter.name != "account"):
            continue
        if name.startswith("account ") and parameter.name == "name":
            value = "home"
        elif name.startswith("network ") and parameter.name == "name":
            value = "listed"
        else:
            value = VALUES[parameter.name or ""]
        option = [parameter.opts[0]] if isinstance(parameter, click.Option) else []
        words += [*option, value]
    return words


@pytest.fixture(scope="module")
def ready(lab: Lab, tmp_path_factory: pytest.TempPathFactory) -> Near:
    """A home with an account that was synced, where the guard allows that."""
    texts = {f"e{number}.ics": text for number, text in enumerate(events(12))}
    lab.calendar("work", texts)
    lab.calendar("spare", {})
    near = Near(tmp_path_factory.mktemp("ready") / "home", lab)
    near.guard()
    near.account()
    assert near.sync().counts() == {"downloaded": 12}
    return near


@pytest.fixture(scope="module")
def fresh(ready: Near, lab: Lab, tmp_path_factory: pytest.TempPathFactory) -> Near:
    """The same with an account that was never synced, so that a sync is due."""
    near = Near(tmp_path_factory.mktemp("fresh") / "home", lab)
    near.guard()
    near.account()
    return near


@pytest.fixture
def copy(
    request: pytest.FixtureRequest, ready: Near, fresh: Near, lab: Lab, tmp_path: Path
) -> Near:
    """The same home in another place, for a test to change."""
    home = tmp_path / "home"
    name = getattr(request.node, "callspec", None) and request.node.callspec.params.get("name")
    shutil.copytree((fresh if name == "run" else ready).home, home, symlinks=True)
    return Near(home, lab, HOME=str(tmp_path), XDG_DATA_HOME=str(tmp_path / "data"))


def run(near: Near, name: str) -> tuple[int, str]:
    """Run a command; what goes on is stopped after a while."""
    process = subprocess.Popen(
        [*near.program, *words_of(name, near), "--yes", "--no-input"],
        env=near.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    sent, patience = b"secret\n", 4.0 if name in ("run", "serve") else 90.0
    try:
        out, _ = process.communicate(sent, timeout=patience)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGTERM)
        out, _ = process.communicate(timeout=30)
    said = out.decode()
    assert "Traceback" not in said, said
    return process.returncode, said


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_sends_nothing_where_it_is_denied(lab: Lab, copy: Near, name: str) -> None:
    lab.nm.roam("wlan0", STRANGE)
    before = len(lab.frames())
    code, said = run(copy, name)
    assert lab.frames()[before:] == [], (name, said)
    assert code != 1, said
    if name in DENIED:
        assert code == 7, said


@pytest.mark.parametrize("name", TALKS)
def test_the_same_command_is_heard_where_it_is_allowed(lab: Lab, copy: Near, name: str) -> None:
    before = len(lab.frames())
    code, said = run(copy, name)
    frames = lab.frames()[before:]
    assert any(frame.startswith("wfar udp 53 ") for frame in frames), (said, frames)
    if not name.startswith("network "):
        assert any(frame.startswith("wfar tcp 5232 S ") for frame in frames), (said, frames)
    assert not [frame for frame in frames if frame.startswith("efar")]
    # what the others changed on the server may be in the way, but not the guard
    assert code not in (1, 7), said


@pytest.mark.parametrize(
    ("wrong", "code", "exit_code"),
    [
        ("wired", "wired_not_allowed", 7),
        # by themselves these wires are a container's to the kernel, and no Wi-Fi
        ("service gone", "unknown", 7),
        ("refused", "unknown", 7),
        ("hidden", "ssid_unknown", 7),
        ("portal", "captive_portal", 7),
        ("metered", "metered", 7),
        ("offline", "offline", 11),
    ],
)
def test_every_reason_to_deny_is_silent(
    lab: Lab, copy: Near, wrong: str, code: str, exit_code: int
) -> None:
    if wrong == "wired":
        lab.default_by("eth0")
    elif wrong == "service gone":
        lab.nm.go()
    elif wrong == "refused":
        lab.nm.denied = True
    elif wrong == "hidden":
        lab.nm.roam("wlan0", b"")
    elif wrong == "portal":
        lab.nm.state("wlan0", Ip4Connectivity=Variant("u", 2))
    elif wrong == "metered":
        lab.nm.state("wlan0", Metered=Variant("u", 1))
    else:
        lab.near.run("ip", "route", "flush", "table", "main")
    before = len(lab.frames())
    try:
        done = copy.sync(expect=exit_code)
        (account,) = done.data["accounts"]
        assert {error["gate_code"] for error in account["errors"]} == {code}
        assert lab.frames()[before:] == []
    finally:
        if wrong == "service gone":
            lab.nm.come()
        lab.nm.denied = False
        lab.nm.state("wlan0", Ip4Connectivity=Variant("u", 4), Metered=Variant("u", 4))
        if wrong == "offline":
            lab.near.run("ip", "route", "add", "10.77.1.0/24", "dev", "wlan0", "scope", "link")
            lab.near.run("ip", "route", "add", "10.77.2.0/24", "dev", "eth0", "scope", "link")


def test_the_doctor_tells_the_verdict_with_its_evidence(lab: Lab, copy: Near) -> None:
    def told(done: Done) -> dict[str, dict[str, str]]:
        return {one["check"]: one for one in done.data["findings"] if one["account"] == "home"}

    found = told(copy.run("doctor"))
    assert found["network"]["state"] == "ok"
    assert "wlan0: a Wi-Fi" in found["network"]["message"]
    assert SSID.decode() in found["network"]["message"]
    assert found["dns"]["message"].endswith(" has the address 10.77.9.1.")
    assert found["tls"]["message"].startswith("TLS 1.")
    lab.nm.roam("wlan0", STRANGE)
    before = len(lab.frames())
    found = told(copy.run("doctor", expect=7))
    assert lab.frames()[before:] == []
    assert found["network"]["state"] == "problem"
    assert found["network"]["gate_code"] == "ssid_not_listed"
    assert "This Wi-Fi is not one of those that are allowed." in found["network"]["message"]
    assert "ksync network allow" in found["network"]["mend"]
    assert not {"dns", "tls", "clock", "server"} & found.keys(), "nothing is asked"
    offline = told(copy.run("doctor", "--offline", expect=7))
    assert offline["network"]["gate_code"] == "ssid_not_listed"
    bundle = copy.run("diagnostics", "--show").data
    assert "ssid_not_listed" in str(bundle)
    assert STRANGE.hex() not in str(bundle)


def test_the_name_of_a_network_is_in_no_output_of_a_sync(lab: Lab, copy: Near) -> None:
    lab.nm.roam("wlan0", b"a secret place")
    done = copy.sync(expect=7)
    said = f"{done.envelope}{done.stderr}"
    out, err = copy.text("sync", "--verbose", expect=7)
    said += f"{out!r}{err}"
    kept = b"".join(
        file.read_bytes()
        for folder in ("state", "log", "cache", "data")
        for file in (copy.home / folder).rglob("*")
        if file.is_file()
    )
    for name in (b"a secret place", SSID):
        assert name not in kept
        assert name.decode() not in said
        assert name.hex() not in said
    explained = copy.run("network", "explain", expect=7).data["accounts"][0]
    assert explained["ways"][0]["link"]["ssid"] == "a secret place"


def test_with_no_rule_for_names_nobody_is_asked(lab: Lab, copy: Near, tmp_path: Path) -> None:
    """A monitor on the bus sees not one message of kSync's; with a rule it does."""
    from tests.network.buses import Monitor

    monitor = Monitor(lab.bus, tmp_path / "log")
    try:
        config = copy.home / "config" / "config.toml"
        text = config.read_text()
        for mode in ('"off"', '"any-wifi"'):
            config.write_text(text.replace('mode = "allowlist"', f"mode = {mode}"))
            # the kernel takes these wires for a container's: nothing is sent then
            copy.sync(COLLECTION, expect=0 if mode == '"off"' else 7)
            copy.run("network", "status", expect=None)
            copy.run("status", expect=None)
        assert monitor.seen() == ""
        config.write_text(text)
        copy.sync(COLLECTION)
        deadline = time.monotonic() + 20
        while "GetDeviceByIpIface" not in monitor.seen():
            assert time.monotonic() < deadline
    finally:
        monitor.close()
