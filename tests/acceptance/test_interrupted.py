"""A sync that is interrupted loses nothing and doubles nothing.

Whatever happens, the next undisturbed sync completes, and both sides are as the
ledger says.
"""

from __future__ import annotations

import signal

import pytest

from tests.acceptance.cli import Client
from tests.acceptance.sides import Pair, harmless, uid_of
from tests.acceptance.waiting import wait_until
from tests.servers import Account
from tests.servers.wire import CountingProxy, Fault

PLAIN_HTTP = ("cyrus", "radicale", "sabre", "xandikos")
FAULTS = (
    ("PUT", Fault.LOST_REPLY),
    ("PUT", Fault.RESET),
    ("PUT", Fault.TRUNCATED),
    ("DELETE", Fault.LOST_REPLY),
    ("REPORT", Fault.TRUNCATED),
    ("PROPFIND", Fault.BEFORE),
)


def behind(account: Account, client: Client, proxy: CountingProxy, *, size: int) -> Pair:
    """A calendar of so many events on the server; the account is added, nothing synced."""
    href = account.make_calendar("work", ("VEVENT",), title="Work")
    client.add(account, url=proxy.rebase(account.url))
    pair = Pair(account, client, href)
    pair.seed(harmless(size, 31))
    return pair


def work_on_both_sides(pair: Pair, round_: int) -> None:
    """Three creations here, and an edit and a deletion on each side."""
    fresh = harmless(4, 100 + round_)
    there = {href: uid_of(body) for href, body in sorted(pair.server().items())}
    hrefs = iter(there)
    pair.edit_remote(next(hrefs), f"There {round_}")
    pair.delete_remote(next(hrefs))
    pair.edit_local(pair.path_of(there[next(hrefs)]), f"Here {round_}")
    pair.delete_local(pair.path_of(there[next(hrefs)]))
    for number, body in enumerate(fresh[:3]):
        pair.create_local(body, f"round {round_} number {number}")
    pair.create_remote(fresh[3], f"round-{round_}")


@pytest.mark.parametrize("server", PLAIN_HTTP, indirect=True)
def test_replies_that_do_not_arrive(server, client, watched):
    proxy = watched(server)
    pair = behind(server, client, proxy, size=30)
    client.sync()
    for round_, (method, fault) in enumerate(FAULTS):
        work_on_both_sides(pair, round_)
        proxy.fail(fault, method=method, nth=2 if method == "PUT" else 1)
        proxy.reset()
        client.sync(expect=None)
        assert [seen.method for seen in proxy.requests if seen.fault is fault] == [method]
        client.sync()
        pair.check()
    assert client.sync().counts() == {}


@pytest.mark.parametrize("server", PLAIN_HTTP, indirect=True)
def test_the_server_goes_away_in_a_first_sync(server, client, watched):
    """In the middle of the first answer with data; and it is gone for a while."""
    proxy = watched(server)
    pair = behind(server, client, proxy, size=60)
    proxy.fail(Fault.TRUNCATED, method="REPORT")
    proxy.delay = 0.4  # so that no second try gets through before the door is shut
    proxy.reset()
    process = client.start("sync")
    wait_until(lambda: any(s.fault for s in proxy.requests), "an answer that was cut")
    proxy.refuse()
    proxy.delay = 0.0
    client.finish(process, expect=11)
    files = pair.files() if pair.client.row(pair.href)["path"] else {}
    assert set(map(uid_of, files.values())) <= pair.ledger.keys()
    client.sync(expect=11)
    assert len(pair.server()) == 60
    proxy.accept()
    client.sync()
    pair.check()
    assert client.sync().counts() == {}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_between_two_steps(radicale, client, watched, number):
    proxy = watched(radicale)
    pair = behind(radicale, client, proxy, size=5)
    client.sync()
    for index, body in enumerate(harmless(30, 33)):
        pair.create_local(body, f"new {index}")
    proxy.delay = 0.02
    proxy.reset()
    process = client.start("sync")
    wait_until(lambda: proxy.methods()["PUT"] > 2, "the uploads")
    process.send_signal(number)
    done = client.finish(process, expect=130)
    assert done.envelope["code"] == "interrupted"
    written = proxy.methods()["PUT"]
    assert written < 30
    assert done.counts().get("uploaded", 0) in (written, written - 1)
    proxy.delay = 0.0
    client.sync()
    pair.check()
    assert client.sync().counts() == {}
