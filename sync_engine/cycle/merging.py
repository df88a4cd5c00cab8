"""The texts that a plan writes where they are no copy: merges and patches.

``core.merge`` decides; here its inputs come from the base store and its results go
there. Both are found again from the same texts, so a crash at any moment leads to the
same merge another time.

A merge is carried out in two halves, each an ordinary write: the local side takes the
server's changes in, and the base row is brought to where the server is; what is left
then is a local change like any other, and is uploaded under its precondition. Nothing
is between the halves that another run could misread.
"""

from __future__ import annotations

from dataclasses import replace

from sync_engine.core.changes import State, Subject
from sync_engine.core.content.revision import not_older
from sync_engine.core.merge import (
    NO_PICKS,
    Merged,
    PropertyConflict,
    Side,
    Texts,
    merge,
    patch_local,
    patch_remote,
)
from sync_engine.core.resolution import Action, Loser, Merging, Reason, Verb
from sync_engine.cycle.job import Job


def merger(job: Job, subject: Subject, prefer: Side) -> Merging | None:
    """Merge a subject's two texts and keep the results; ``None``: it cannot be done."""
    base = subject.base
    texts = Texts(
        base_local=job.body(base.local_content) if base else None,
        local=job.body(subject.local.content),
        base_remote=job.body(base.remote_content) if base else None,
        remote=job.body(subject.remote.content),
    )
    said = job.said.get(subject.key)
    picks = said.picks if said is not None and said.about(subject) else NO_PICKS
    merged = merge(texts, prefer, picks)
    if not isinstance(merged, Merged):
        return None
    rebased = texts.remote
    if texts.base_local is not None and texts.base_remote is not None:
        rebased = patch_local(texts.base_local, texts.base_remote, texts.remote) or rebased
    put = job.store.contents.put
    return Merging(
        local=put(merged.local),
        remote=put(merged.remote),
        base=put(rebased),
        clashes=tuple(dict.fromkeys(map(title_of, merged.conflicts))),
    )


def title_of(conflict: PropertyConflict) -> str:
    """The name of what is in dispute: a property, or a whole component."""
    return conflict.name or conflict.component.name


def patched(job: Job, action: Action) -> Action:
    """Where the sides rest in different words, a change of one goes as a patch.

    What a server made of a text is not an edit of the user's file, and the other way
    round: each side keeps its own words in all that did not change.
    """
    subject = action.subject
    base = subject.base
    if action.conflict and action.verb is Verb.REPLACE_REMOTE:
        return _revised(job, action)
    if base is None or base.local_content == base.remote_content or action.conflict:
        return action
    before_local, before_remote = job.body(base.local_content), job.body(base.remote_content)
    text: bytes | None = None
    if action.verb is Verb.REPLACE_REMOTE and subject.remote.state is State.UNCHANGED:
        text = patch_remote(before_local, job.body(subject.local.content), before_remote)
    elif action.verb is Verb.REPLACE_LOCAL and subject.local.state is State.UNCHANGED:
        text = patch_local(before_local, before_remote, job.body(subject.remote.content))
    if text is None:
        return action
    kept = job.store.contents.put(text)
    here = subject.remote if action.verb is Verb.REPLACE_REMOTE else subject.local
    if kept == here.content:
        # an edit of nothing but form: there is nothing to write
        return Action(Verb.ADOPT, subject)
    return replace(action, text=kept)


def _revised(job: Job, action: Action) -> Action:
    """A local text that wins as a whole is no older revision of a meeting."""
    local, remote = job.body(action.subject.local.content), job.body(action.subject.remote.content)
    text = not_older(local, remote)
    return action if text == local else replace(action, text=job.store.contents.put(text))


def second_half(action: Action, subject: Subject) -> Action:
    """The upload that is left of a merge when the local side is done.

    :param subject: as it is now: its base where the server is.
    """
    merging = action.merging
    assert merging is not None and subject.remote.content is not None
    reason = Reason.CONFLICT if merging.clashes else Reason.OVERWRITTEN
    return Action(
        Verb.REPLACE_REMOTE,
        subject,
        (Loser("remote", subject.remote.content, reason),),
        text=merging.remote,
        merging=merging,
    )
