"""Collections made, changed and deleted on a server that does it late (loss class L12)."""

from __future__ import annotations

import pytest

from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.core.grace import GRACE_SECONDS
from sync_engine.cycle.changing import CollectionChanges
from sync_engine.cycle.retiring import empty, keep_all, read_all
from sync_engine.errors import Forbidden, HttpError, OutcomeUnknown
from tests.cycle.lagging import CHANGED, GONE, MADE, Lagging
from tests.cycle.twin import HOME, Client, event

URL = f"{HOME}0b5e/"


class Killed(BaseException):
    """The process ends here."""


class World:
    """A client and a lagging server with one clock."""

    def __init__(self, **lags: object) -> None:
        self.server = Lagging(clock=lambda: self.client.time, **lags)
        self.client = Client(self.server)
        self.store = self.client.store
        self.changes = CollectionChanges(self.store, self.server, lambda: self.client.time)

    def create(self, name="Work", color="#ff8800"):
        info = CollectionInfo(URL, Kind.CALENDAR, name, color=color)
        return self.changes.create(info, self.server.principal)

    def sync(self, after=1.0, **options):
        """A run, so many seconds later."""
        self.client.time += after - 60
        return self.client.sync(**options)

    def delete(self, row):
        """As the application does it: history, intent, request, answer, folder."""
        texts = read_all(
            self.store, row, self.client.folder(row.slug), self.server.collections[row.url]
        )
        keep_all(self.store, row, texts, 0, self.client.time)
        self.changes.delete(row)
        self.put_away(row)

    def put_away(self, row):
        empty(self.store, row, self.client.folder(row.slug), 0, self.client.time)
        self.store.unbind(row.id)
        self.store.collections.mark_deleted(row.id, self.client.time)

    def row(self, slug="work"):
        rows = self.store.collections.all(deleted=True)
        return next((row for row in rows if row.slug == slug), None)

    def pending(self):
        return self.store.operations.pending(self.client.time).operations

    def running(self, seconds=100.0, slug="work"):
        """A calendar with a resource on both sides, long after it was made."""
        row = self.create()
        self.client.folder(slug).put("a.ics", event("a"))
        self.sync(seconds)
        self.client.settle()
        row = self.store.collections.get(row.id)
        assert len(self.server.collections[row.url].bodies()) == 1
        return row


def quiet(result):
    """Nothing went wrong and nothing was said to be wrong."""
    assert result.failure is None
    assert [c.failure for c in result.collections if c.failure] == []
    assert [error for c in result.collections for error in c.errors] == []
    return result


def test_L12_a_collection_just_made_and_not_listed_yet_is_not_gone():
    world = World()
    row = world.create()
    quiet(world.sync(1))
    assert world.store.collections.get(row.id).listed
    quiet(world.sync(MADE))
    world.client.folder("work").put("a.ics", event("a"))
    assert quiet(world.sync(1)).collections[0].counts["uploaded"] == 1
    assert world.store.collections.get(row.id).listed
    assert [row.slug for row in world.store.collections.all()] == ["work"]


@pytest.mark.parametrize("early", ["collection", "put"])
def test_L12_a_put_that_comes_too_early_is_sent_again(early):
    world = World(lists_at_once=True, early=early)
    row = world.create()
    world.client.folder("work").put("a.ics", event("a"))
    for _ in range(3):
        result = quiet(world.sync(2))
        assert not any(result.collections[0].counts.values())
        assert list(world.client.folder("work").bodies()) == ["a.ics"]
    quiet(world.sync(MADE))
    assert list(world.server.collections[row.url].bodies().values()) == [event("a")]
    quiet(world.client.settle())


def test_L12_after_the_window_404_is_what_it_says():
    world = World(lists_at_once=True, early="put", lag=100)
    world.create()
    world.client.folder("work").put("a.ics", event("a"))
    quiet(world.sync(1))
    result = world.sync(GRACE_SECONDS)
    assert [error.reference for error in result.collections[0].errors] == ["http.not_found"]
    assert list(world.client.folder("work").bodies()) == ["a.ics"]


def test_L12_what_a_collection_just_made_does_not_show_is_not_deleted_here():
    world = World(lag=0)
    row = world.create()
    folder = world.client.folder("work")
    folder.put("a.ics", event("a"))
    quiet(world.sync(1))
    twin = world.server.collections[row.url]
    (href,) = twin.bodies()
    twin.drop(href)
    quiet(world.sync(1, full=True))
    assert list(folder.bodies()) == ["a.ics"]
    # after the window it is what it says
    world.sync(GRACE_SECONDS)
    assert list(folder.bodies()) == []
    assert world.client.history() == [event("a")]


