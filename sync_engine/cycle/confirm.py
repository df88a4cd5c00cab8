"""Read uploads back, and find out what became of interrupted ones.

After an upload the base keeps what was sent until the read-back. The text read
is ours if its ETag is the one that the PUT returned, if it is what was sent, or
if the difference is formatting or a rewriting known for servers; it then
becomes R0, and the user's file is left alone. Otherwise somebody else wrote in
between: it is a remote change and goes to the shadow. The same holds after a
lost reply or a crash, where the intent is all that is left of the PUT.
"""

from __future__ import annotations

from collections.abc import Sequence

from sync_engine.base_store.intents import Intent
from sync_engine.base_store.shadow import ShadowRow
from sync_engine.core.changes import Base
from sync_engine.core.content.equality import same_but_for_server
from sync_engine.core.content.facts import facts
from sync_engine.core.identifiers import ContentHash, Fingerprint
from sync_engine.core.merge import patch_local
from sync_engine.cycle.job import Job
from sync_engine.replicas.port import Failure, Got, Loaded, Missing


def confirm(job: Job) -> None:
    """Settle all open intents of a collection by reading their resources."""
    intents = job.store.intents.of(job.id)
    if not intents:
        return
    by_href = {intent.href: intent for intent in intents}
    for older in intents:
        if by_href[older.href] is not older:
            # a later write to the same resource has the last word
            job.store.intents.close(older.id)
    done = 0
    for batch in job.remote.get(list(by_href)):
        with job.store.transaction("confirm"):
            for href, got in batch.items():
                _settle(job, by_href[href], got)
        done += len(batch)
        job.progress("confirm", done, len(by_href))


def _settle(job: Job, intent: Intent, got: Got) -> None:
    store = job.store
    match got:
        case Loaded(fingerprint, body):
            read = store.contents.put(body)
            if _ours(job, intent, fingerprint, read, body):
                _bind(job, intent, fingerprint, read)
            elif not _untouched(job, intent, fingerprint, read):
                store.shadow.put(job.id, [ShadowRow(intent.href, "present", fingerprint, read)])
                job.again = True
            store.intents.close(intent.id)
        case Missing():
            # never applied, or gone again: the next REPORT tells, with proof
            store.intents.close(intent.id)
        case Failure(reference, message):
            # what became of it cannot be told now: the intent stays, and nothing is
            # written to this resource before it is settled (``planning``)
            job.fail(reference, intent.href, message)


def _ours(
    job: Job,
    intent: Intent,
    fingerprint: Fingerprint | None,
    read: ContentHash,
    body: bytes,
) -> bool:
    if read == intent.content:
        return True
    if intent.returned is not None and fingerprint == intent.returned:
        return True
    return same_but_for_server(job.body(intent.content), body)


def _untouched(
    job: Job, intent: Intent, fingerprint: Fingerprint | None, read: ContentHash
) -> bool:
    """The write never arrived: what is there is what was there before."""
    if intent.returned is not None or intent.row is None:
        return False
    base = job.store.base.get(intent.row)
    before = base is not None and read == base.remote_content
    return before or (fingerprint is not None and fingerprint == intent.expected)


def _bind(job: Job, intent: Intent, fingerprint: Fingerprint | None, read: ContentHash) -> None:
    base = job.store.base.get(intent.row) if intent.row else None
    found = facts(job.body(intent.content))
    local, local_fingerprint = _local_text(job, base, intent)
    job.store.base.put(
        job.id,
        Base(
            row=base.row if base else 0,
            href=intent.href,
            local_id=intent.local_id,
            uid=found.uids[0] if found.uids else None,
            local_content=local,
            remote_content=read,
            etag=fingerprint,
            local_fingerprint=local_fingerprint,
        ),
    )
    job.store.shadow.drop(job.id, [intent.href])


def _local_text(
    job: Job, base: Base | None, intent: Intent
) -> tuple[ContentHash, Fingerprint | None]:
    """What the local side had when this was sent, and its fingerprint if that is known.

    It is what was sent, but where the sides rest in different words: then the change
    that was sent is applied to the local words. If that is not quite what the user's
    file says, the next scan finds the rest of the edit.
    """
    if base is None:
        return intent.content, None
    if base.remote_content == intent.content:  # the upload was committed
        return base.local_content, base.local_fingerprint
    if base.local_content == base.remote_content:
        return intent.content, None
    body = job.body
    text = patch_local(body(base.local_content), body(base.remote_content), body(intent.content))
    return (intent.content if text is None else job.store.contents.put(text)), None


def recover(job: Job) -> Sequence[Intent]:
    """Look after writes that an earlier run began and did not confirm."""
    intents = job.store.intents.of(job.id)
    confirm(job)
    return intents
