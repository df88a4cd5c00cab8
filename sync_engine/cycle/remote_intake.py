"""Observe the server, and take up in the shadow what it reported.

Order: look at the hint; REPORT (or list); commit the rows to the shadow; fetch
the texts of the rows that came without. The token is *not* committed here: it
is the last step of the cycle (``account``), and the rows are safe before it.

When a collection is looked into: the hint moved, or there is none; it is warm
(it moved or was written in the last cycle); a row waits for its text; a full
listing was asked for or is due. An empty REPORT under a hint that moved, which
our own writes do not explain, means a full listing: a collection was made
again, or a server rolled back, and five servers never refuse a dead token.
"""

from __future__ import annotations

from collections.abc import Mapping

from sync_engine.base_store.shadow import MAX_ATTEMPTS, ShadowRow
from sync_engine.core.changes import Base
from sync_engine.core.identifiers import ResourceId, href_key
from sync_engine.core.observation import Delta, Failure, Observation, Seen, Snapshot
from sync_engine.core.resolution import Verb
from sync_engine.cycle.job import Job
from sync_engine.errors import InvalidSyncToken
from sync_engine.replicas.port import Got, Loaded, Missing

CREATIONS = (Verb.CREATE_REMOTE.value, Verb.MOVE_REMOTE.value)


def take_in(job: Job) -> None:
    """Observe the remote side if there is a reason to, and take it up."""
    if not reason_to_look(job):
        return
    job.looked = True
    job.thorough = job.context.options.full or _audit_due(job)
    observation = observe(job)
    if isinstance(observation, Delta):
        _take_delta(job, observation)
    else:
        _take_snapshot(job, observation)
    job.token = observation.token
    fetch(job)


def reason_to_look(job: Job) -> bool:
    """Whether this cycle has to ask the collection itself."""
    row = job.row
    return (
        job.context.options.full
        or not row.hint.known
        or job.hint != row.hint
        or row.warm
        or _audit_due(job)
        or job.store.shadow.pending(job.id)
    )


def _audit_due(job: Job) -> bool:
    return job.now() - job.row.audited_at > job.context.options.audit_after


def observe(job: Job) -> Observation:
    """A delta where that can be trusted, else a complete listing."""
    row = job.row
    token = None if job.context.options.full or _audit_due(job) else row.token
    if token is None:
        return job.remote.observe(None)
    try:
        observation = job.remote.observe(token)
    except InvalidSyncToken:
        return job.remote.observe(None)
    quiet = isinstance(observation, Delta) and observation.empty
    if quiet and job.hint != row.hint and not row.warm and not row.wrote:
        return job.remote.observe(None)
    return observation


def _index(job: Job) -> dict[str, Base]:
    return {href_key(base.href): base for base in job.base}


def _take_delta(job: Job, delta: Delta) -> None:
    store = job.store
    known = _index(job)
    shadow = {row.key: row for row in store.shadow.of(job.id)}
    unmentioned = _gone_unmentioned(job, delta, known)
    with store.transaction("shadow"):
        _take_seen(job, delta.changed, known, shadow)
        gone: list[ShadowRow] = []
        for href in (*delta.removed, *unmentioned):
            key = href_key(href)
            base = known.get(key)
            if base is None:
                store.shadow.drop(job.id, [href])
                store.beyond.drop(job.id, [href])
            elif key not in shadow or shadow[key].state != "gone":
                gone.append(ShadowRow(base.href, "gone"))
        if gone:
            job.news = True
            store.shadow.put(job.id, gone)
        _take_failed(job, delta.failed, shadow)


def _gone_unmentioned(job: Job, delta: Delta, known: Mapping[str, Base]) -> frozenset[ResourceId]:
    """What we created after the last REPORT and somebody deleted before this one.

    Xandikos compares two states and mentions neither; others mention each of our
    creations once, and then nothing is asked here.
    """
    if not job.row.wrote:
        return frozenset()
    told = {href_key(href) for href in (*delta.changed, *delta.removed, *delta.failed)}
    created = map(href_key, job.store.runs.last_hrefs(job.id, CREATIONS))
    silent = [known[key].href for key in created if key in known and key not in told]
    if not silent:
        return frozenset()
    canary = next(
        (b.href for b in job.base if href_key(b.href) not in told and b.href not in silent), None
    )
    return job.remote.confirm_gone(silent, canary)


def _take_snapshot(job: Job, snapshot: Snapshot) -> None:
    store = job.store
    known = _index(job)
    shadow = {row.key: row for row in store.shadow.of(job.id)}
    listed = {href_key(href) for href in (*snapshot.items, *snapshot.failed)}
    candidates = [base.href for key, base in known.items() if key not in listed]
    # absence from a listing is not proof: one multiget with a canary asks again (L1)
    gone: frozenset[ResourceId] = frozenset()
    if candidates:
        canary = next(iter(snapshot.items), None)
        gone = job.remote.confirm_gone(candidates, canary)
    with store.transaction("shadow"):
        _take_seen(job, snapshot.items, known, shadow)
        fresh = [
            ShadowRow(href, "gone")
            for href in gone
            if (row := shadow.get(href_key(href))) is None or row.state != "gone"
        ]
        # not listed, and not proven gone: its text is asked for, now or next time
        fresh += [
            ShadowRow(href, "present")
            for href in candidates
            if href not in gone and href_key(href) not in shadow
        ]
        if fresh:
            job.news = True
            store.shadow.put(job.id, fresh)
        void = [row.href for key, row in shadow.items() if key not in listed and key not in known]
        store.shadow.drop(job.id, void)
        # without proof: what is forgotten here is on the server, or nowhere
        old = store.beyond.of(job.id)
        store.beyond.drop(job.id, [row.href for key, row in old.items() if key not in listed])
        _take_failed(job, snapshot.failed, shadow)
        store.collections.mark_audited(job.id, job.now())


