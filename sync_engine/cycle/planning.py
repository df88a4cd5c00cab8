"""From rows and observations to subjects, and from subjects to guarded actions.

Everything that decides is in ``sync_engine.core``; here its inputs are gathered
from the base store.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from sync_engine.base_store.conflicts import Waiting
from sync_engine.base_store.intents import Sleeper
from sync_engine.base_store.shadow import ShadowRow
from sync_engine.core.changes import Base, Newcomer, Side, State, Subject
from sync_engine.core.content.equality import same_but_for_server, same_content
from sync_engine.core.content.facts import facts, has_attendee
from sync_engine.core.content.facts import uid as uid_of
from sync_engine.core.guards import Asking, Guarded, HoldKind, Recent, guard
from sync_engine.core.identifiers import ContentHash, ResourceId, href_key
from sync_engine.core.pairing import moves, pair
from sync_engine.core.planner import Direction, Verdict, plan
from sync_engine.core.resolution import UPLOADS, Action, Keep, Verb, act
from sync_engine.cycle.job import Job
from sync_engine.cycle.merging import merger, patched

DAY = 86400.0


def draft(job: Job) -> list[Action]:
    """The collection's actions before moves and brakes."""
    shadow = {row.key: row for row in job.store.shadow.of(job.id)}
    known = {href_key(base.href) for base in job.base}
    new_remote = _remote_newcomers(job, (r for r in shadow.values() if r.key not in known))
    touched = [
        _subject(job, base, shadow.get(href_key(base.href)))
        for base in job.base
        if base.row in job.view.sides or href_key(base.href) in shadow
    ]
    _agreed(job, shadow)
    uids = {n.uid for n in (*job.view.newcomers, *new_remote) if n.uid is not None}
    paired = pair(
        job.id,
        touched,
        job.view.newcomers,
        new_remote,
        job.store.base.owners(job.id, uids),
        lambda local, remote: local == remote or _same(job, job.body(local), job.body(remote)),
    )
    job.stuck = {newcomer.uid for newcomer in paired.duplicates if newcomer.uid is not None}
    for newcomer in paired.duplicates:
        job.fail("resource.duplicate_uid", newcomer.id, newcomer.uid or "")
    return _actions(job, paired.subjects)


def _agreed(job: Job, shadow: Mapping[str, ShadowRow]) -> None:
    """Rows that tell what the base knows, as a crash after a move leaves them."""
    if not shadow:
        return
    with job.store.transaction("agreed"):
        for base in job.base:
            row = shadow.get(href_key(base.href))
            if row is not None and row.content == base.remote_content and row.state == "present":
                job.store.base.refresh_remote(base.row, row.etag, base.remote_content)
                job.store.shadow.drop(job.id, [row.href])


def _same(job: Job, local: bytes, remote: bytes) -> bool:
    """Whether there is nothing to choose between two new texts.

    Without a base, what the server made of our own upload must not look like
    somebody else's version. Adopting overwrites neither side.
    """
    if same_content(local, remote) or same_but_for_server(local, remote):
        return True
    rewriting = job.local.capabilities.rewriting
    return rewriting is not None and rewriting.renders(remote, local)


def _actions(job: Job, subjects: Sequence[Subject]) -> list[Action]:
    job.sleepers = job.store.sleepers.of(job.id)
    job.said = job.store.conflicts.asked(job.id)
    intents = job.store.intents.of(job.id)
    unconfirmed = {intent.local_id for intent in intents}
    uids = {uid_of(job.body(intent.content)) for intent in intents}
    settings = job.settings
    actions: list[Action] = []
    for subject in subjects:
        verdict = plan(subject, settings.direction, job.row.info.read_only)
        action = act(subject, verdict, settings.policy, partial(merger, job), _said(job, subject))
        if action is None:
            continue
        action = patched(job, action)
        if action.verb in UPLOADS or action.verb is Verb.MERGE:
            if subject.local.id in unconfirmed or (uids and subject.uid in uids):
                # an earlier write to it is not settled yet, and says so (``confirm``)
                continue
            if _refused(job, subject):
                _stuck(job, subject)
                continue
        if action.verb is Verb.REFUSE:
            _stuck(job, subject)
        if action.verb is Verb.DELETE_REMOTE and _undeletable(job, subject):
            continue
        if action.verb is Verb.CREATE_REMOTE and subject.attendees and subject.uid:
            # a restored file, or one that came back: guests might get mail (L11)
            again = job.store.history.deleted(subject.uid)
            action = replace(action, recreation=again)
        actions.append(action)
    return actions


