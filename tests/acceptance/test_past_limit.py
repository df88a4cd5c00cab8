"""A calendar that is kept to its last days here, through the program, on each server."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

from tests.acceptance.cli import Client
from tests.acceptance.sides import Pair, Written, crlf, uid_of
from tests.servers import Account
from tests.servers.wire import CountingProxy

LIMIT = 60
NOW = datetime.now(UTC)
WRITES = {"PUT", "DELETE", "MOVE", "POST"}


def event(uid: str, days: int, *more: str, title: str = "An hour") -> bytes:
    """One hour, so many days ago."""
    start = NOW - timedelta(days=days)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//kSync//tests//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        "DTSTAMP:20250101T000000Z",
        f"DTSTART:{start:%Y%m%dT%H%M%SZ}",
        "DURATION:PT1H",
        f"SUMMARY:{title}",
        *more,
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines).encode()


def all_day(uid: str, days: int) -> bytes:
    start = NOW - timedelta(days=days)
    return (
        event(uid, days)
        .replace(
            f"DTSTART:{start:%Y%m%dT%H%M%SZ}".encode(),
            f"DTSTART;VALUE=DATE:{start:%Y%m%d}".encode(),
        )
        .replace(b"DURATION:PT1H", b"DURATION:P1D")
    )


OLD = [
    event("old-1", 400),
    event("old-2", 70),
    all_day("old-3", 100),
    event("old-series", 300, "RRULE:FREQ=WEEKLY;COUNT=10"),
    *(event(f"old-more-{number}", 90 + number) for number in range(8)),
]
KEPT = [
    event("new-1", 1),
    event("new-2", -30),
    all_day("new-3", 2),
    # the last of them is in scope, the first is not
    event("new-series", 300, "RRULE:FREQ=WEEKLY;COUNT=50"),
    event("endless", 800, "RRULE:FREQ=MONTHLY"),
]


def shown(pair: Pair) -> set[str]:
    """The UIDs of the files."""
    return set(map(uid_of, pair.files().values()))


def limited(account: Account, client: Client, proxy: CountingProxy, *, synced: bool) -> Pair:
    """A calendar with old and new events, limited before its first sync or after it."""
    href = account.make_calendar("work", ("VEVENT",), title="Work")
    client.add(account, url=proxy.rebase(account.url))
    pair = Pair(account, client, href)
    pair.seed([*OLD, *KEPT])
    if synced:
        assert client.sync().counts() == {"downloaded": len(OLD) + len(KEPT)}
        pair.check()
    client.run("collection", "set", pair.id, f"past_days={LIMIT}")
    return pair


def quiet(pair: Pair, proxy: CountingProxy, there: dict[str, bytes]) -> None:
    """Nothing is left to do, with what is asked for without a limit, and the server is whole."""
    for words in ((), (), ("--full",)):
        proxy.reset()
        assert pair.client.sync(*words).counts() == {}
        assert not WRITES & proxy.methods().keys()
    assert pair.server() == there


def test_L7_a_first_sync_leaves_the_past_on_the_server(server, client, watched):
    proxy = watched(server)
    pair = limited(server, client, proxy, synced=False)
    there = pair.server()
    assert client.sync().counts() == {"downloaded": len(KEPT), "out_of_scope": len(OLD)}
    assert shown(pair) == set(map(uid_of, KEPT))
    quiet(pair, proxy, there)
    row = client.listed()[pair.id]
    assert (row["items"], row["out_of_scope"]) == (len(KEPT), len(OLD))
    # everything back, as it is there
    client.run("collection", "set", pair.id, "past_days=none")
    assert client.sync().counts() == {"downloaded": len(OLD)}
    pair.check()
    quiet(pair, proxy, there)


def test_L7_narrowing_takes_away_here_alone(server, client, watched):
    proxy = watched(server)
    pair = limited(server, client, proxy, synced=True)
    there = pair.server()
    # many at once, and nobody is asked: it is what was set
    assert client.sync("--dry-run").counts() == {"out_of_scope": len(OLD)}
    assert len(pair.files()) == len(OLD) + len(KEPT)
    assert client.sync().counts() == {"out_of_scope": len(OLD)}
    assert shown(pair) == set(map(uid_of, KEPT))
    assert client.holds() == []
    quiet(pair, proxy, there)
    # a larger window fetches what is in it
    client.run("collection", "set", pair.id, "past_days=94")
    between = {uid for body in OLD if "more" in (uid := uid_of(body)) and int(uid[9:]) < 5}
    done = client.sync().counts()
    assert shown(pair) == set(map(uid_of, KEPT)) | between | {"old-2"}
    assert done == {"downloaded": len(between) + 1}
    # disabled, both sides go on; enabled again, they are united
    client.run("collection", "disable", pair.id)
    pair.path_of("new-1").unlink()
    pair.edit_remote(next(h for h, b in there.items() if uid_of(b) == "old-1"), "Meanwhile")
    there = pair.server()
    client.run("collection", "enable", pair.id)
    client.sync()
    client.sync()
    assert shown(pair) == set(map(uid_of, KEPT)) | between | {"old-2"}
    quiet(pair, proxy, there)


def test_L7_work_on_what_is_old(server, client, watched):
    proxy = watched(server)
    pair = limited(server, client, proxy, synced=True)
    # edited here before it goes: up first; a new old one: up first
    pair.edit_local(pair.path_of("old-1"), "Edited here")
    pair.create_local(event("old-new", 200), "new")
    assert client.sync().counts() == {"uploaded": 2, "out_of_scope": len(OLD) - 1}
    assert client.sync().counts() == {"out_of_scope": 2}
    assert shown(pair) == set(map(uid_of, KEPT))
    there = pair.server()
    assert any(b"SUMMARY:Edited here" in body for body in there.values())
    # what is made again here is no second one
    again = event("old-2", 70, "LOCATION:Here")
    (pair.folder / "again.ics").write_bytes(again)
    assert client.sync().counts() == {"merged": 1}
    assert client.sync().counts() == {"out_of_scope": 1}
    found = [body for body in pair.server().values() if uid_of(body) == "old-2"]
    assert len(found) == 1 and b"LOCATION:Here" in found[0]
    pair.ledger["old-2"] = Written(crlf(found[0]), False)
    # moved to tomorrow on the server: it is back; deleted there: nothing happens here
    hrefs = {uid_of(body): href for href, body in pair.server().items()}
    server.put(hrefs["old-3"], event("old-3", -1))
    pair.ledger["old-3"] = Written(event("old-3", -1), False)
    pair.delete_remote(hrefs["old-series"])
    assert client.sync().counts() == {"downloaded": 1}
    assert shown(pair) == set(map(uid_of, KEPT)) | {"old-3"}
    there = pair.server()
    quiet(pair, proxy, there)
    client.run("collection", "set", pair.id, "past_days=")
    client.sync()
    written = {uid: Written(one.body, False) for uid, one in pair.ledger.items()}
    pair.ledger.clear()
    pair.ledger.update(written)
    pair.check()
    quiet(pair, proxy, there)


LATER = """
import sys, time
now = time.time
time.time = lambda: now() + 20 * 365 * 86400
from ksync.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
"""The program on a computer whose clock is wrong by twenty years."""


def test_L7_a_wrong_clock_empties_nothing(radicale, client, watched):
    """The server's clock tells better. (Without it there is a hold: ``tests.cycle``.)"""
    proxy = watched(radicale)
    pair = limited(radicale, client, proxy, synced=True)
    client.sync()
    there = pair.server()
    wrong = Client(client.home, program=(sys.executable, "-W", "error", "-c", LATER))
    for words in ((), ("--full",)):
        assert wrong.sync(*words).counts() == {}
    assert shown(pair) == set(map(uid_of, KEPT))
    quiet(pair, proxy, there)
