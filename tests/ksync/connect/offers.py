"""Collections as the gateway offers them."""

from __future__ import annotations

from ksync.connect.offer import Offer, Offered
from sync_engine.core.collection import Kind

ADDRESS = "http://127.0.0.1:5333/token"


def calendar(name="Work", slug="work", *, address=ADDRESS, **more):
    """A calendar of account home."""
    return Offered(
        **{
            "id": f"home/{slug}",
            "key": f"uuid/{slug}",
            "kind": Kind.CALENDAR,
            "name": name,
            "color": "#ff0000",
            "url": f"{address}/{slug}/",
        }
        | more
    )


def book(name="People", slug="people", **more):
    """An address book of account home."""
    return calendar(name, slug, **{"kind": Kind.ADDRESSBOOK, "color": ""} | more)


def offer(*collections, unread=()):
    """An offer of these."""
    return Offer(ADDRESS, "kSync", "secret", collections, unread=frozenset(unread))
