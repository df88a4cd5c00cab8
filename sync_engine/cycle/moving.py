"""Moves between two collections of an account.

A file that the user moved to another folder: MOVE with If-Match where the
server does it right, else create, confirm, delete; a resource with ATTENDEE is
not made anew without a person's word, because guests would get mail (L11). If
the word is no, the move is turned round: the file goes back to its old folder.

A resource that somebody moved on the server while it was edited here follows:
the edit goes to the new folder, and the next pass uploads it from there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sync_engine.base_store.intents import Sleeper
from sync_engine.core.changes import Base, State
from sync_engine.core.guards import Answer, HoldKind
from sync_engine.core.identifiers import ResourceId
from sync_engine.core.planner import Verdict
from sync_engine.core.resolution import Action, Verb, delete_remote, download, upload
from sync_engine.core.resolution import delete_local as delete_local_action
from sync_engine.cycle.job import Job
from sync_engine.cycle.local_writes import delete_local, fresh_name, names_in_use, write_local
from sync_engine.cycle.remote_writes import delete_remote as run_delete
from sync_engine.cycle.remote_writes import write_remote
from sync_engine.cycle.settle import keep_losers
from sync_engine.errors import FATAL, EngineError
from sync_engine.replicas.port import (
    Conflict,
    Create,
    Delete,
    Moved,
    Rejected,
    Removed,
    Stored,
    Unsupported,
)

MOVES = frozenset({Verb.MOVE_REMOTE, Verb.FOLLOW_MOVE, Verb.CARRY})


def move(jobs: Mapping[int, Job], actions: Sequence[Action]) -> list[Action]:
    """Carry moves out, one after the other.

    Returns those that would need a re-creation with ATTENDEE: they wait.
    """
    waiting: list[Action] = []
    for action in actions:
        assert action.target is not None
        ends = jobs[action.subject.collection], jobs[action.target.collection]
        if not all(job.live for job in ends):
            continue
        ends[0].context.cancel.check()
        try:
            if not _CARRIED_OUT[action.verb](*ends, action):
                waiting.append(action)
        except FATAL:
            raise
        except EngineError as error:
            # both ends are unclear now; the other collections go on
            for job in ends:
                job.broke(error)
    return waiting


def _move_remote(source: Job, target: Job, action: Action) -> bool:
    there = action.target
    remote = action.subject.remote
    assert there is not None and there.local.id is not None and remote.id is not None
    said = source.store.holds.asked(source.id).get((HoldKind.RECREATION, action.subject.key))
    if said is not None and said.answer is None:
        return False
    answer = said.answer if said is not None and said.about(action.subject) else None
    source.about_to_write()
    target.about_to_write()
    new_id = target.remote.new_id(action.subject.uid or "", lambda _id: False)
    outcome = source.remote.move(remote.id, remote.fingerprint, target.remote, new_id)
    if isinstance(outcome, Unsupported) and there.attendees and answer is None:
        return False
    source.again = target.again = not isinstance(outcome, Rejected)
    match outcome:
        case Moved(href, _):
            _rebind(source, target, action, href)
        case Unsupported() if answer is Answer.REJECTED:
            _turn_back(source, target, action)
        case Unsupported():
            _recreate(source, target, action)
        case Rejected(_, reference, message):
            assert there.local.content is not None
            sleeper = Sleeper(there.local.id, there.local.content, reference, message, None)
            target.store.sleepers.put(target.id, sleeper, target.now())
            target.fail(reference, there.local.id, message)
        case Conflict():
            # changed since it was looked at: both ends are looked at again
            source.store.collections.forget_token(source.id)
        case _:
            source.store.collections.forget_token(source.id)
            target.store.collections.forget_token(target.id)
    return True


def _rebind(source: Job, target: Job, action: Action, href: ResourceId) -> None:
    """The base row goes along; without ETag and fingerprint both ends are read again."""
    base, there = action.subject.base, action.target
    assert base is not None and there is not None and there.local.id is not None
    with source.store.transaction("moved"):
        source.store.shadow.drop(source.id, [base.href])
        target.store.base.put(
            target.id,
            replace(base, href=href, local_id=there.local.id, etag=None, local_fingerprint=None),
        )
        source.store.holds.carried_out(action.subject.key)
        target.note(action.verb.value, href=href, local_id=there.local.id, uid=base.uid)
    target.result.add("uploaded")


def _recreate(source: Job, target: Job, action: Action) -> None:
    """Create, confirm, delete: never the other way round."""
    there = action.target
    assert there is not None and there.local.id is not None
    write_remote(target, [upload(there)])
    made = target.store.base.locate(there.local.id, target.id)
    if made is None or made.etag is None:
        # not read back: the old one stays, and the next pass looks again
        return
    edited = action.subject.remote.state is State.MODIFIED
    conflict = Verdict.DELETE_EDIT if edited else None
    run_delete(source, [replace(delete_remote(action.subject, conflict), moved=True)])


def _turn_back(source: Job, target: Job, action: Action) -> None:
    """The move is not wanted: the server's text comes back, the moved file goes.

    An edit made along with the move is in the history.
    """
    assert action.target is not None
    before = source.result.counts["downloaded"]
    write_local(source, [download(action.subject)])
    if source.result.counts["downloaded"] == before:
        # the old folder does not take it: the moved file stays where it is
        return
    delete_local(target, [replace(delete_local_action(action.target), moved=True)])


def _carry(source: Job, target: Job, action: Action) -> bool:
    """Both sides moved it: the base row goes along, and the next pass judges by it.

    An old file that an interrupted ``_follow`` left behind goes.
    """
    base, there, local = action.subject.base, action.target, action.subject.local
    assert base is not None and there is not None
    assert there.local.id is not None and there.remote.id is not None
    keep_losers(source, [action])
    if local.id is not None:
        body = source.body(local.content)
        removed = next(iter(source.local.apply([Delete(local.id, local.fingerprint, body)])))
        if not isinstance(removed, Removed):
            source.again = True
            return True
    with source.store.transaction("carried"):
        source.store.shadow.drop(source.id, [base.href])
        target.store.base.put(
            target.id,
            replace(
                base,
                href=there.remote.id,
                local_id=there.local.id,
                etag=None,
                local_fingerprint=None,
            ),
        )
    source.again = target.again = True
    return True


def _follow(source: Job, target: Job, action: Action) -> bool:
    """Put the edit into the new folder, remove the old file, bind the row to the new href."""
    base, there, local = action.subject.base, action.target, action.subject.local
    assert base is not None and there is not None
    assert there.remote.id is not None and there.remote.content is not None
    assert local.id is not None and local.content is not None
    name = fresh_name(target, local.id, names_in_use(target))
    body = source.body(local.content)
    keep_losers(source, [action])
    made = next(iter(target.local.apply([Create(name, body)])))
    source.again = target.again = True
    if not isinstance(made, Stored):
        return True
    # the old file goes before the row does: without its row it would look like a new one.
    # What is interrupted on the way is a move on both sides (``_carry``)
    removed = next(iter(source.local.apply([Delete(local.id, local.fingerprint, body)])))
    if not isinstance(removed, Removed):
        return True
    with source.store.transaction("followed"):
        source.store.shadow.drop(source.id, [base.href])
        target.store.base.put(
            target.id,
            Base(
                row=base.row,
                href=there.remote.id,
                local_id=made.id,
                uid=base.uid,
                # L0 stays the text that the edit was made from
                local_content=base.local_content,
                remote_content=base.remote_content,
                etag=None,
                local_fingerprint=None,
            ),
        )
    return True


_CARRIED_OUT: dict[Verb, Callable[[Job, Job, Action], bool]] = {
    Verb.MOVE_REMOTE: _move_remote,
    Verb.FOLLOW_MOVE: _follow,
    Verb.CARRY: _carry,
}
"""What carries out which verb; it returns whether it did (else the action waits)."""

__all__ = ["MOVES", "move"]
