"""What caldav knows of servers, and that it agrees with us about collections."""

from __future__ import annotations

import contextlib
from urllib.parse import urljoin

import caldav
import pytest

from sync_engine.client.measured import support
from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.replicas.remote.administration import Administration, new_url
from tests.servers import Account


def test_what_was_measured() -> None:
    assert support("infomaniak", "save.no-uid-conflict") == "unsupported"
    assert support("cyrus", "create-calendar") == "full"
    assert support("posteo", "create-calendar") == "unsupported"
    assert support("no-such", "create-calendar") is None
    assert support("infomaniak", "no-such") is None


@pytest.mark.parametrize("server", ["radicale", "xandikos", "cyrus"], indirect=True)
def test_caldav_sees_the_calendars_that_are_made_here_and_we_see_its_own(server, connected) -> None:
    """A second opinion, over its own HTTP: made, changed, deleted."""
    account: Account = server
    ours = Administration(connected.client)
    home = next(h.url for h in connected.found.home_sets if Kind.CALENDAR in h.kinds)
    url = new_url(home)
    ours.make(CollectionInfo(url, Kind.CALENDAR, "Büro", components=frozenset({"VTODO"})))
    with _caldav(account) as client:
        assert client.calendar(url=url).get_display_name() == "Büro"
        assert client.calendar(url=url).get_supported_components() == ["VTODO"]
        ours.change(url, display_name="Zu Hause", color=None)
        assert client.calendar(url=url).get_display_name() == "Zu Hause"
        ours.remove(url)
        made = caldav.CalendarSet(client, url=urljoin(account.url, account.calendar_home))
        assert url not in {str(calendar.url) for calendar in made.calendars()}
        other = made.make_calendar(name="Von caldav", supported_calendar_component_set=["VEVENT"])
        names = {i.display_name for i in connected.account.listing().collections}
        assert "Von caldav" in names
        other.delete()


@contextlib.contextmanager
def _caldav(account: Account):
    with caldav.DAVClient(
        url=account.url, username=account.username, password=account.password
    ) as client:
        yield client