def test_L12_a_collection_that_never_comes_is_forgotten():
    world = World(lag=1000)
    world.create()
    quiet(world.sync(1))
    quiet(world.sync(GRACE_SECONDS))
    assert world.row() is None
    assert world.pending() == []


def test_L12_a_collection_just_deleted_is_not_made_again_here():
    world = World()
    row = world.running()
    assert world.row().local_name == "work"
    world.delete(row)
    assert list(world.client.folder("work").bodies()) == []
    for seconds in (1, 5, GONE - 8):
        result = quiet(world.sync(seconds))
        assert result.collections == []
        assert list(world.client.folder("work").bodies()) == []
        assert world.store.collections.all() == []
    quiet(world.sync(GRACE_SECONDS))
    assert world.store.collections.all() == []
    assert world.pending() == []
    assert event("a") in world.client.history()


def test_L12_a_deletion_that_did_not_happen_brings_it_back_after_the_window():
    world = World(lag=1000)
    world.delete(world.running(20_000.0))
    quiet(world.sync(1))
    assert world.store.collections.all() == []
    quiet(world.sync(GRACE_SECONDS))
    assert [row.listed for row in world.store.collections.all()] == [True]
    assert list(world.client.folder("work").bodies().values()) == [event("a")]


def test_L12_a_name_and_a_colour_just_set_were_not_changed_back():
    world = World()
    row = world.running()
    world.changes.change(row, display_name="Home")
    world.changes.change(row, color="#00aa11")
    for seconds in (1, 5, CHANGED, 20):
        quiet(world.sync(seconds))
        info = world.store.collections.get(row.id).info
        assert (info.display_name, info.color) == ("Home", "#00aa11")
    quiet(world.sync(GRACE_SECONDS))
    info = world.store.collections.get(row.id).info
    assert (info.display_name, info.color) == ("Home", "#00aa11")
    assert world.pending() == []


def test_L12_after_the_window_the_server_s_name_counts():
    world = World(lag=1000)
    row = world.running(20_000.0)
    world.changes.change(row, display_name="Home")
    quiet(world.sync(1))
    assert world.store.collections.get(row.id).info.display_name == "Home"
    quiet(world.sync(GRACE_SECONDS))
    assert world.store.collections.get(row.id).info.display_name == "Work"


def test_L12_a_clock_that_was_set_back_does_not_keep_a_window_open():
    world = World(lag=1000)
    row = world.running(20_000.0)
    world.changes.change(row, display_name="Home")
    world.sync(-5_000.0)
    assert world.store.collections.get(row.id).info.display_name == "Work"


@pytest.mark.parametrize("end", [Killed(), OutcomeUnknown("reset"), HttpError(504)])
@pytest.mark.parametrize("where", ["lose_request", "lose_answer"])
def test_L12_killed_between_request_and_answer(end, where):
    """Of each operation: the process ends there, or nobody answers. The server decides."""
    applied = where == "lose_answer"
    # make
    world = World()
    setattr(world.server, where, end)
    with pytest.raises(type(end)):
        world.create()
    quiet(world.sync(1))
    quiet(world.sync(MADE))
    quiet(world.sync(GRACE_SECONDS))
    assert [r.info.display_name for r in world.store.collections.all()] == ["Work"] * applied
    assert world.pending() == []
    # change
    world = World()
    row = world.running()
    setattr(world.server, where, end)
    with pytest.raises(type(end)):
        world.changes.change(row, display_name="Home")
    quiet(world.sync(1))
    assert world.store.collections.get(row.id).info.display_name == "Home"
    quiet(world.sync(GRACE_SECONDS))
    name = world.store.collections.get(row.id).info.display_name
    assert name == ("Home" if applied else "Work")
    # delete
    world = World()
    row = world.running()
    setattr(world.server, where, end)
    with pytest.raises(type(end)):
        world.delete(row)
    folder = world.client.folder("work")
    assert list(folder.bodies().values()) == [event("a")]
    quiet(world.sync(1))
    quiet(world.sync(GONE))
    assert list(folder.bodies().values()) == [event("a")]
    quiet(world.sync(GRACE_SECONDS))
    if applied:
        assert world.store.operations.pending(world.client.time).gone(row.id)
        world.put_away(world.store.collections.get(row.id))
        quiet(world.sync(GRACE_SECONDS))
        assert world.store.collections.all() == []
        assert list(folder.bodies()) == []
    else:
        assert list(folder.bodies().values()) == [event("a")]
        quiet(world.client.settle())
    assert world.pending() == []
    assert event("a") in world.client.history()


