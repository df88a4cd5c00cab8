"""Carry out what changes the server, in the order of the plan.

An upload is written down as an intent (with the href chosen for it) before its
PUT, and its result after; the replica takes the operations one by one, so that
nothing is sent whose intent is not on the disk. ``confirm`` reads all
of them back afterwards, in batches.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from sync_engine.base_store.intents import Sleeper
from sync_engine.base_store.shadow import ShadowRow
from sync_engine.core.changes import Subject
from sync_engine.core.content.facts import uid as uid_of
from sync_engine.core.identifiers import ContentHash, ResourceId
from sync_engine.core.resolution import Action, Verb
from sync_engine.cycle.confirm import confirm
from sync_engine.cycle.job import Job
from sync_engine.cycle.settle import bind, keep_losers, release
from sync_engine.errors import NotFound
from sync_engine.replicas.port import (
    Conflict,
    ConflictReason,
    Create,
    Delete,
    Operation,
    Outcome,
    Rejected,
    Removed,
    Replace,
    Stored,
)


@dataclass(frozen=True, slots=True)
class _Sent:
    action: Action
    intent: int
    href: ResourceId
    content: ContentHash


def write_remote(job: Job, actions: Sequence[Action]) -> None:
    """Upload creations and edits, then read them back."""
    if not actions:
        return
    job.about_to_write()
    in_flight: deque[_Sent] = deque()
    done = 0
    try:
        # closed before the read-back, which shall find nothing under way
        with closing(job.remote.apply(_operations(job, actions, in_flight))) as outcomes:
            for outcome in outcomes:
                _commit(job, in_flight.popleft(), outcome)
                done += 1
                job.progress("remote", done, len(actions))
                job.context.cancel.check()
    finally:
        if done:
            confirm_quietly(job)


def confirm_quietly(job: Job) -> None:
    """Read back what was sent, also when the loop above ended early by an error.

    What cannot be read now keeps its intent, and the next run settles it.
    """
    if not job.context.cancel.cancelled:
        confirm(job)


def _operations(
    job: Job, actions: Sequence[Action], in_flight: deque[_Sent]
) -> Iterator[Operation]:
    taken = {base.href for base in job.base}
    for action in actions:
        subject = action.subject
        assert subject.local.id is not None and subject.local.content is not None
        text = action.text or subject.local.content
        body = job.body(text)
        creating = action.verb is Verb.CREATE_REMOTE
        if creating:
            href = job.remote.new_id(uid_of(body) or "", taken.__contains__)
            taken.add(href)
        else:
            assert subject.remote.id is not None
            href = subject.remote.id
        with job.store.transaction("intent"):
            keep_losers(job, [action])
            intent = job.store.intents.open(
                job.id,
                row=subject.row,
                href=href,
                local_id=subject.local.id,
                expected=None if creating else subject.remote.fingerprint,
                content=text,
                at=job.now(),
            )
        in_flight.append(_Sent(action, intent, href, text))
        if creating:
            yield Create(href, body)
        else:
            expected_body = job.body(subject.remote.content)
            yield Replace(href, subject.remote.fingerprint, expected_body, body)


def _commit(job: Job, sent: _Sent, outcome: Outcome) -> None:
    match outcome:
        case Stored(href, fingerprint, _):
            subject = sent.action.subject
            local = subject.local
            assert local.id is not None and local.content is not None
            with job.store.transaction("uploaded"):
                row = bind(
                    job,
                    subject,
                    href=href,
                    # not trusted for writing until the read-back confirmed it
                    etag=None,
                    remote_content=sent.content,
                    local_id=local.id,
                    local_fingerprint=local.fingerprint,
                    local_content=local.content,
                )
                job.store.intents.answered(sent.intent, fingerprint, row)
                before = subject.remote.content
                job.affected(sent.action, "remote", before, sent.content, href=href, name=local.id)
                job.settled(sent.action)
                job.note(sent.action.verb.value, href=href, local_id=local.id, uid=subject.uid)
            if sent.action.merging is None:
                job.result.add("uploaded")
        case Conflict():
            with job.store.transaction("refused"):
                job.store.intents.close(sent.intent)
                _take_conflict(job, outcome)
        case Rejected(_, reference, _, _) if job.young and reference == NotFound.reference:
            # just made, and takes nothing yet (L12): the next run sends it again
            job.store.intents.close(sent.intent)
        case Rejected(_, reference, message, permanent):
            _refused(job, sent, reference, message, permanent=permanent)
        case _:
            # Unsure: the intent stays, the read-back tells
            job.again = True


def _take_conflict(job: Job, conflict: Conflict) -> None:
    """What the server has instead is an observation like any other."""
    job.again = True
    if conflict.reason is ConflictReason.MISSING:
        job.store.shadow.put(job.id, [ShadowRow(conflict.id, "gone")])
    elif conflict.body is not None:
        content = job.store.contents.put(conflict.body)
        job.store.shadow.put(
            job.id, [ShadowRow(conflict.id, "present", conflict.fingerprint, content)]
        )
    else:
        job.store.shadow.put(job.id, [ShadowRow(conflict.id, "present")])


def _refused(job: Job, sent: _Sent, reference: str, message: str, *, permanent: bool) -> None:
    subject: Subject = sent.action.subject
    local = subject.local
    assert local.id is not None and local.content is not None
    with job.store.transaction("refused"):
        job.store.intents.close(sent.intent)
        if permanent:
            sleeper = Sleeper(
                local.id, local.content, reference, message, subject.remote.fingerprint
            )
            job.store.sleepers.put(job.id, sleeper, job.now())
    job.fail(reference, local.id, message)


def _let_lie(job: Job, subject: Subject, reference: str, message: str) -> None:
    """A deletion that the server refuses is not asked again until the version changes."""
    base, remote = subject.base, subject.remote
    if base is not None and remote.content is not None:
        sleeper = Sleeper(base.local_id, remote.content, reference, message, remote.fingerprint)
        job.store.sleepers.put(job.id, sleeper, job.now())


def delete_remote(job: Job, actions: Sequence[Action]) -> None:
    """Delete on the server, each only in the version that was judged."""
    if not actions:
        return
    job.about_to_write()
    pending = list(actions)
    outcomes = job.remote.apply(_deletions(job, pending))
    for done, (action, outcome) in enumerate(zip(pending, outcomes, strict=True), 1):
        subject = action.subject
        with job.store.transaction("remote deleted"):
            match outcome:
                case Removed(href):
                    release(job, subject)
                    job.result.add("deleted_remote")
                    name = subject.base.local_id if subject.base else None
                    before = subject.remote.content
                    job.affected(action, "remote", before, None, href=href, name=name)
                    job.settled(action)
                    job.note(action.verb.value, href=href, uid=subject.uid)
                case Conflict():
                    _take_conflict(job, outcome)
                case Rejected(href, reference, message, permanent):
                    job.fail(reference, href, message)
                    if permanent:
                        _let_lie(job, subject, reference, message)
                case _:
                    # a lost reply: the next observation tells whether it is gone
                    job.again = True
        job.progress("remote", done, len(pending))
        job.context.cancel.check()


def _deletions(job: Job, actions: Sequence[Action]) -> Iterator[Delete]:
    for action in actions:
        remote = action.subject.remote
        assert remote.id is not None
        keep_losers(job, [action])
        yield Delete(remote.id, remote.fingerprint, job.body(remote.content))