def _said(job: Job, subject: Subject) -> Keep | None:
    """What a person said to this very conflict."""
    said = job.said.get(subject.key)
    if said is None or said.keep is None or not said.about(subject):
        return None
    return Keep(said.keep)


def wait(job: Job, actions: Sequence[Action]) -> list[Action]:
    """Let what a person is to decide wait as open conflicts; returns the rest."""
    asking = [action for action in actions if action.verb is Verb.ASK]
    waiting = [
        Waiting(a.subject, (a.conflict or Verdict.EDIT_EDIT).value, _clashes(a)) for a in asking
    ]
    if waiting or job.said:
        planned = {action.subject.key for action in actions}
        job.store.conflicts.take_up(job.id, waiting, job.now(), job.context.run, planned=planned)
        job.result.conflicts = [
            row.id for row in job.store.conflicts.all() if row.collection == job.id
        ]
    return [action for action in actions if action.verb is not Verb.ASK]


def _clashes(action: Action) -> tuple[str, ...]:
    return action.merging.clashes if action.merging else ()


def _refused(job: Job, subject: Subject) -> bool:
    """Whether it is known that the server will not take the local text."""
    sleeper = job.sleepers.get(subject.local.id or ResourceId(""))
    if sleeper is not None and asleep(sleeper, subject):
        job.fail(sleeper.reference, sleeper.local_id, sleeper.message)
        return True
    if _too_large(job, subject):
        job.fail("resource.too_large", subject.local.id or "")
        return True
    return False


def _undeletable(job: Job, subject: Subject) -> bool:
    """Whether the server refused to delete this very version."""
    sleeper = job.sleepers.get(subject.base.local_id) if subject.base else None
    if sleeper is None or sleeper.content != subject.remote.content:
        return False
    job.fail(sleeper.reference, subject.remote.id or "", sleeper.message)
    return True


def _stuck(job: Job, subject: Subject) -> None:
    if subject.base is None and subject.uid is not None:
        job.stuck.add(subject.uid)


def _too_large(job: Job, subject: Subject) -> bool:
    """Over the server's max-resource-size (RFC 4791 §5.2.5): not even sent."""
    limit = job.remote.capabilities.max_resource_size
    return limit is not None and len(job.body(subject.local.content)) > limit


def asleep(sleeper: Sleeper, subject: Subject) -> bool:
    """Whether neither side changed since the server refused this text."""
    return sleeper.content == subject.local.content and sleeper.remote == subject.remote.fingerprint


def _remote_newcomers(job: Job, rows: Iterable[ShadowRow]) -> list[Newcomer]:
    newcomers: list[Newcomer] = []
    for row in rows:
        if row.state == "failed":
            job.fail(row.reference or "resource.unreadable", row.href, row.message or "")
        elif row.state == "present" and row.content is not None:
            found = facts(job.body(row.content))
            uid = found.uids[0] if found.uids else None
            newcomers.append(Newcomer(row.href, row.etag, row.content, uid, found.attendee))
    return newcomers


def _subject(job: Job, base: Base, row: ShadowRow | None) -> Subject:
    local = job.view.sides.get(
        base.row,
        Side(State.UNCHANGED, base.local_id, base.local_fingerprint, base.local_content),
    )
    remote = _remote_side(base, row)
    if row is not None and row.state == "failed":
        job.fail(row.reference or "resource.unreadable", row.href, row.message or "")
    subject = Subject(job.id, base, local, remote, uid=base.uid)
    if remote.state is State.DELETED and local.content is not None:
        return replace(subject, attendees=has_attendee(job.body(local.content)))
    return subject


