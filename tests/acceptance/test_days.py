"""Accelerated days: everything arrives once, nothing twice, and nobody is pestered."""

from __future__ import annotations

import contextlib
import gc
import resource
import tracemalloc
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from tests.acceptance.cli import Client
from tests.acceptance.days import BEGIN, DAY, HOUR, Life, PasswordFile, RealKeyring, event
from tests.ksync.secret_service import gnome_keyring
from tests.servers.wire import CountingProxy

# days are counted in runs, and how long each takes is the machine's
pytestmark = pytest.mark.timeout(600)


@contextlib.contextmanager
def _life(account, client, secret):
    """An account, added, that nothing has happened to yet."""
    with CountingProxy(account.server.port) as proxy:
        found = Life(account, client.home, proxy, secret, seed=20261125)
        words = ["account", "add", "acc", "--provider", "generic"]
        words += ["--url", proxy.rebase(account.url), "--username", account.username]
        secret.add(client, words)
        proxy.reset()
        yield found


@pytest.fixture
def life(radicale, client, tmp_path):
    """Its password is in a file."""
    with _life(radicale, client, PasswordFile(radicale, tmp_path)) as found:
        yield found


@pytest.fixture
def desktop(bus, tmp_path):
    """A client in a session with the real gnome-keyring, open."""
    with gnome_keyring(bus, password="pw"):
        yield Client(tmp_path / "home", bus)


@pytest.fixture
def life_with_keyring(radicale, desktop):
    """Its password is there."""
    with _life(radicale, desktop, RealKeyring(radicale, "pw")) as found:
        yield found


def _triggers(client) -> Counter[str]:
    runs = client.run("report", "list", "--limit", "100000").data["runs"]
    return Counter(run["trigger"] for run in runs)


def test_three_days_of_a_laptop(life_with_keyring, desktop):
    life = life_with_keyring
    at = life.clock.at
    for day in range(3):
        start = BEGIN + day * DAY
        for number in range(12):
            at(start + HOUR * (1 + 1.3 * number), life.edit_at_random)
        at(start + 9 * HOUR, lambda: life.clock.sleep(2.5 * HOUR))
    day2 = BEGIN + DAY
    at(day2 + 2 * HOUR, life.server_gone)
    at(day2 + 2.1 * HOUR, life.edit_here)
    at(day2 + 6 * HOUR, life.server_back)
    at(day2 + 12 * HOUR, life.server_gone)
    at(day2 + 13 * HOUR, life.network_back)
    day3 = BEGIN + 2 * DAY
    unlocked: list[int] = []
    at(day3 + 1.1 * HOUR, life.password_changed)
    at(day3 + 3 * HOUR, life.edit_here)
    at(day3 + 5 * HOUR, life.password_mended)
    at(day3 + 7 * HOUR, life.keyring_locked)
    at(day3 + 7.2 * HOUR, life.edit_here)
    at(day3 + 7.5 * HOUR, life.edit_there)
    at(day3 + 8 * HOUR, life.keyring_unlocked)
    at(day3 + 8.1 * HOUR, lambda: unlocked.append(len(life.reports)))
    life.run(BEGIN + 3 * DAY)

    everything = sorted(life.expected)
    assert life.titles_here() == everything
    assert life.titles_there() == everything

    requests = life.proxy.requests
    uploaded = [seen.path for seen in requests if seen.method == "PUT"]
    assert len(uploaded) == len(set(uploaded)), "an event was sent twice"
    made_here = sum(side == "here" for side in life.expected.values())
    assert len(uploaded) == made_here

    triggers = _triggers(desktop)
    regular = 3 * DAY / (15 * 60)
    assert triggers["first"] == 1
    assert triggers["schedule"] <= regular * 1.2
    assert triggers["change"] <= made_here
    assert 1 <= triggers["network"] <= 1
    # four hours without a server, one without a network, one without a keyring: a pause that
    # doubles up to half an hour, and every five minutes a look whether it is unlocked
    assert triggers["retry"] <= 60
    # the locked keyring was looked at every five minutes, and as soon after it was open what had
    # come meanwhile went both ways
    locked = [n for n, report in enumerate(life.reports) if report.exit_code == 10]
    assert {p.reference for n in locked for p in life.reports[n].problems} == {
        "credential.keyring_locked"
    }
    assert 10 <= len(locked) <= 14
    assert locked == list(range(locked[0], locked[-1] + 1))
    assert unlocked == [locked[-1] + 2]
    (brought,) = life.reports[locked[-1] + 1].result.collections
    assert brought.counts["downloaded"] >= 1
    assert brought.counts["uploaded"] >= 1
    # a wrong password is not tried again until somebody did something
    refused = [report for report in life.reports if report.exit_code == 6]
    assert len(refused) <= 2
    # every look at what is due has a cause
    looks = sum(triggers.values()) + life.clock.wakes + len(life.expected) * 3 + 60
    assert life.clock.waits <= looks
    assert not [report for report in life.reports if report.exit_code == 1]