def test_a_refusal_leaves_nothing():
    world = World()
    world.server.refuses = True
    with pytest.raises(Forbidden):
        world.create()
    assert (world.row(), world.pending()) == (None, [])
    world.server.refuses = False
    row = world.running()
    world.server.refuses = True
    with pytest.raises(Forbidden):
        world.changes.change(row, display_name="Home")
    with pytest.raises(Forbidden):
        world.changes.delete(row)
    quiet(world.sync(GRACE_SECONDS))
    assert world.pending() == []
    assert world.store.collections.get(row.id).info.display_name == "Work"


def test_L12_a_new_name_that_moves_the_address_is_the_same_collection():
    """Zimbra: PROPPATCH of DAV:displayname moves the collection."""
    world = World(moves=True, lag=0)
    row = world.running()  # a name given at the making moves it, too
    assert row.url == f"{HOME}Work/"
    folder = world.client.folder("work")
    folder.put("b.ics", event("b"))
    world.changes.change(world.store.collections.get(row.id), display_name="Home")
    quiet(world.sync(1))
    (now,) = world.store.collections.all()
    assert (now.id, now.slug, now.url) == (row.id, "work", f"{HOME}Home/")
    # the marker of its folder goes on naming the first address
    assert now.marked_url == URL
    quiet(world.client.settle())
    assert sorted(folder.bodies().values()) == [event("a"), event("b")]
    assert sorted(world.server.collections[now.url].bodies().values()) == [event("a"), event("b")]


def test_L12_two_new_collections_of_that_name_are_none_of_ours():
    world = World(lag=0)
    row = world.running()
    world.changes.change(row, display_name="Home")
    twin = world.server.collections.pop(row.url)
    for name in ("x", "y"):
        url = f"{HOME}{name}/"
        world.server.add(name)
        world.server.kept[url] = world.server.kept[row.url].__class__(
            CollectionInfo(url, Kind.CALENDAR, "Home")
        )
    result = world.sync(1)
    assert world.store.collections.get(row.id).url == row.url
    assert [c.failure.reference for c in result.collections if c.failure] == [
        "sync.collection_gone"
    ]
    assert len(world.client.folder("work").bodies()) == len(twin.bodies()) == 1


def test_what_is_deleted_is_read_on_both_sides_first():
    world = World(lag=0)
    row = world.running()
    twin, folder = world.server.collections[row.url], world.client.folder("work")
    folder.put("b.ics", event("b", "never synced"))
    folder.put("a.ics", event("a", "changed here"))
    twin.put(world.server.href(twin, "c.ics"), event("c", "never seen"))
    (href,) = [h for h in twin.bodies() if not h.endswith("c.ics")]
    twin.put(href, event("a", "changed there"))
    texts = read_all(world.store, row, folder, twin)
    assert texts.unsynced == ["a.ics", "b.ics"]
    assert keep_all(world.store, row, texts, 7, 1.0) == 3
    kept = {
        (world.store.contents.get(v.content), v.reason.value, v.side)
        for v in world.store.history.newest()
        if v.run == 7
    }
    assert kept == {
        (event("a", "changed here"), "deleted", "local"),
        (event("a", "changed there"), "overwritten", "remote"),
        (event("b", "never synced"), "deleted", "local"),
        (event("c", "never seen"), "deleted", "remote"),
    }


def test_a_file_written_while_the_folder_is_emptied_goes_to_the_history():
    world = World(lag=0)
    row = world.running()
    folder = world.client.folder("work")
    late = [event("late")]

    def while_deleting(_operation):
        if late:
            folder.put("late.ics", late.pop())
            folder.put("a.ics", event("a", "changed at the last moment"))

    folder.faults.before_write = while_deleting
    world.delete(row)
    assert list(folder.bodies()) == []
    assert {event("late"), event("a", "changed at the last moment"), event("a")} <= set(
        world.client.history()
    )
