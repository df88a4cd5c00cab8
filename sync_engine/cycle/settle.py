"""Actions that change nothing but the base store, and the shared commit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sync_engine.base_store.history import NewVersion
from sync_engine.core.changes import Base, State, Subject
from sync_engine.core.content.facts import uid as uid_of
from sync_engine.core.identifiers import ContentHash, Fingerprint, ResourceId, href_key
from sync_engine.core.resolution import Action, Loser, Reason, Verb
from sync_engine.cycle.job import Job

BASE = "base"
"""The side of a version that was on neither side any more when kSync came to look."""

SETTLED = frozenset({Verb.ADOPT, Verb.FORGET, Verb.DETACH, Verb.REBIND, Verb.REFUSE})


def settle(job: Job, actions: Sequence[Action]) -> None:
    """Carry out the actions of ``SETTLED`` in one transaction."""
    with job.store.transaction("settle"):
        keep_losers(job, actions)
        for action in actions:
            _settle_one(job, action)


def _settle_one(job: Job, action: Action) -> None:
    subject = action.subject
    match action.verb:
        case Verb.ADOPT:
            adopt(job, subject)
        case Verb.REBIND:
            rebind(job, subject)
        case Verb.FORGET | Verb.DETACH:
            release(job, subject)
        case _:
            name = subject.local.id or subject.remote.id or ""
            job.fail(action.reference, name)


def adopt(job: Job, subject: Subject) -> None:
    """Both sides agree: bring the base up to date with the names and texts they have."""
    local, remote = subject.local, subject.remote
    assert local.id is not None and local.content is not None
    assert remote.id is not None and remote.content is not None
    content, fingerprint = local.content, local.fingerprint
    rewriting = job.local.capabilities.rewriting
    if rewriting is not None and content != remote.content:
        text = job.body(remote.content)
        if rewriting.renders(text, job.body(content)):
            content, fingerprint = remote.content, rewriting.take(local.id, text)
    bind(
        job,
        subject,
        href=remote.id,
        etag=remote.fingerprint,
        remote_content=remote.content,
        local_id=local.id,
        local_fingerprint=fingerprint,
        local_content=content,
    )


def rebind(job: Job, subject: Subject) -> None:
    """A side has another name for it: the row takes the names, and keeps its texts.

    What a side changed meanwhile stays a change, so it may travel another time.
    """
    base, local, remote = subject.base, subject.local, subject.remote
    assert base is not None
    href, local_id = remote.id or base.href, local.id or base.local_id
    unchanged = remote.state is State.UNCHANGED
    job.store.base.put(
        job.id,
        replace(
            base,
            href=href,
            local_id=local_id,
            etag=remote.fingerprint if unchanged else base.etag,
            # read again under its new name, and compared with L0
            local_fingerprint=base.local_fingerprint if local_id == base.local_id else None,
        ),
    )
    if href_key(href) != href_key(base.href):
        job.store.shadow.drop(job.id, [base.href, href] if unchanged else [base.href])
    if local_id != base.local_id:
        job.store.sleepers.wake(job.id, base.local_id)


def bind(
    job: Job,
    subject: Subject,
    *,
    href: ResourceId,
    etag: Fingerprint | None,
    remote_content: ContentHash,
    local_id: ResourceId,
    local_fingerprint: Fingerprint | None,
    local_content: ContentHash,
) -> int:
    """Write the base row of a subject; the shadow rows it takes up go. Returns its number."""
    store = job.store
    row = store.base.put(
        job.id,
        Base(
            row=subject.row or 0,
            href=href,
            local_id=local_id,
            uid=subject.uid if subject.base is None else uid_of(job.body(local_content)),
            local_content=local_content,
            remote_content=remote_content,
            etag=etag,
            local_fingerprint=local_fingerprint,
        ),
    )
    done = [href]
    if subject.base is not None and href_key(subject.base.href) != href_key(href):
        done.append(subject.base.href)
    store.shadow.drop(job.id, done)
    if local_id in job.sleepers:
        store.sleepers.wake(job.id, local_id)
    if subject.key in job.answered:
        store.holds.carried_out(subject.key)
    return row


def release(job: Job, subject: Subject) -> None:
    """The base row goes, and with it what the shadow said of it."""
    if subject.key in job.answered:
        job.store.holds.carried_out(subject.key)
    base = subject.base
    if base is None:
        return
    job.store.base.forget(base.row)
    job.store.shadow.drop(job.id, [base.href])


def keep_losers(job: Job, actions: Iterable[Action]) -> None:
    """Write into the history what these actions are about to take off a side (L3).

    And the base text that both sides have left behind: it is on neither any more, and
    goes with its row.
    """
    versions: list[NewVersion] = []
    for action in actions:
        subject = action.subject
        for loser in (*action.losers, *_left_behind(job, subject)):
            known = action.moved or loser.side == BASE or _approved(job, subject, loser.reason)
            versions.append(
                NewVersion(
                    side=loser.side,
                    reason=loser.reason,
                    href=subject.remote.id or (subject.base.href if subject.base else None),
                    local_id=subject.local.id or (subject.base.local_id if subject.base else None),
                    uid=subject.uid,
                    content=loser.content,
                    counted=not known,
                )
            )
    if versions:
        job.store.history.keep(job.context.run, job.id, job.now(), versions)


def _left_behind(job: Job, subject: Subject) -> Iterator[Loser]:
    """The base text, if both sides have another one or none, and the history has it not."""
    base = subject.base
    if base is None or State.UNREADABLE in (subject.local.state, subject.remote.state):
        return
    texts = (base.local_content, base.remote_content)  # one version in the words of each side
    if subject.local.content in texts or subject.remote.content in texts:
        return
    if any(job.store.history.knows(job.id, base.uid, text) for text in texts):
        return
    gone = subject.local.content is None and subject.remote.content is None
    yield Loser(BASE, base.local_content, Reason.DELETED if gone else Reason.OVERWRITTEN)


def _approved(job: Job, subject: Subject, reason: Reason) -> bool:
    """Whether a person knows of this deletion; the brakes do not count it again."""
    return reason is Reason.DELETED and subject.key in job.answered
