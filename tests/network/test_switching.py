"""The network changes in the middle: of a first sync, under a service, under a route."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.acceptance.cli import PATIENCE
from tests.network.conftest import Near
from tests.network.lab import PORT, SSID, STRANGE, Lab
from tests.servers.samples import events

pytestmark = pytest.mark.timeout(400)

EVENTS = 2000
CALENDARS = 20
WORKERS = 4


@pytest.fixture(scope="module")
def texts() -> list[bytes]:
    """Small ones: what is large here is their number."""
    return [
        (
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//lab//EN\r\nBEGIN:VEVENT\r\n"
            f"UID:event-{number}@lab.test\r\nDTSTAMP:20260101T000000Z\r\n"
            f"DTSTART:20260301T{number % 24:02}0000Z\r\nSUMMARY:Event {number}\r\n"
            "END:VEVENT\r\nEND:VCALENDAR\r\n"
        ).encode()
        for number in range(EVENTS)
    ]


@pytest.fixture
def full(lab: Lab, near: Near, texts: list[bytes]) -> Iterator[Near]:
    """An account with 2,000 events in 20 calendars, never synced."""
    for number in range(CALENDARS):
        lab.calendar(
            f"c{number:02}",
            {f"{i}.ics": texts[i] for i in range(EVENTS) if i % CALENDARS == number},
        )
    near.guard()
    near.account()
    yield near
    lab.empty()


def talk(frames: list[str], interface: str = "wfar") -> list[str]:
    """What was said to the server or the name server, beyond acknowledging."""
    found = []
    for frame in frames:
        name, kind, port, flags, payload = frame.split()
        spoken = kind != "tcp" or "S" in flags or int(payload) > 0
        if name == interface and port in (str(PORT), "53") and spoken:
            found.append(frame)
    return found


def until(what: Callable[[], bool], seconds: float = PATIENCE) -> None:
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "it does not happen"
        time.sleep(0.01)


def requests(frames: list[str], interface: str = "wfar") -> int:
    """How many requests there were: this server closes the connection after each."""
    begin = f"{interface} tcp {PORT} S "
    return sum(frame.startswith(begin) for frame in frames)


def stop_midway(
    near: Near, lab: Lab, switch: Callable[[], None]
) -> tuple[list[str], list[str], dict]:
    """A first sync during which the network is switched; what was said after that."""
    begun = len(lab.frames())
    process = near.start("sync", "--json-lines")
    until(lambda: requests(lab.frames_so_far()[begun:]) >= 7)
    switch()
    seen = len(lab.frames_so_far())
    out, err = process.communicate(timeout=PATIENCE)
    assert b"Traceback" not in err, err
    after = lab.frames()[seen:]
    envelope = json.loads(out.splitlines()[-1])
    assert requests(lab.frames()[begun:]) < CALENDARS, "it was not in the middle any more"
    done = lab.frames()
    time.sleep(1.0)
    assert lab.frames() == done, "something is said after the end"
    return talk(after), talk(after, "efar"), envelope


def everything_once(near: Near, texts: list[bytes]) -> None:
    """Every event is here once, as it is on the server, and nothing was overwritten."""
    here = sorted((near.home / "data" / "home" / "calendars").rglob("*.ics"))
    assert len(here) == EVENTS
    uids = [_uid(file.read_bytes()) for file in here]
    assert sorted(uids) == sorted(_uid(text) for text in texts)
    assert near.versions() == []


def _uid(text: bytes) -> bytes:
    return next(line for line in text.splitlines() if line.startswith(b"UID:"))


def test_a_first_sync_stops_within_a_request_and_is_completed_later(
    lab: Lab, full: Near, texts: list[bytes]
) -> None:
    said, wired, envelope = stop_midway(full, lab, lambda: lab.nm.roam("wlan0", STRANGE))
    # each worker ends the request that it had begun, its look-up (two questions: A and
    # AAAA) with it, and begins no other
    assert requests(said) <= WORKERS, said
    assert sum(" udp " in frame for frame in said) <= 2 * WORKERS, said
    assert wired == []
    assert envelope["code"] == "transport.gate_denied"
    (account,) = envelope["data"]["accounts"]
    told = [error for one in account["collections"] for error in one["errors"]]
    assert {e["gate_code"] for e in [*told, *account["errors"]]} == {"ssid_not_listed"}
    assert {one["outcome"] for one in account["collections"]} & {"denied"}
    before = len(lab.frames())
    full.sync(expect=7)
    assert lab.frames()[before:] == []
    lab.nm.roam("wlan0", SSID)
    full.sync()
    everything_once(full, texts)
    assert full.sync().counts() == {}
    assert len(list(lab.server_files())) == EVENTS


def test_a_route_that_flips_does_not_leak(lab: Lab, full: Near, texts: list[bytes]) -> None:
    said, wired, envelope = stop_midway(full, lab, lambda: lab.default_by("eth0"))
    assert wired == [], "something left by the network that is not allowed"
    assert requests(said) <= WORKERS, said
    assert envelope["code"] == "transport.gate_denied"
    assert "wired_not_allowed" in json.dumps(envelope)
    lab.default_by("wlan0")
    full.sync()
    everything_once(full, texts)


def _went_on(near: Near) -> bool:
    """Whether it looked again; the one denied run goes on."""
    (run,) = near.run("report", "list").data["runs"]
    begun, ended = (datetime.fromisoformat(run[key]) for key in ("started_at", "ended_at"))
    return (ended - begun).total_seconds() > 1.0


def test_the_service_stops_and_goes_on_by_itself(lab: Lab, near: Near) -> None:
    """``ksync run`` is denied, and syncs when the allowed network is back; nobody asks it."""
    lab.calendar("work", {"a.ics": events(1)[0]})
    near.guard()
    near.account()
    lab.nm.roam("wlan0", STRANGE)
    before = len(lab.frames())
    process = subprocess.Popen(
        [*near.program, "run", "--no-input"],
        env=near.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        log = near.home / "log" / "ksync.log"
        until(lambda: log.exists() and "gate_denied" in log.read_text())
        time.sleep(1.0)
        for number in range(3):  # other networks, none of them listed, are no other runs
            lab.nm.roam("wlan0", b"%d" % number)
            time.sleep(0.5)
        until(lambda: _went_on(near))
        assert lab.frames()[before:] == []
        lab.nm.roam("wlan0", SSID)
        folder = near.home / "data" / "home" / "calendars"
        until(lambda: any(folder.rglob("*.ics")))
        assert STRANGE.hex() not in log.read_text() and SSID.decode() not in log.read_text()
    finally:
        process.send_signal(signal.SIGTERM)
        out, _ = process.communicate(timeout=30)
        lab.empty()
    assert process.returncode == 0, out
    assert b"Traceback" not in out and b"Warning" not in out, out


def test_idle_connections_go_at_once(lab: Lab, near: Near, tmp_path: Path) -> None:
    """Nothing waits for the next request: one RST for each kept connection, no farewell."""
    near.guard()
    script = tmp_path / "idle.py"
    script.write_text(IDLE)
    process = subprocess.Popen(
        [*near.program[:-2], str(script), str(near.home), str(lab.ca_file), lab.keeper()],
        env={**near.environment, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None and process.stdin is not None
    assert process.stdout.readline() == b"idle\n"
    seen = len(lab.frames())
    lab.nm.roam("wlan0", STRANGE)
    until(lambda: len(lab.frames()) > seen)
    time.sleep(0.5)
    after = [frame for frame in lab.frames()[seen:] if "tcp" in frame]
    assert [frame.split()[3] for frame in after] == ["R"], after
    process.stdin.close()
    assert process.wait(20) == 0
    process.stdout.close()


IDLE = """
import sys
from pathlib import Path
from ksync.composition import Parts
from ksync.config.effective import load
from ksync.paths import Paths
from sync_engine.transport.http import HttpTransport
from sync_engine.transport.port import Request

home, ca_file, url = sys.argv[1:]
paths = Paths.under(Path(home))
parts = Parts(paths, load(paths.config_file).config)
gate = parts.guard.gate(None)
host, port = url[8:-1].split(":")
transport = HttpTransport(gate, lambda: None, origin=("https", host, int(port)), ca_file=ca_file)
watch = parts.guard.attend(None, gate, transport.void)
reply = transport.exchange(Request("OPTIONS", url))
reply.read()
kept = [one for lane in transport._parts.lanes._free for one in lane._backend._streams]
assert kept, "the server closes each connection by itself"
print("idle", flush=True)
sys.stdin.read()
watch.close()
transport.close()
"""