def test_what_is_kept_for_some_days_goes_by_itself(life, client):
    """Versions and reports; what is there now stays."""
    client.run("config", "set", "sync.interval_minutes", "360")
    client.run("config", "set", "general.history_days", "3")
    path = f"{life.href}one.ics"
    earlier, later = (event("one").replace(b":one\r", b":%b\r" % t) for t in (b"earlier", b"later"))
    life.account.put(path, earlier)
    life.clock.at(BEGIN + 1 * DAY, lambda: life.account.put(path, later))
    kept: list[int] = []
    life.clock.at(BEGIN + 2 * DAY, lambda: kept.append(len(client.versions())))
    life.run(BEGIN + 7 * DAY)
    assert kept == [1]
    assert client.versions() == []
    runs = client.run("report", "list", "--limit", "1000").data["runs"]
    oldest = min(datetime.fromisoformat(run["started_at"]).timestamp() for run in runs)
    assert BEGIN + 3.7 * DAY <= oldest <= BEGIN + 4.3 * DAY
    assert len(life.reports) > len(runs) > 8
    assert life.titles_here() == ["later"]


@pytest.mark.stateful
def test_memory_stays_flat(life):
    """A thousand cycles; CI makes it a tenth (the profile says how many)."""
    from hypothesis import settings

    cycles = 1000 if settings.default.max_examples >= 1000 else 120
    warm = cycles // 4
    marks: list[tuple[int, int]] = []
    ran = 0

    def forget() -> None:
        # what this test keeps itself is not the program's
        nonlocal ran
        ran += len(life.reports)
        life.reports.clear()
        life.proxy.reset()

    def mark() -> None:
        forget()
        gc.collect()
        marks.append((tracemalloc.get_traced_memory()[0], _resident()))

    step = 15 * 60.0
    for number in range(cycles):
        life.clock.at(BEGIN + HOUR + number * step, life.edit_there if number % 40 == 1 else forget)
    life.clock.at(BEGIN + HOUR + warm * step, mark)
    life.clock.at(BEGIN + HOUR + cycles * step, mark)
    tracemalloc.start()
    try:
        life.run(BEGIN + 2 * HOUR + cycles * step)
    finally:
        tracemalloc.stop()
    assert ran >= cycles * 0.9
    (before, resident), (after, resident_after) = marks
    grown, each = after - before, (after - before) / (cycles - warm)
    print(
        f"\n{cycles} cycles, the first {warm} to warm up: objects {before:,} to {after:,} octets "
        f"({each:,.0f} a cycle), process {resident:,} to {resident_after:,} octets"
    )
    assert grown <= 0.05 * resident, (before, after)
    assert each <= 1000, (before, after)
    if cycles >= 1000:
        assert resident_after <= 1.05 * resident, (resident, resident_after)


def _resident() -> int:
    """Bytes of memory that this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()
