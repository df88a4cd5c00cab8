"""Carry out what changes the local side.

In groups: the versions that will be overwritten go to the history, the writes
are made (each states the text that it expects to find), the base rows are
committed. A crash between a write and its commit is found by the next cycle as
"both sides have the same new text", and adopted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sync_engine.base_store.base import NAMELESS
from sync_engine.core.changes import Side, State
from sync_engine.core.content.facts import uid as uid_of
from sync_engine.core.content.scrub import keep_both_copy
from sync_engine.core.identifiers import ContentHash, ResourceId
from sync_engine.core.resolution import Action, Reason, Verb
from sync_engine.cycle.job import GROUP, Job
from sync_engine.cycle.merging import second_half
from sync_engine.cycle.settle import bind, keep_losers, release
from sync_engine.replicas.port import (
    Conflict,
    Create,
    Delete,
    Operation,
    Outcome,
    Rejected,
    Removed,
    Replace,
    Stored,
    Unsure,
)

WRITES = frozenset({Verb.CREATE_LOCAL, Verb.REPLACE_LOCAL, Verb.KEEP_BOTH, Verb.MERGE})


def write_local(job: Job, actions: Sequence[Action]) -> list[Action]:
    """Create and replace local resources.

    :returns: the uploads that are the second halves of merges.
    """
    uploads: list[Action] = []
    taken = names_in_use(job)
    both = [action for action in actions if action.verb is Verb.KEEP_BOTH]
    if both:
        _copy_losers(job, both, taken)
    done = 0
    for start in range(0, len(actions), GROUP):
        group = actions[start : start + GROUP]
        job.context.cancel.check()
        keep_losers(job, group)
        pairs = [(action, _operation(job, action, taken)) for action in group]
        outcomes = list(job.local.apply([operation for _, operation in pairs]))
        with job.store.transaction("local written"):
            for (action, _), outcome in zip(pairs, outcomes, strict=True):
                if action.verb is Verb.MERGE and isinstance(outcome, Stored):
                    uploads += _merged(job, action, outcome)
                else:
                    _commit(job, action, outcome)
        done += len(group)
        job.progress("local", done, len(actions))
    return uploads


def names_in_use(job: Job) -> set[str]:
    """The local names of a collection, case-folded: on some file systems names
    that differ only in case are one file.
    """
    used = job.store.base.local_ids(job.id) | {n.id for n in job.view.newcomers}
    return {name.casefold() for name in used}


def fresh_name(job: Job, suggestion: str, taken: set[str]) -> ResourceId:
    """A name for a new local resource, not in ``taken``; it is added there."""
    name = job.local.new_id(suggestion, lambda wished: wished.casefold() in taken)
    taken.add(name.casefold())
    return name


def _operation(job: Job, action: Action, taken: set[str]) -> Operation:
    subject = action.subject
    body = job.body(_text(action))
    if action.verb is Verb.CREATE_LOCAL:
        wished = subject.base.local_id if subject.base else None
        lost = wished is None or wished.startswith(NAMELESS)
        if lost or any(newcomer.id == wished for newcomer in job.view.newcomers):
            name = fresh_name(job, _suggestion(action, body), taken)
        else:
            assert wished is not None
            name = wished
            taken.add(name.casefold())
        return Create(name, body)
    assert subject.local.id is not None
    return Replace(
        subject.local.id, subject.local.fingerprint, job.body(subject.local.content), body
    )


def _text(action: Action) -> ContentHash:
    """What is to be written."""
    text = action.merging.local if action.merging is not None else action.text
    text = text or action.subject.remote.content
    assert text is not None
    return text


def _merged(job: Job, action: Action, stored: Stored) -> list[Action]:
    """The local half of a merge is done: the base moves to where the server is.

    What the file says beyond that is a local change now. Its fingerprint is not taken
    down, so that a later scan reads the file and finds the change again.
    """
    subject, merging = action.subject, action.merging
    remote = subject.remote
    assert merging is not None and remote.id is not None and remote.content is not None
    assert subject.local.content is not None
    text = merging.local
    if stored.body is not None:
        text = job.store.contents.put(stored.body)
    whole = merging.remote == remote.content
    row = bind(
        job,
        subject,
        href=remote.id,
        etag=remote.fingerprint,
        remote_content=remote.content,
        local_id=stored.id,
        local_fingerprint=stored.fingerprint if whole else None,
        local_content=text if whole else merging.base,
    )
    job.affected(action, "local", subject.local.content, text, href=remote.id, name=stored.id)
    job.settled(action)
    job.result.add("merged")
    job.note(action.verb.value, href=remote.id, local_id=stored.id, uid=subject.uid)
    if whole:
        return []
    base = job.store.base.get(row)
    local = Side(State.MODIFIED, stored.id, stored.fingerprint, text)
    unchanged = replace(remote, state=State.UNCHANGED)
    return [second_half(action, replace(subject, base=base, local=local, remote=unchanged))]


def _suggestion(action: Action, body: bytes) -> str:
    """The href's last segment tells most: other clients made it from the UID."""
    href = action.subject.remote.id
    return (href or "").rstrip("/").rsplit("/", 1)[-1] or uid_of(body) or ""


