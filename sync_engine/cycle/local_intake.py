"""Scan the local side, and tell what is not as the base has it.

A fingerprint that moved only raises suspicion: the text is read and compared
with L0, byte for byte. Texts that are read are staged in the content store, so
that what a person wrote is safe before anything else happens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sync_engine.core.changes import Base, Newcomer, Side, State
from sync_engine.core.collection import Kind
from sync_engine.core.content.facts import ObjectKind, facts, problems
from sync_engine.core.identifiers import ContentHash, Fingerprint, ResourceId
from sync_engine.core.observation import Delta
from sync_engine.cycle.job import Job, LocalView
from sync_engine.errors import ReplicaUnavailable
from sync_engine.replicas.port import Failure, Loaded, Missing

OBJECT_KIND = {Kind.CALENDAR: ObjectKind.VCALENDAR, Kind.ADDRESSBOOK: ObjectKind.VCARD}


def scan(job: Job) -> LocalView:
    """Observe the local side.

    :raises ReplicaUnavailable: it is not there (which is not: empty).
    """
    observation = job.local.observe(None)
    if isinstance(observation, Delta):
        raise ReplicaUnavailable("a local store gave a partial listing", where=job.row.slug)
    view = LocalView()
    by_name = {base.local_id: base for base in job.base}
    suspects: list[ResourceId] = []
    for base in job.base:
        seen = observation.items.get(base.local_id)
        if seen is None:
            failed = base.local_id in observation.failed
            state = State.UNREADABLE if failed else State.DELETED
            view.sides[base.row] = Side(state, base.local_id if failed else None)
        elif seen.fingerprint is None or seen.fingerprint != base.local_fingerprint:
            suspects.append(base.local_id)
    suspects += [name for name in observation.items if name not in by_name]
    for name, failure in observation.failed.items():
        job.fail(failure.reference, name, failure.message)
    _read(job, view, suspects, by_name)
    return view


def _read(
    job: Job,
    view: LocalView,
    suspects: Sequence[ResourceId],
    by_name: Mapping[ResourceId, Base],
) -> None:
    refreshed: list[tuple[Fingerprint, int]] = []
    for batch in job.local.get(suspects):
        job.context.cancel.check()
        loaded = {name: got for name, got in batch.items() if isinstance(got, Loaded)}
        hashes = job.store.contents.put_many(got.body for got in loaded.values())
        staged = dict(zip(loaded, hashes, strict=True))
        for name, got in batch.items():
            base = by_name.get(name)
            match got:
                case Loaded(fingerprint, body):
                    _take_text(job, view, base, name, (fingerprint, staged[name], body), refreshed)
                case Missing() if base is not None:
                    view.sides[base.row] = Side(State.DELETED)
                case Failure(reference, message):
                    job.fail(reference, name, message)
                    if base is not None:
                        view.sides[base.row] = Side(State.UNREADABLE, name)
                case _:
                    pass
    job.store.base.refresh_local(refreshed)


def _take_text(
    job: Job,
    view: LocalView,
    base: Base | None,
    name: ResourceId,
    text: tuple[Fingerprint | None, ContentHash, bytes],
    refreshed: list[tuple[Fingerprint, int]],
) -> None:
    fingerprint, content, body = text
    if base is not None and content == base.local_content:
        if fingerprint is not None:
            refreshed.append((fingerprint, base.row))
        return
    wrong = problems(body, OBJECT_KIND[job.row.info.kind])
    if wrong:
        # a broken file stays as it is, and says so, until somebody mends it
        job.fail(wrong[0], name)
        if base is not None:
            view.sides[base.row] = Side(State.UNREADABLE, name)
        return
    found = facts(body)
    uid = found.uids[0]
    newcomer = Newcomer(name, fingerprint, content, uid, found.attendee)
    if base is None:
        view.newcomers.append(newcomer)
    elif base.uid is not None and base.uid != uid:
        # another object was saved under this name: the old one is gone, this one is new
        view.sides[base.row] = Side(State.DELETED)
        view.newcomers.append(newcomer)
    else:
        view.sides[base.row] = Side(State.MODIFIED, name, fingerprint, content)
