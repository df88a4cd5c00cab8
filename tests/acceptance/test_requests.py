"""What goes over the wire, counted at the socket: near the floor, and no work twice.

An idle account costs one request for each distinct home set (and one challenge
where the server uses Digest), however many collections it has.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.cli import Client
from tests.acceptance.sides import Pair, retitled
from tests.servers import Account, samples
from tests.servers.wire import CountingProxy

COLLECTIONS = 20
PLAIN = ["radicale", "xandikos", "cyrus", "sabre"]
"""Servers without TLS: there the proxy sees the requests."""


def homes(account: Account) -> int:
    """How many distinct home sets it has."""
    return 1 if account.traits.one_home else 2


def challenges(account: Account) -> int:
    """Requests that only fetch a Digest challenge: one for each run."""
    return 1 if account.traits.digest else 0


def filled(account: Account) -> None:
    """Exactly ``COLLECTIONS`` collections, with something in each that we made."""
    wanted = COLLECTIONS - len(account.collections())
    for number in range(wanted):
        if number % 4:
            href = account.make_calendar(f"cal-{number}", ("VEVENT",))
            account.seed(href, samples.events(3, number))
        else:
            href = account.make_addressbook(f"book-{number}")
            account.seed(href, samples.contacts(3, number))
    assert len(account.collections()) == COLLECTIONS


@pytest.mark.parametrize("server", PLAIN, indirect=True)
def test_an_idle_account_costs_one_request_for_each_home_set(server, client, watched):
    filled(server)
    proxy: CountingProxy = watched(server)
    client.add(server, url=proxy.rebase(server.url))
    first = client.sync()
    assert len(first.collections) == COLLECTIONS
    client.sync()  # what moved is looked at once more, then it has cooled
    floor = homes(server) + challenges(server)
    for _ in range(2):
        proxy.reset()
        idle = client.sync()
        assert idle.counts() == {}
        assert set(proxy.methods()) == {"PROPFIND"}
        assert len(proxy.requests) == floor, [(r.method, r.path) for r in proxy.requests]
        assert {r.headers.get("depth") for r in proxy.requests} == {"1"}
        (told,) = (account["requests"] for account in idle.data["accounts"])
        assert told == floor


def test_a_first_sync_of_2000_events_takes_at_most_12_requests(cyrus, client, watched):
    href = cyrus.make_calendar("work", ("VEVENT",))
    cyrus.seed(href, samples.events(2000, 3))
    proxy: CountingProxy = watched(cyrus)
    client.add(cyrus, url=proxy.rebase(cyrus.url))
    proxy.reset()
    done = client.sync()
    assert done.counts() == {"downloaded": 2000}
    assert len(proxy.requests) <= 12
    (told,) = (account["requests"] for account in done.data["accounts"])
    assert told == len(proxy.requests)


@pytest.mark.parametrize("server", PLAIN, indirect=True)
def test_a_few_changes_cost_what_they_are(server, client, watched):
    """Ten changes on each side: the listing, one look, a few reads, and the writes."""
    href = server.make_calendar("work", ("VEVENT",))
    server.seed(href, [b for b in samples.events(120, 4) if b"ATTENDEE" not in b][:60])
    proxy: CountingProxy = watched(server)
    client.add(server, url=proxy.rebase(server.url))
    client.sync()
    client.sync()
    pair = Pair(server, client, href)
    files = sorted(pair.files())
    for name in files[:10]:
        path: Path = pair.folder / name
        path.write_bytes(retitled(path.read_bytes(), "Changed here"))
    on_both = {Path(h).name for h in files[:10]}
    there = [h for h in sorted(server.etags(href)) if Path(h).name not in on_both][:10]
    for resource in there:
        server.put(resource, retitled(server.get(resource).body, "Changed there"))
    proxy.reset()
    done = client.sync()
    assert done.counts() == {"downloaded": 10, "uploaded": 10}
    methods = proxy.methods()
    assert methods.pop("PUT") == 10
    others = sum(methods.values())
    looks = 1
    reads = 3
    assert others <= homes(server) + challenges(server) + looks + reads, methods


def test_the_client_has_no_other_door(client: Client, radicale, watched):
    """All requests of a run go where the account's address points."""
    proxy: CountingProxy = watched(radicale)
    radicale.make_calendar("work", ("VEVENT",))
    client.environment |= {
        "HTTP_PROXY": "http://127.0.0.1:9",
        "HTTPS_PROXY": "http://127.0.0.1:9",
        "ALL_PROXY": "http://127.0.0.1:9",
    }
    client.add(radicale, url=proxy.rebase(radicale.url))
    proxy.reset()
    done = client.sync()
    (told,) = (account["requests"] for account in done.data["accounts"])
    assert told == len(proxy.requests) > 0