def _commit(job: Job, action: Action, outcome: Outcome) -> None:
    subject = action.subject
    remote = subject.remote
    match outcome:
        case Stored(name, fingerprint, stored):
            assert remote.id is not None and remote.content is not None
            text = job.store.contents.put(stored) if stored is not None else _text(action)
            bind(
                job,
                subject,
                href=remote.id,
                etag=remote.fingerprint,
                remote_content=remote.content,
                local_id=name,
                local_fingerprint=fingerprint,
                local_content=text,
            )
            job.result.add("downloaded")
            before = subject.local.content
            job.affected(action, "local", before, text, href=remote.id, name=name)
            job.settled(action)
            job.note(action.verb.value, href=remote.id, local_id=name, uid=subject.uid)
        case Conflict():
            # the user was faster: the next pass sees the edit
            job.again = True
        case Rejected(name, reference, message):
            job.fail(reference, name, message)
        case Removed(name) | Unsure(name):
            job.fail("store.unexpected", name)


def _copy_losers(job: Job, actions: Sequence[Action], taken: set[str]) -> None:
    """Policy ``both``: the losing local version becomes a resource of its own.

    Its UID is made from the loser's, so two clients that resolve the same
    conflict make the same copy; it is uploaded by the next pass.
    """
    copies: list[Create] = []
    for action in actions:
        loser = next(loser for loser in action.losers if loser.reason is Reason.CONFLICT)
        body = keep_both_copy(job.body(loser.content), loser.content)
        uid = uid_of(body) or ""
        if job.store.base.owners(job.id, [uid]) or any(n.uid == uid for n in job.view.newcomers):
            continue
        copies.append(Create(fresh_name(job, uid, taken), body))
    for outcome in job.local.apply(copies):
        if isinstance(outcome, Rejected):
            job.fail(outcome.reference, outcome.id, outcome.message)
    job.again = True


def arrived(job: Job, action: Action) -> bool:
    """Whether a resource that the server moved is in its new folder (or did not move)."""
    target = action.target
    if target is None or target.remote.id is None:
        return True
    store, where = job.store, (target.collection, target.remote.id)
    # in a collection with a past limit it may have arrived as too old
    return store.base.has_href(*where) or store.beyond.has(*where)


def delete_local(job: Job, actions: Sequence[Action]) -> None:
    """Delete local resources, each only in the version that was judged."""
    for start in range(0, len(actions), GROUP):
        group = actions[start : start + GROUP]
        job.context.cancel.check()
        keep_losers(job, group)
        outcomes = list(job.local.apply(list(_deletions(job, group))))
        with job.store.transaction("local deleted"):
            for action, outcome in zip(group, outcomes, strict=True):
                subject = action.subject
                if isinstance(outcome, Removed):
                    release(job, subject)
                    job.result.add("deleted_local")
                    href = subject.base.href if subject.base else None
                    before = subject.local.content
                    job.affected(action, "local", before, None, href=href, name=outcome.id)
                    job.settled(action)
                    job.note(
                        action.verb.value,
                        href=href,
                        local_id=outcome.id,
                        uid=subject.uid,
                    )
                elif isinstance(outcome, Rejected):
                    job.fail(outcome.reference, outcome.id, outcome.message)
                else:
                    job.again = True


def _deletions(job: Job, actions: Sequence[Action]) -> Iterator[Delete]:
    for action in actions:
        local = action.subject.local
        assert local.id is not None
        yield Delete(local.id, local.fingerprint, job.body(local.content))
