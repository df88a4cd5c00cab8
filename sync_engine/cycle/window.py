"""The past limit in a cycle: what is too old for this computer stays on the server alone.

Loss class L7: out of scope is never a deletion. What holds it:

* A resource is let go only as it is on the server: unchanged on both sides, confirmed by
  its ETag, with no write unsettled. So a local edit goes up first, and what is not sure,
  or has no ETag, stays.
* It is committed as out of scope, its base row with it, *before* its file goes: an absent
  file without a base row means nothing. What was begun and not finished is taken back by
  the next cycle (``begin``), unless the file is gone: then it is done.
* A new file with the UID of such a resource is no new resource: the server's text is read
  first, and the two are one subject (``meet``).
* What comes into scope again (a wider limit, an edit, a clock that was put right) is
  fetched like anything new, found by what is remembered of it.

What a limit lets go at once, because time passed, has its brake in ``core.guards``: the
limit that was applied last is remembered, and only what ended after it counts. While
that waits, the old one stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sync_engine.base_store.beyond import BeyondRow
from sync_engine.base_store.extents import Applied
from sync_engine.base_store.shadow import ShadowRow
from sync_engine.core import scope
from sync_engine.core.changes import Base, Side, State, Subject
from sync_engine.core.collection import Kind
from sync_engine.core.guards import HoldKind
from sync_engine.core.identifiers import ContentHash, href_key
from sync_engine.core.planner import Direction
from sync_engine.core.resolution import Action, Verb, let_go
from sync_engine.cycle.job import GROUP, Job
from sync_engine.cycle.remote_intake import fetch
from sync_engine.cycle.settle import keep_losers
from sync_engine.replicas.port import Delete, Missing, Rejected, Removed

_HOUR = 3600.0


def begin(job: Job) -> None:
    """Before a pass looks at the sides: the limit, what was interrupted, what is back."""
    settings = job.settings
    # an address book has no past; what only goes up is not this side's to clear
    limited = job.row.info.kind is Kind.CALENDAR and settings.direction is not Direction.PUSH
    # of two clocks that differ the one that is behind keeps more
    clocks = [time for time in (job.now(), job.server_time) if time is not None]
    job.cutoff = scope.cutoff(min(clocks), settings.past_days) if limited else None
    _recover(job)
    back = job.store.beyond.since(job.id, job.cutoff)
    if back:
        _ask_for(job, back)


def _recover(job: Job) -> None:
    leaving = {row.local_id: row for row in job.store.beyond.leaving(job.id) if row.local_id}
    for batch in job.local.get(list(leaving)) if leaving else ():
        with job.store.transaction("recovered"):
            for name, got in batch.items():
                row = leaving[name]
                if isinstance(got, Missing):
                    job.store.beyond.left(job.id, row.href)
                else:
                    job.store.base.put(job.id, row.as_base)


def _ask_for(job: Job, rows: Sequence[BeyondRow]) -> bool:
    """Let the shadow ask for their texts; whether any is not asked for already."""
    shadow = {row.key for row in job.store.shadow.of(job.id)}
    fresh = [ShadowRow(row.href, "present", row.etag) for row in rows if row.key not in shadow]
    job.store.shadow.put(job.id, fresh)
    return bool(fresh)


def meet(job: Job) -> None:
    """After the scan: new files that are resources which the server has, out of scope.

    One whose counterpart cannot be read waits: uploaded, it would be there twice.
    """
    uids = {newcomer.uid for newcomer in job.view.newcomers if newcomer.uid is not None}
    met = job.store.beyond.with_uids(job.id, uids)
    if not met:
        return
    if _ask_for(job, met):
        fetch(job)
    read = {row.key for row in job.store.shadow.of(job.id) if row.content is not None}
    unread = {row.uid for row in job.store.beyond.with_uids(job.id, uids) if row.key not in read}
    job.view.newcomers = [n for n in job.view.newcomers if n.uid not in unread]


def in_scope(jobs: Mapping[int, Job], actions: Sequence[Action]) -> list[Action]:
    """The joined plan under the collections' limits.

    After moves were found: what the server moved into a collection where it is too old
    is still known to have moved.
    """
    new = [action for action in actions if _is_new(jobs[action.subject.collection], action)]
    for key, job in jobs.items():
        texts = {a.subject.remote.content for a in new if a.subject.collection == key}
        _judge(job, [text for text in texts if text and not job.store.extents.get(text)[0]])
    old = {id(action) for action in new if _is_old(jobs[action.subject.collection], action)}
    found = [Action(Verb.LEAVE_OUT, a.subject) if id(a) in old else a for a in actions]
    for job in jobs.values():
        found += _leavers(job)
    return found


def _is_new(job: Job, action: Action) -> bool:
    """Whether it downloads what may be too old."""
    new = action.verb is Verb.CREATE_LOCAL and action.subject.base is None
    return new and job.cutoff is not None and action.subject.remote.fingerprint is not None


def _is_old(job: Job, action: Action) -> bool:
    content = action.subject.remote.content
    return content is not None and scope.outside(job.store.extents.get(content)[1], job.cutoff)


def _judge(job: Job, texts: Sequence[ContentHash]) -> None:
    """Look when texts end, and remember it, in groups."""
    for start in range(0, len(texts), GROUP):
        job.context.cancel.check()
        group = texts[start : start + GROUP]
        job.store.extents.put([(text, scope.last_end(job.body(text))) for text in group])


def _leavers(job: Job) -> Iterator[Action]:
    """What is to be let go."""
    limit, extents = job.cutoff, job.store.extents
    if limit is None:
        return
    _judge(job, extents.unknown(job.id))
    before = extents.before(job.id, limit)
    if not before:
        return
    news = {row.key for row in job.store.shadow.of(job.id)}
    unsettled = {intent.local_id for intent in job.store.intents.of(job.id)}
    applied, asked = extents.applied(job.id), job.store.holds.asked(job.id)
    narrowed = applied is None or (job.settings.past_days or 0) < applied.days
    for base, end in before:
        touched = base.row in job.view.sides or href_key(base.href) in news
        if touched or base.local_id in unsettled:
            continue
        subject = _as_it_is(job, base)
        time_passed = applied is not None and not narrowed and end >= applied.cutoff
        yield let_go(subject, aged=time_passed or (HoldKind.PAST_LIMIT, subject.key) in asked)


def _as_it_is(job: Job, base: Base) -> Subject:
    return Subject(
        job.id,
        base,
        Side(State.UNCHANGED, base.local_id, base.local_fingerprint, base.local_content),
        Side(State.UNCHANGED, base.href, base.etag, base.remote_content),
        uid=base.uid,
    )


def leave_out(job: Job, actions: Sequence[Action]) -> None:
    """What is new on the server and too old stays there."""
    for start in range(0, len(actions), GROUP):
        group = actions[start : start + GROUP]
        with job.store.transaction("left out"):
            for action in group:
                remote = action.subject.remote
                assert remote.id is not None and remote.content is not None
                assert remote.fingerprint is not None
                _, end = job.store.extents.get(remote.content)
                assert end is not None
                row = BeyondRow(remote.id, remote.fingerprint, action.subject.uid, end)
                job.store.beyond.put(job.id, row)
            job.store.shadow.drop(
                job.id, [a.subject.remote.id for a in group if a.subject.remote.id]
            )
        job.result.add("out_of_scope", len(group))


def carry_out(job: Job, actions: Sequence[Action]) -> None:
    """Let resources go: out of scope first, then the file, in the version that was judged."""
    for start in range(0, len(actions), GROUP):
        group = actions[start : start + GROUP]
        job.context.cancel.check()
        with job.store.transaction("out of scope"):
            keep_losers(job, group)
            rows = [_commit(job, action.subject) for action in group]
        outcomes = list(job.local.apply(_deletions(job, group)))
        with job.store.transaction("let go"):
            for action, row, outcome in zip(group, rows, outcomes, strict=True):
                if isinstance(outcome, Removed):
                    _gone(job, action, row)
                    continue
                # edited meanwhile, or it cannot go: it is in scope for as long
                job.store.base.put(job.id, row.as_base)
                if isinstance(outcome, Rejected):
                    job.fail(outcome.reference, outcome.id, outcome.message)
                else:
                    job.again = True


def _commit(job: Job, subject: Subject) -> BeyondRow:
    base = subject.base
    assert base is not None and base.etag is not None
    _, end = job.store.extents.get(base.remote_content)
    assert end is not None
    row = BeyondRow(
        base.href, base.etag, base.uid, end, base.local_id, base.local_content, base.remote_content
    )
    job.store.base.forget(base.row)
    job.store.beyond.put(job.id, row)
    return row


def _deletions(job: Job, actions: Sequence[Action]) -> Iterator[Delete]:
    for action in actions:
        local = action.subject.local
        assert local.id is not None
        yield Delete(local.id, local.fingerprint, job.body(local.content))


def _gone(job: Job, action: Action, row: BeyondRow) -> None:
    subject = action.subject
    job.store.beyond.left(job.id, row.href)
    if subject.key in job.answered:
        job.store.holds.carried_out(subject.key)
    job.result.add("out_of_scope")
    job.note(action.verb.value, href=row.href, local_id=row.local_id, uid=subject.uid)


def remember(job: Job) -> None:
    """At the end of a pass: the limit that was applied, unless a part of it waits."""
    before, days = job.store.extents.applied(job.id), job.settings.past_days
    if job.cutoff is None or days is None:
        if before is not None:
            job.store.extents.apply(job.id, None)
        return
    moved = before is None or before.days != days or abs(job.cutoff - before.cutoff) >= _HOUR
    if moved and not job.aging:
        job.store.extents.apply(job.id, Applied(days, job.cutoff))


__all__ = ["begin", "carry_out", "in_scope", "leave_out", "meet", "remember"]
