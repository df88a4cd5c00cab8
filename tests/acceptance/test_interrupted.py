"""A sync that is killed, interrupted or cut off: the next one completes it, once.

A kill comes when a number of resources, drawn at random, has arrived, and a moment
later; the seed is printed (pytest shows it where a test fails), and it follows from
that of the whole run (``-p randomly_seed``).
"""

from __future__ import annotations

import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.acceptance.cli import Client, Done
from tests.acceptance.sides import Pair
from tests.servers import samples
from tests.servers.wire import CountingProxy, Fault

EVENTS = 150
FILES = 60
KILLS = 5
PATIENCE = 60


@pytest.fixture
def proxy(radicale, watched) -> CountingProxy:
    """The way to Radicale."""
    return watched(radicale)


@pytest.fixture
def chance() -> random.Random:
    """The moments; reproducible by the seed of the whole run."""
    seed = random.getrandbits(32)
    print(f"seed of the kills: {seed}")
    return random.Random(seed)


@pytest.fixture
def pair(radicale, client, proxy) -> Pair:
    """An empty calendar and an account that was never synced."""
    href = radicale.make_calendar("work", ("VEVENT",), title="Work")
    client.add(radicale, url=proxy.rebase(radicale.url))
    return Pair(radicale, client, href)


def copies(pair: Pair, number: int) -> Iterator[Pair]:
    """The same account in other homes."""
    for one in range(number):
        home = pair.client.home.with_name(f"home-{one}")
        shutil.copytree(pair.client.home, home)
        copy = Pair(pair.account, Client(home), pair.href)
        copy.ledger = pair.ledger
        yield copy


def ended(pair: Pair, sign: signal.Signals, ripe: Callable[[], bool], pause: float) -> Done | None:
    """Start a sync and send it a signal ``pause`` seconds after it is ripe for it.

    :returns: what it said, if it could; ``None`` after a kill.
    """
    process = pair.client.start("sync")
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and not ripe():
        assert time.monotonic() < deadline
        time.sleep(0.0005)
    time.sleep(pause)
    process.send_signal(sign)
    if sign is signal.SIGKILL:
        process.communicate(timeout=PATIENCE)
        assert process.returncode in (-signal.SIGKILL, 0)
        return None if process.returncode else Done((), 0, {}, "")
    return pair.client.finish(process, expect=130)


def arrived(pair: Pair) -> int:
    """Files of the calendar, finished or not, wherever in the home it is."""
    return sum(path.suffix == ".ics" for path in (pair.client.home / "data").rglob("*"))


def settled(pair: Pair, *, again: bool = True) -> None:
    """Both sides are the same, nothing is there twice, nothing is left to do or lying about."""
    if again:
        done = pair.client.sync("--dry-run")
        assert done.counts() == {}
        assert not any(one["plan"] for one in done.collections.values())
    assert pair.client.sync().counts() == {}
    pair.check()
    names = {path.name for path in pair.folder.iterdir()}
    assert len([name for name in names if name.endswith(".ics")]) == len(pair.ledger)
    assert not [name for name in names if "tmp" in name], names
    assert pair.client.holds() == []


def uploaded(pair: Pair, number: int, seed: int) -> None:
    """Fill the folder."""
    for position, body in enumerate(samples.events(number, seed)):
        pair.create_local(body, f"here-{seed}-{position}")


# -- killed -----------------------------------------------------------------------------


def test_killed_in_a_first_sync(pair, chance):
    pair.seed(samples.events(EVENTS, 1))
    cut = 0
    for copy in copies(pair, KILLS):
        goal, pause = chance.randrange(EVENTS), chance.uniform(0, 0.02)
        done = ended(copy, signal.SIGKILL, lambda c=copy, g=goal: arrived(c) >= g, pause)
        cut += done is None
        rest = copy.client.sync().counts()
        assert set(rest) <= {"downloaded"}
        assert len(pair.server()) == EVENTS
        settled(copy, again=copy.client.home.name == "home-0")
    assert cut > 0, "every kill came too late"