def _take_seen(
    job: Job,
    items: Mapping[ResourceId, Seen],
    known: Mapping[str, Base],
    shadow: Mapping[str, ShadowRow],
) -> None:
    store = job.store
    fresh: list[ShadowRow] = []
    void: list[ResourceId] = []
    beyond = store.beyond.of(job.id) if items else {}
    for href, seen in items.items():
        key = href_key(href)
        base = known.get(key)
        row = shadow.get(key)
        old = beyond.get(key)
        if old is not None and row is None and old.etag == seen.fingerprint:
            # too old for this computer, and as it was: no work twice
            continue
        if base is not None and seen.fingerprint and seen.fingerprint == base.etag:
            if row is not None:
                void.append(href)
            continue
        if seen.body is not None:
            content = store.contents.put(seen.body)
            if base is not None and content == base.remote_content:
                store.base.refresh_remote(base.row, seen.fingerprint, content)
                if row is not None:
                    void.append(href)
                continue
            new = ShadowRow(href, "present", seen.fingerprint, content)
        elif row is not None and row.etag == seen.fingerprint and row.state != "gone":
            if seen.fingerprint is not None:
                continue
            new = ShadowRow(href, "present")
        else:
            new = ShadowRow(href, "present", seen.fingerprint)
        if new != row:
            job.news = True
            fresh.append(new)
    store.shadow.put(job.id, fresh)
    store.shadow.drop(job.id, void)


def _take_failed(
    job: Job, failed: Mapping[ResourceId, Failure], shadow: Mapping[str, ShadowRow]
) -> None:
    rows: list[ShadowRow] = []
    for href, failure in failed.items():
        row = shadow.get(href_key(href))
        attempts = row.attempts + 1 if row else 1
        rows.append(
            ShadowRow(href, "failed", None, None, failure.reference, failure.message, attempts)
        )
    job.store.shadow.put(job.id, rows)


def fetch(job: Job) -> None:
    """Read the texts that the shadow lacks, in batches; each batch is committed."""
    rows = _to_fetch(job)
    if not rows:
        return
    known = _index(job)
    by_href = {row.href: row for row in rows}
    missing: list[ResourceId] = []
    done = 0
    for batch in job.remote.get(list(by_href)):
        job.context.cancel.check()
        with job.store.transaction("fetched"):
            for href, got in batch.items():
                _take_got(job, by_href[href], got, known.get(href_key(href)))
        missing += [href for href, got in batch.items() if isinstance(got, Missing)]
        done += len(batch)
        job.progress("fetch", done, len(rows))
    _prove_missing(job, [href for href in missing if href_key(href) in known])


def _prove_missing(job: Job, hrefs: list[ResourceId]) -> None:
    """Known resources that were not there any more when they were to be read.

    A server need not mention in its next REPORT what came and went between two
    (Xandikos does not), so the proof is looked for at once.
    """
    if not hrefs:
        return
    keys = {href_key(href) for href in hrefs}
    canary = next(
        (b.href for b in job.base if b.etag is not None and href_key(b.href) not in keys), None
    )
    gone = job.remote.confirm_gone(hrefs, canary)
    job.store.shadow.put(job.id, [ShadowRow(href, "gone") for href in gone])


def _to_fetch(job: Job) -> list[ShadowRow]:
    store = job.store
    rows = store.shadow.of(job.id)
    waiting = [
        row
        for row in rows
        if row.content is None
        and (
            row.state == "present"
            or (row.state == "failed" and (row.attempts < MAX_ATTEMPTS or job.thorough))
        )
    ]
    # a base row without an ETag was written and not confirmed: read it
    keys = {row.key for row in rows}
    unsure = [
        ShadowRow(base.href, "present")
        for base in job.base
        if base.etag is None and href_key(base.href) not in keys
    ]
    return waiting + unsure


def _take_got(job: Job, row: ShadowRow, got: Got, base: Base | None) -> None:
    store = job.store
    match got:
        case Loaded(fingerprint, body):
            content = store.contents.put(body)
            if base is not None and content == base.remote_content:
                store.base.refresh_remote(base.row, fingerprint, content)
                store.shadow.drop(job.id, [row.href])
            else:
                store.shadow.put(job.id, [ShadowRow(row.href, "present", fingerprint, content)])
        case Missing():
            # it went since it was reported; of a known one that wants proof, and until
            # there is some the row stays and is asked for again
            if base is None:
                store.shadow.drop(job.id, [row.href])
                store.beyond.drop(job.id, [row.href])
            job.news = True
        case Failure(reference, message):
            store.shadow.put(
                job.id,
                [
                    ShadowRow(
                        row.href, "failed", row.etag, None, reference, message, row.attempts + 1
                    )
                ],
            )