def _remote_side(base: Base, row: ShadowRow | None) -> Side:
    if row is None:
        return Side(State.UNCHANGED, base.href, base.etag, base.remote_content)
    if row.state == "gone":
        return Side(State.DELETED)
    if row.content is None:
        return Side(State.UNREADABLE, row.href, row.etag)
    state = State.UNCHANGED if row.content == base.remote_content else State.MODIFIED
    return Side(state, row.href, row.etag, row.content)


def with_moves(
    drafts: Mapping[int, Sequence[Action]],
    jobs: Mapping[int, Job],
    elsewhere: Mapping[int, set[str]],
) -> list[Action]:
    """The account's joined plan with moves across collections found.

    :param elsewhere: new local UIDs of collections that have no plan now.
    """

    def movable(source: int, target: int) -> bool:
        a, b = jobs[source], jobs[target]
        return a.row.info.kind is b.row.info.kind and all(
            job.settings.direction is Direction.TWO_WAY and not job.row.info.read_only
            for job in (a, b)
        )

    stuck: dict[str, set[int]] = {}
    for key, uids in (*((key, job.stuck) for key, job in jobs.items()), *elsewhere.items()):
        for uid in uids:
            stuck.setdefault(uid, set()).add(key)
    return moves(
        [action for part in drafts.values() for action in part],
        movable,
        {uid: frozenset(places) for uid, places in stuck.items()},
    )


def brake(job: Job, actions: Sequence[Action]) -> Guarded:
    """Apply the brakes to a collection's part of the plan."""
    since = job.now() - DAY
    history = job.store.history
    recent = Recent(
        size=len(job.base),
        deleted={
            HoldKind.DELETE_LOCAL: history.deletions_since(job.id, "local", since),
            HoldKind.DELETE_REMOTE: history.deletions_since(job.id, "remote", since),
        },
    )
    brakes = job.context.options.brakes
    asked = job.store.holds.asked(job.id)
    job.answered = frozenset(key for (_, key), said in asked.items() if said.answer)
    guarded = guard(
        actions,
        recent,
        brakes,
        asked,
        _rolled_back(job, actions, brakes.rolled_back, asked),
        writable=job.settings.direction is not Direction.PULL and not job.row.info.read_only,
    )
    drafted = frozenset(map(id, actions))
    return replace(
        guarded,
        # a rejection may have made an upload of it, which the server may have refused
        go=tuple(
            action
            for action in guarded.go
            if id(action) in drafted
            or action.verb not in UPLOADS
            or not _refused(job, action.subject)
        ),
    )


def _rolled_back(
    job: Job, actions: Sequence[Action], limit: int, asked: Asking
) -> dict[HoldKind, frozenset[int]]:
    """Rows whose new text is one that was overwritten before: if there are enough, or
    if a person was asked about them already.
    """
    found: dict[HoldKind, frozenset[int]] = {}
    for kind, verb in (
        (HoldKind.ROLLED_BACK_LOCAL, Verb.REPLACE_REMOTE),
        (HoldKind.ROLLED_BACK_REMOTE, Verb.REPLACE_LOCAL),
    ):
        group = [a.subject for a in actions if a.verb is verb and a.subject.row is not None]
        rows = {s.row for s in group if (said := asked.get((kind, s.key))) and said.about(s)}
        if len(group) >= limit:
            known = {s.row for s in group if _known_text(job, s, verb)}
            rows |= known if len(known) >= limit else set()
        found[kind] = frozenset(row for row in rows if row is not None)
    return found


def _known_text(job: Job, subject: Subject, verb: Verb) -> bool:
    side = subject.local if verb is Verb.REPLACE_REMOTE else subject.remote
    content: ContentHash | None = side.content
    return content is not None and job.store.history.knows(job.id, subject.uid, content)
