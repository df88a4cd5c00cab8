"""Actions that change nothing but the base store, and the shared commit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sync_engine.base_store.history import NewVersion
from sync_engine.base_store.intents import Sleeper
from sync_engine.core.changes import Base, Subject
from sync_engine.core.content.facts import uid as uid_of
from sync_engine.core.guards import Answer, HoldKind
from sync_engine.core.identifiers import ContentHash, Fingerprint, ResourceId, href_key
from sync_engine.core.resolution import Action, Reason, Verb
from sync_engine.cycle.job import Job

SETTLED = frozenset({Verb.ADOPT, Verb.FORGET, Verb.DETACH, Verb.REBIND, Verb.REFUSE})


def settle(job: Job, actions: Sequence[Action]) -> None:
    """Carry out the actions of ``SETTLED`` in one transaction."""
    with job.store.transaction("settle"):
        for action in actions:
            _settle_one(job, action)


def _settle_one(job: Job, action: Action) -> None:
    subject = action.subject
    match action.verb:
        case Verb.ADOPT | Verb.REBIND:
            adopt(job, subject)
        case Verb.FORGET | Verb.DETACH:
            release(job, subject)
        case _:
            name = subject.local.id or subject.remote.id or ""
            if subject.local.id is not None and subject.local.content is not None:
                sleeper = Sleeper(
                    subject.local.id,
                    subject.local.content,
                    action.reference,
                    "",
                    subject.remote.fingerprint,
                )
                job.store.sleepers.put(job.id, sleeper, job.now())
            job.fail(action.reference, name)


def adopt(job: Job, subject: Subject) -> None:
    """Both sides agree: bring the base up to date with the names and texts they have."""
    local, remote = subject.local, subject.remote
    assert local.id is not None and local.content is not None
    assert remote.id is not None and remote.content is not None
    bind(
        job,
        subject,
        href=remote.id,
        etag=remote.fingerprint,
        remote_content=remote.content,
        local_id=local.id,
        local_fingerprint=local.fingerprint,
        local_content=local.content,
    )


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
            uid=uid_of(store.contents.get(local_content)),
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
    store.sleepers.wake(job.id, local_id)
    store.holds.carried_out(subject.key)
    return row


def release(job: Job, subject: Subject) -> None:
    """The base row goes, and with it what the shadow said of it."""
    job.store.holds.carried_out(subject.key)
    base = subject.base
    if base is None:
        return
    job.store.base.forget(base.row)
    job.store.shadow.drop(job.id, [base.href])


def keep_losers(job: Job, actions: Iterable[Action]) -> None:
    """Write into the history what these actions are about to take off a side (L3)."""
    answers = job.store.holds.answers(job.id)
    versions: list[NewVersion] = []
    for action in actions:
        subject = action.subject
        for loser in action.losers:
            versions.append(
                NewVersion(
                    side=loser.side,
                    reason=loser.reason,
                    href=subject.remote.id or (subject.base.href if subject.base else None),
                    local_id=subject.local.id or (subject.base.local_id if subject.base else None),
                    uid=subject.uid,
                    content=loser.content,
                    counted=not (action.moved or _approved(answers, subject, loser.reason)),
                )
            )
    if versions:
        job.store.history.keep(job.context.run, job.id, job.now(), versions)


def _approved(
    answers: dict[tuple[HoldKind, str], Answer], subject: Subject, reason: Reason
) -> bool:
    if reason is not Reason.DELETED:
        return False
    kinds = (HoldKind.DELETE_LOCAL, HoldKind.DELETE_REMOTE, HoldKind.RECREATION)
    return any((kind, subject.key) in answers for kind in kinds)
