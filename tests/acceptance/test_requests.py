"""What goes over the wire when nothing happens: counted at the socket.

What a first sync and ten changes cost is asserted where they happen
(``test_sync_on_servers``).
"""

from __future__ import annotations

import pytest

from tests.servers import samples

EACH = 10
MOST_ROUNDS = 5
"""Syncs until a collection that was written is believed to be quiet."""


@pytest.mark.parametrize("server", ["cyrus", "radicale", "sabre", "xandikos"], indirect=True)
def test_idle_costs_one_request_for_each_home_set(server, client, watched):
    """Twenty collections; Digest adds its challenge."""
    for number in range(EACH):
        calendar = server.make_calendar(f"cal-{number}")
        server.seed(calendar, samples.events(2, number))
        book = server.make_addressbook(f"book-{number}")
        server.seed(book, samples.contacts(2, number))
    proxy = watched(server)
    client.add(server, url=proxy.rebase(server.url))
    assert client.sync().counts() == {"downloaded": 4 * EACH}
    idle = (1 if server.traits.one_home else 2) + server.traits.digest
    made = []
    while len(made) < MOST_ROUNDS and made[-1:] != [idle]:
        proxy.reset()
        done = client.sync()
        assert done.counts() == {}
        made.append(len(proxy.requests))
        assert done.requests == made[-1]
    assert made[-1] == idle, made
    proxy.reset()
    done = client.sync()
    assert len(done.collections) == 2 * EACH + len(server.permanent)
    assert dict(proxy.methods()) == {"PROPFIND": idle}
    assert {seen.headers["depth"] for seen in proxy.requests} == {"1"}
    assert done.requests == idle
    # one connection where the server keeps it
    assert proxy.connections == (1 if server.traits.keep_alive else idle)


def test_one_change_is_looked_for_in_one_collection(server, client):
    """The others are not asked."""
    hrefs = [server.make_calendar(f"cal-{number}") for number in range(4)]
    for number, href in enumerate(hrefs):
        server.seed(href, samples.events(2, number))
    client.add(server)
    client.sync()
    for _ in range(MOST_ROUNDS):
        done = client.sync()
        if all(one["requests"] == 0 for one in done.collections.values()):
            break
    server.put(f"{hrefs[2]}fresh.ics", samples.events(1, 50)[0])
    done = client.sync()
    asked = [name for name, one in done.collections.items() if one["requests"]]
    assert asked == [client.row(hrefs[2])["id"]]
    assert done.counts() == {"downloaded": 1}
    assert done.collections[asked[0]]["requests"] <= 2
