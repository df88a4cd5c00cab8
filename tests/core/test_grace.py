"""What counts while a server has not done yet what it was asked for (L12)."""

from __future__ import annotations

import pytest

from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.core.grace import GRACE_SECONDS, Operation, Pending, What, moved_to

NOW = 1_000_000.0
URL = "https://dav.example.com/home/work/"


def asked(
    what: What,
    *,
    ago: float = 1.0,
    collection: int = 7,
    name: str | None = None,
    color: str | None = None,
    answered: bool = False,
) -> Operation:
    at = NOW - ago
    return Operation(1, collection, what, name, color, at, at + GRACE_SECONDS, answered)


def pending(*operations: Operation) -> Pending:
    return Pending(operations, NOW)


def info(url: str = URL, name: str = "Work", kind: Kind = Kind.CALENDAR) -> CollectionInfo:
    return CollectionInfo(url=url, kind=kind, display_name=name, color="#111111")


@pytest.mark.parametrize(
    ("ago", "counts"),
    [
        pytest.param(0.0, True, id="this moment"),
        pytest.param(GRACE_SECONDS - 0.5, True, id="just before the end"),
        pytest.param(GRACE_SECONDS, False, id="at the end"),
        pytest.param(-0.5, False, id="a clock that was set back"),
    ],
)
def test_L12_our_word_counts_inside_the_window_alone(ago: float, counts: bool) -> None:
    assert pending(asked(What.CREATE, ago=ago)).young(7) is counts
    assert pending(asked(What.DELETE, ago=ago)).leaving(7) is counts
    assert bool(pending(asked(What.CREATE, ago=ago)).over(7)) is not counts
    shown = pending(asked(What.CHANGE, ago=ago, name="New")).shown(7, info())
    assert shown.display_name == ("New" if counts else "Work")


def test_each_collection_and_each_operation_by_itself() -> None:
    made, deleted = pending(asked(What.CREATE)), pending(asked(What.DELETE))
    assert made.young(7)
    assert not made.young(8)
    assert not made.leaving(7)
    assert deleted.leaving(7)
    assert not deleted.leaving(8)
    assert not deleted.young(7)
    assert made.over(8) == []
    assert pending(asked(What.CREATE, ago=90)).over(8) == []


def test_what_was_deleted_with_an_answer_stays_gone_after_the_window() -> None:
    assert pending(asked(What.DELETE, ago=90, answered=True)).gone(7)
    assert not pending(asked(What.DELETE, answered=False)).gone(7)
    assert not pending(asked(What.DELETE, answered=True)).gone(8)
    assert not pending(asked(What.CREATE, answered=True)).gone(7)


def test_the_last_wish_is_shown_and_what_was_not_wished_comes_from_the_server() -> None:
    wishes = pending(
        asked(What.CHANGE, name="Third"),
        asked(What.CREATE, ago=9, name="First", color="#222222"),
        asked(What.CHANGE, color="#333333"),
        asked(What.CHANGE, name="Another one's", collection=8),
    )
    shown = wishes.shown(7, info())
    assert (shown.display_name, shown.color, shown.url) == ("Third", "#333333", URL)
    assert pending(asked(What.DELETE, name="No")).shown(7, info()) == info()


def test_names_that_were_wished_are_known_after_the_window_too() -> None:
    wishes = pending(
        asked(What.CREATE, ago=900, name="First"),
        asked(What.CHANGE, name="Second"),
        asked(What.CHANGE, color="#333333"),
        asked(What.CHANGE, name="Another one's", collection=8),
    )
    assert wishes.names(7) == {"First", "Second"}


BESIDE = "https://dav.example.com/home/renamed/"


@pytest.mark.parametrize(
    ("unknown", "found"),
    [
        pytest.param([info(BESIDE, "New")], True, id="the one beside it"),
        pytest.param([info(BESIDE.rstrip("/"), "New")], True, id="without its slash"),
        pytest.param([], False, id="none"),
        pytest.param([info(BESIDE, "Other")], False, id="another name"),
        pytest.param([info(BESIDE, "New", Kind.ADDRESSBOOK)], False, id="another kind"),
        pytest.param([info(f"{BESIDE}deeper/", "New")], False, id="in another place"),
        pytest.param(
            [info(BESIDE, "New"), info(f"{URL[:-1]}-2/", "New")], False, id="two: it cannot be told"
        ),
    ],
)
def test_where_a_collection_went_is_said_when_it_can_be_told(
    unknown: list[CollectionInfo], found: bool
) -> None:
    assert moved_to(URL, Kind.CALENDAR, ["New", "Newer"], unknown) == (
        unknown[0] if found else None
    )
