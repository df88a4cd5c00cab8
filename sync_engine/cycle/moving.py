"""Moves between two collections of an account.

A file that the user moved to another folder: MOVE with If-Match where the
server does it right, else create, confirm, delete; a resource with ATTENDEE is
not made anew without a person's word, because guests would get mail (L11). If
the word is no, the move is turned round: the file goes back to its old folder.

A resource that somebody moved on the server while it was edited here follows:
the edit goes to the new folder, and the next pass uploads it from there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sync_engine.core.changes import Base
from sync_engine.core.guards import Answer, HoldKind
from sync_engine.core.identifiers import ResourceId
from sync_engine.core.resolution import Action, Verb, delete_remote, download, upload
from sync_engine.core.resolution import delete_local as delete_local_action
from sync_engine.cycle.job import Job
from sync_engine.cycle.local_writes import delete_local, write_local
from sync_engine.cycle.remote_writes import delete_remote as run_delete
from sync_engine.cycle.remote_writes import write_remote
from sync_engine.cycle.settle import keep_losers
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

MOVES = frozenset({Verb.MOVE_REMOTE, Verb.FOLLOW_MOVE})


def move(jobs: Mapping[int, Job], actions: Sequence[Action]) -> list[Action]:
    """Carry moves out, one after the other.

    Returns those that would need a re-creation with ATTENDEE: they wait.
    """
    waiting: list[Action] = []
    for action in actions:
        source = jobs[action.subject.collection]
        assert action.target is not None
        target = jobs[action.target.collection]
        source.context.cancel.check()
        if action.verb is Verb.FOLLOW_MOVE:
            _follow(source, target, action)
        elif not _move_remote(source, target, action):
            waiting.append(action)
    return waiting


def _move_remote(source: Job, target: Job, action: Action) -> bool:
    there = action.target
    remote = action.subject.remote
    assert there is not None and there.local.id is not None and remote.id is not None
    source.about_to_write()
    target.about_to_write()
    new_id = target.remote.new_id(action.subject.uid or "", lambda _id: False)
    outcome = source.remote.move(remote.id, remote.fingerprint, target.remote, new_id)
    answer = source.store.holds.answers(source.id).get((HoldKind.RECREATION, action.subject.key))
    if isinstance(outcome, Unsupported) and there.attendees and answer is None:
        return False
    source.again = target.again = True
    match outcome:
        case Moved(href, _):
            _rebind(source, target, action, href)
        case Unsupported() if answer is Answer.REJECTED:
            _turn_back(source, target, action)
        case Unsupported():
            _recreate(source, target, action)
        case Rejected(_, reference, message):
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
    before = target.result.counts["uploaded"]
    write_remote(target, [upload(there)])
    if target.result.counts["uploaded"] > before:
        run_delete(source, [replace(delete_remote(action.subject), moved=True)])


def _turn_back(source: Job, target: Job, action: Action) -> None:
    """The move is not wanted: the server's text comes back, the moved file goes.

    An edit made along with the move is in the history.
    """
    assert action.target is not None
    write_local(source, [download(action.subject)])
    delete_local(target, [replace(delete_local_action(action.target), moved=True)])


def _follow(source: Job, target: Job, action: Action) -> None:
    """Put the edit into the new folder, bind it to the new href, remove the old file."""
    base, there, local = action.subject.base, action.target, action.subject.local
    assert base is not None and there is not None
    assert there.remote.id is not None and there.remote.content is not None
    assert local.id is not None and local.content is not None
    taken = target.store.base.local_ids(target.id) | {n.id for n in target.view.newcomers}
    name = target.local.new_id(local.id, taken.__contains__)
    body = source.body(local.content)
    keep_losers(source, [action])
    made = next(iter(target.local.apply([Create(name, body)])))
    source.again = target.again = True
    if not isinstance(made, Stored):
        return
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
    removed = next(iter(source.local.apply([Delete(local.id, local.fingerprint, body)])))
    if not isinstance(removed, Removed):
        source.again = True


__all__ = ["MOVES", "move"]