def test_killed_in_an_upload(pair, proxy, chance):
    pair.client.sync()
    cut = 0
    for turn in range(KILLS):
        uploaded(pair, FILES, 10 + turn)
        proxy.reset()
        goal, pause = chance.randrange(FILES), chance.uniform(0, 0.02)
        ripe = lambda g=goal: proxy.methods()["PUT"] > g  # noqa: E731  one line says it
        cut += ended(pair, signal.SIGKILL, ripe, pause) is None
        rest = pair.client.sync().counts()
        assert set(rest) <= {"uploaded"}
        settled(pair, again=turn == 0)
    assert cut > 0, "every kill came too late"


def test_killed_before_and_between_the_requests(pair, proxy, chance):
    """Where next to nothing is there yet; again and again, before one is let through."""
    pair.seed(samples.events(20, 3))
    for _ in range(2):
        proxy.reset()
        goal = chance.randrange(1, 5)
        ended(pair, signal.SIGKILL, lambda g=goal: len(proxy.requests) >= g, 0)
    pair.client.sync()
    settled(pair)


# -- interrupted ---------------------------------------------------------------------------


def test_interrupted_by_the_user(pair, proxy):
    """Exit 130 with its word; what was done is kept, the rest is done by the next sync."""
    pair.client.sync()
    uploaded(pair, FILES, 2)
    proxy.reset()
    proxy.delay = 0.02
    done = ended(pair, signal.SIGINT, lambda: proxy.methods()["PUT"] > 3, 0)
    assert done is not None
    assert done.envelope["code"] == "interrupted"
    assert done.envelope["message"] == "Interrupted; nothing is lost."
    proxy.delay = 0.0
    there = len(pair.server())
    assert 0 < there < FILES
    assert pair.client.sync().counts() == {"uploaded": FILES - there}
    settled(pair)


def test_interrupted_while_the_server_keeps_silent(pair, proxy):
    pair.seed(samples.events(5, 4))
    proxy.reset()
    proxy.pause()
    process = pair.client.start("sync")
    deadline = time.monotonic() + PATIENCE
    while not proxy.connections:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    time.sleep(0.3)
    proxy.resume()
    done = pair.client.finish(process, expect=130)
    assert done.envelope["code"] == "interrupted"
    assert pair.client.sync().counts() == {"downloaded": 5}
    settled(pair, again=False)


# -- cut off ----------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["PUT", "DELETE"])
def test_a_reply_that_is_lost(pair, proxy, verb):
    """The server did it and the client did not learn it: it is not done twice."""
    pair.client.sync()
    uploaded(pair, 5, 5)
    if verb == "DELETE":
        pair.client.sync()
        for path in sorted(pair.folder.glob("*.ics"))[:2]:
            pair.delete_local(Path(path))
    proxy.reset()
    proxy.fail(Fault.LOST_REPLY, method=verb)
    first = pair.client.sync(expect=None)
    assert first.exit_code in (0, 4, 11)
    assert any(seen.fault is Fault.LOST_REPLY for seen in proxy.requests)
    pair.client.sync()
    settled(pair)
    assert len({seen.path for seen in proxy.requests if seen.method == verb}) == len(
        [seen for seen in proxy.requests if seen.method == verb and seen.status in (201, 204)]
    )


@pytest.mark.parametrize("fault", [Fault.TRUNCATED, Fault.RESET], ids=lambda fault: fault.value)
def test_cut_off_in_a_first_sync(pair, proxy, fault):
    pair.seed(samples.events(40, 6))
    for nth in range(1, 9):
        proxy.fail(fault, nth=nth, method="REPORT")
    first = pair.client.sync(expect=None)
    assert first.exit_code in (4, 11)
    assert {reference for reference, _ in first.errors} <= {
        "transport.unreachable",
        "transport.outcome_unknown",
    }
    assert len(pair.server()) == 40
    while any(seen.fault for seen in proxy.requests):
        proxy.reset()
        pair.client.sync(expect=None)
    pair.client.sync()
    settled(pair)
