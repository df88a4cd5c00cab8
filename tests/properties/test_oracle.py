"""The judge of the state machines finds what it is there to find.

Each test takes one precaution out of the engine, and lets happen what that precaution is
for: the world has to say so. With the precaution in place, the same story is quiet.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sync_engine.core.identifiers import ResourceId
from sync_engine.cycle import local_writes, remote_intake, remote_writes
from sync_engine.replicas.remote.writing import Writer
from tests.adversary.quirks import PROMPT
from tests.cycle.twin import event
from tests.properties.http_world import READ_ONLY, HttpWorld
from tests.properties.rules.ending import Ending


class Story(Ending):
    """Two clients in sync with a calendar of five events, and a read-only one."""

    def __init__(self, *, sockets: bool) -> None:
        super().__init__()
        self.world = HttpWorld(PROMPT, sockets=sockets)
        self.work = self.world.add_collection("work")
        self.shared = self.world.add_collection(READ_ONLY)
        for number in range(5):
            self.world.write(self.work, self.href(number), event(f"u{number}"))
        self.one, self.two = self.world.add_person(), self.world.add_person()
        for _ in range(2):
            for person in self.world.people:
                self.world.sync(person)

    def href(self, number: int) -> ResourceId:
        return self.world.href(self.work, f"{number}.ics")

    def name(self, number: int) -> ResourceId:
        bodies = self.one.folder("work").bodies()
        return next(n for n, body in bodies.items() if f"UID:u{number}\r".encode() in body)

    def user_edits(self, number: int) -> None:
        body = event(f"u{number}", "mine")
        self.world.write(self.one.folder("work"), self.name(number), body)

    def program_edits(self, number: int, text: str = "theirs") -> None:
        self.world.write(self.work, self.href(number), event(f"u{number}", text))


def an_upload_meets_an_edit(story: Story) -> None:
    story.user_edits(0)
    story.work.around(lambda _id: story.program_edits(0), None)
    story.world.sync(story.one)


def a_download_over_a_text(story: Story) -> None:
    story.program_edits(1)
    story.world.sync(story.one)


def an_upload_over_a_text(story: Story) -> None:
    story.user_edits(1)
    story.world.sync(story.one)


def a_deletion_comes_down(story: Story) -> None:
    story.world.remove(story.work, story.href(2))
    story.world.sync(story.one)


def a_file_in_a_read_only_calendar(story: Story) -> None:
    story.world.write(story.one.folder(READ_ONLY), ResourceId("n.ics"), event("n"))
    story.world.sync(story.one)


def a_change_comes_down(story: Story) -> None:
    story.program_edits(3)
    story.end()


def _nothing(*_args: object, **_more: object) -> None:
    return None


Out = Callable[[pytest.MonkeyPatch], None]
PRECAUTIONS: list[tuple[Callable[[Story], None], Out, str | None]] = [
    (
        an_upload_meets_an_edit,
        lambda m: m.setattr(Writer, "_precondition", _nothing),
        "taken away before it was kept",
    ),
    (
        a_download_over_a_text,
        lambda m: m.setattr(local_writes, "keep_losers", _nothing),
        "taken away before it was kept",
    ),
    (
        an_upload_over_a_text,
        lambda m: m.setattr(remote_writes, "keep_losers", _nothing),
        "taken away before it was kept",
    ),
    (
        a_deletion_comes_down,
        lambda m: m.setattr(local_writes, "keep_losers", _nothing),
        "taken away before it was kept",
    ),
    (
        a_file_in_a_read_only_calendar,
        lambda m: m.setattr("sync_engine.cycle.planning.plan", _two_way),
        "a write to a read-only collection",
    ),
    (
        a_change_comes_down,
        lambda m: m.setattr(remote_intake, "reason_to_look", lambda _job: False),
        None,
    ),
]


def _two_way(subject: object, _direction: object, _read_only: object) -> object:
    from sync_engine.core.planner import decide

    return decide(subject)  # type: ignore[arg-type]  # a Subject


IDS = [happens.__name__ for happens, _, _ in PRECAUTIONS]


@pytest.fixture(params=[False, True], ids=["in process", "over sockets"])
def story(request):
    made = Story(sockets=request.param)
    yield made
    made.world.close()


@pytest.mark.parametrize(("happens", "out", "said"), PRECAUTIONS, ids=IDS)
def test_it_is_found(story, monkeypatch, happens, out, said):
    out(monkeypatch)
    with pytest.raises(AssertionError, match=said):
        happens(story)


@pytest.mark.parametrize("happens", [happens for happens, _, _ in PRECAUTIONS], ids=IDS)
def test_with_the_precaution_it_is_quiet(story, happens):
    happens(story)
