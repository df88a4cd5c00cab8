"""One run of an account.

    listing (one PROPFIND for each home set)
    -> a job for each enabled collection
    -> pass: take in both sides (collections side by side)
             draft the plans, find moves across collections, brake
             execute: settle, local writes, moves, uploads + read-back,
             and, after all collections are through with that, deletions
    -> checkpoint: token and hint LAST

A pass is followed by another (at most ``MAX_PASSES``) where something is left
that only a fresh look can decide: a write that met somebody else's, the copy
of a conflict, a move. An error ends the cycle of its collection; a rejected
login or a lost principal ends the run.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import msgspec

from sync_engine.base_store.collections import CollectionRow
from sync_engine.base_store.store import BaseStore
from sync_engine.cancellation import CancelToken
from sync_engine.core.collection import Hint
from sync_engine.core.guards import HoldKind
from sync_engine.core.identifiers import href_key
from sync_engine.core.resolution import UPLOADS, Action, Verb
from sync_engine.cycle.confirm import recover
from sync_engine.cycle.job import Context, Job
from sync_engine.cycle.local_intake import scan
from sync_engine.cycle.local_writes import WRITES, arrived, delete_local, write_local
from sync_engine.cycle.moving import MOVES, move
from sync_engine.cycle.planning import brake, draft, wait, with_moves
from sync_engine.cycle.ports import CollectionSettings, Listing, LocalSide, Options, RemoteSide
from sync_engine.cycle.remote_intake import take_in
from sync_engine.cycle.remote_writes import delete_remote, write_remote
from sync_engine.cycle.result import AccountResult, CollectionResult, Trouble
from sync_engine.cycle.settle import SETTLED, settle
from sync_engine.cycle.window import begin, carry_out, in_scope, leave_out, meet, remember
from sync_engine.errors import FATAL, EngineError
from sync_engine.events import (
    CollectionFinished,
    CollectionStarted,
    Event,
    HoldOpened,
    Planned,
    RunFinished,
    RunStarted,
)
from sync_engine.transport.port import Meter

MAX_PASSES = 4

Settings = Callable[[CollectionRow], CollectionSettings]


class AccountCycle:
    """Runs one account. Make one for each run.

    :param settings: what the user wants of a collection.
    :param selection: slugs of the collections to sync; ``None``: all enabled.
    """

    def __init__(
        self,
        account: str,
        store: BaseStore,
        remote: RemoteSide,
        local: LocalSide,
        settings: Settings,
        *,
        options: Options,
        emit: Callable[[Event], None],
        cancel: CancelToken,
        clock: Callable[[], float] = time.time,
        selection: frozenset[str] | None = None,
        trigger: str = "manual",
    ) -> None:
        self._store = store.scratch() if options.dry_run else store
        self._remote = remote
        self._local = local
        self._settings = settings
        self._selection = selection
        run = self._store.runs.begin(trigger, clock())
        self._context = Context(account, self._store, run, options, clock, emit, cancel)
        self._result = AccountResult(account, run, options.dry_run)
        self._meter = Meter()
        self._jobs: dict[int, Job] = {}
        self._bystanders: dict[int, Job] = {}

    def run(self) -> AccountResult:
        """Run to the end; errors are in the result, not raised."""
        context, result = self._context, self._result
        started = time.monotonic()
        context.emit(RunStarted(context.account, context.run, result.dry_run))
        try:
            self._open_jobs(self._listing())
            self._passes()
        except EngineError as error:
            result.broke(error)
        except BaseException as error:
            # what a port raises of its own (a password that cannot be had) says what it is
            result.failure = Trouble(getattr(error, "reference", "sync.aborted"))
            raise
        finally:
            result.seconds = time.monotonic() - started
            self._finish()
            self._close()
        return result

    def _listing(self) -> Listing:
        listing = self._remote.listing(self._meter, self._context.cancel)
        self._store.collections.take_listing(
            listing.principal,
            listing.collections,
            listing.complete,
            listing.principals,
            at=self._context.clock(),
        )
        return listing

    def _open_jobs(self, listing: Listing) -> None:
        infos = {href_key(info.url): info for info in listing.collections}
        pending = self._store.operations.pending(self._context.clock())
        for row in self._store.collections.all():
            settings = self._settings(row)
            chosen = self._selection is None or row.slug in self._selection
            result = CollectionResult(row.slug)
            if not settings.enabled or pending.leaving(row.id) or pending.gone(row.id):
                continue
            if chosen:
                self._result.collections.append(result)
            elif row.local_name is None:
                continue
            info = infos.get(href_key(row.url))
            if info is None and pending.young(row.id):
                continue
            if info is None:
                # never taken for a deletion: the data stays as it is (L2)
                result.failure = Trouble("sync.collection_gone", row.url)
                for home, error in listing.failures.items():
                    if row.url.startswith(home):
                        result.broke(error)
                continue
            try:
                local, name = self._local.open(row)
                if row.local_name != name:
                    self._store.collections.set_local_name(row.id, name)
            except EngineError as error:
                result.broke(error)
                continue
            meter = Meter()
            remote = self._remote.open(info, row.traits, meter, self._context.cancel)
            hint = Hint(info.sync_token, info.ctag)
            jobs = self._jobs if chosen else self._bystanders
            job = Job(self._context, row, settings, remote, local, meter, hint, result)
            job.young = pending.young(row.id)
            job.server_time = self._meter.date
            jobs[row.id] = job

    def _passes(self) -> None:
        for number in range(MAX_PASSES):
            live = {key: job for key, job in self._jobs.items() if job.live}
            if number:
                live = {key: job for key, job in live.items() if job.again}
            if not live:
                break
            self._result.passes += 1
            self._pass(live, first=number == 0)
            if self._context.options.dry_run:
                break

    def _pass(self, jobs: Mapping[int, Job], *, first: bool) -> None:
        for job in jobs.values():
            job.again = False
            if not first:
                # what this run wrote itself is looked at again, whatever the hint
                job.row = self._store.collections.get(job.id)
        self._side_by_side(jobs.values(), lambda job: self._take_in(job, first=first))
        jobs = {key: job for key, job in jobs.items() if job.live}
        drafts = {key: draft(job) for key, job in jobs.items()}
        joined = in_scope(jobs, with_moves(drafts, jobs, self._waiting_elsewhere(drafts, jobs)))
        plans = {
            key: self._brake(job, [a for a in joined if a.subject.collection == key])
            for key, job in jobs.items()
        }
        if self._context.options.dry_run:
            for key, actions in plans.items():
                jobs[key].result.planned = [
                    (a.verb.value, str(a.subject.local.id or a.subject.remote.id or ""))
                    for a in actions
                ]
                self._count_plan(jobs[key], actions)
            return
        self._execute(jobs, plans)
        self._side_by_side([job for job in jobs.values() if job.live], _checkpoint)

    def _take_in(self, job: Job, *, first: bool) -> None:
        context = self._context
        if first:
            context.emit(CollectionStarted(context.account, job.row.slug))
            if recover(job):
                job.about_to_write()
                job.row = self._store.collections.get(job.id)
        begin(job)
        job.base = self._store.base.of(job.id)
        take_in(job)
        # the intake may have brought base rows up to date
        job.base = self._store.base.of(job.id) if job.looked else job.base
        job.view = scan(job)
        meet(job)

    def _waiting_elsewhere(
        self, drafts: Mapping[int, Sequence[Action]], jobs: Mapping[int, Job]
    ) -> dict[int, set[str]]:
        """UIDs that are new in folders which this pass does not look at.

        A file that was moved there is gone here; deleting it on the server before it
        can go up there would leave it nowhere, and tell guests that it is cancelled.
        """
        if not any(a.verb is Verb.DELETE_REMOTE for part in drafts.values() for a in part):
            return {}
        found: dict[int, set[str]] = {}
        for key, other in {**self._bystanders, **self._jobs}.items():
            if key in jobs:
                continue
            with contextlib.suppress(EngineError):
                other.base = self._store.base.of(key)
                found[key] = {n.uid for n in scan(other).newcomers if n.uid is not None}
        return found

    def _brake(self, job: Job, actions: Sequence[Action]) -> tuple[Action, ...]:
        context = self._context
        if job.young:
            # what it does not show yet was not deleted (L12)
            actions = [action for action in actions if action.verb is not Verb.DELETE_LOCAL]
        guarded = brake(job, wait(job, actions))
        opened = self._store.holds.take_up(
            job.id,
            guarded.held,
            job.now(),
            planned={action.subject.key for action in actions},
            moving={a.subject.key for a in guarded.go if a.verb is Verb.MOVE_REMOTE},
        )
        job.aging = HoldKind.PAST_LIMIT in guarded.held
        job.result.counts["held"] = sum(map(len, guarded.held.values()))
        self._tell_holds(job, opened)
        counts: dict[str, int] = {}
        for action in guarded.go:
            counts[action.verb.value] = counts.get(action.verb.value, 0) + 1
        context.emit(Planned(context.account, job.row.slug, counts))
        return guarded.go

    def _tell_holds(self, job: Job, opened: Sequence[int]) -> None:
        context = self._context
        for hold in self._store.holds.all():
            if hold.collection == job.id:
                if hold.id not in job.result.holds:
                    job.result.holds.append(hold.id)
                if hold.id in opened:
                    context.emit(
                        HoldOpened(
                            context.account, job.row.slug, hold.id, hold.kind.value, hold.size
                        )
                    )

    def _execute(self, jobs: Mapping[int, Job], plans: Mapping[int, Sequence[Action]]) -> None:
        def of(job: Job, verbs: frozenset[Verb]) -> list[Action]:
            return [action for action in plans[job.id] if action.verb in verbs]

        def write(job: Job) -> None:
            settle(job, of(job, SETTLED))
            leave_out(job, of(job, frozenset({Verb.LEAVE_OUT})))
            merged = write_local(job, of(job, WRITES))
            write_remote(job, [*merged, *of(job, UPLOADS)])

        def delete(job: Job) -> None:
            gone = of(job, frozenset({Verb.DELETE_LOCAL}))
            delete_local(job, [action for action in gone if arrived(job, action)])
            delete_remote(job, of(job, frozenset({Verb.DELETE_REMOTE})))
            carry_out(job, of(job, frozenset({Verb.LET_GO})))

        moving = [action for part in plans.values() for action in part if action.verb in MOVES]
        self._move(jobs, moving)
        # creations everywhere before deletions anywhere: a resource that changes its
        # collection exists at every moment in at least one
        for step in (write, delete):
            self._side_by_side([job for job in jobs.values() if job.live], step)

    def _move(self, jobs: Mapping[int, Job], actions: Sequence[Action]) -> None:
        waiting = move(jobs, actions)
        by_source: dict[int, list[Action]] = {}
        for action in waiting:
            by_source.setdefault(action.subject.collection, []).append(action)
        for key, group in by_source.items():
            job = jobs[key]
            opened = self._store.holds.wait(key, HoldKind.RECREATION, group, job.now())
            job.result.add("held", len(group))
            self._tell_holds(job, opened)

    def _side_by_side(self, jobs: Iterable[Job], step: Callable[[Job], None]) -> None:
        """Run a step for many collections; an error ends only its own collection."""
        chosen = list(jobs)
        fatal: list[EngineError] = []

        def guarded(job: Job) -> None:
            started = time.monotonic()
            try:
                self._context.cancel.check()
                step(job)
            except FATAL as error:
                job.result.broke(error)
                fatal.append(error)
            except EngineError as error:
                job.broke(error)
            finally:
                job.result.seconds += time.monotonic() - started

        workers = min(self._context.options.workers, len(chosen))
        if workers <= 1:
            for job in chosen:
                guarded(job)
        else:
            with ThreadPoolExecutor(workers) as pool:
                list(pool.map(guarded, chosen))
        if fatal:
            raise fatal[0]

    def _count_plan(self, job: Job, actions: Sequence[Action]) -> None:
        names = {
            Verb.CREATE_LOCAL: "downloaded",
            Verb.REPLACE_LOCAL: "downloaded",
            Verb.KEEP_BOTH: "downloaded",
            Verb.MERGE: "merged",
            Verb.CREATE_REMOTE: "uploaded",
            Verb.REPLACE_REMOTE: "uploaded",
            Verb.MOVE_REMOTE: "uploaded",
            Verb.DELETE_LOCAL: "deleted_local",
            Verb.DELETE_REMOTE: "deleted_remote",
            Verb.LET_GO: "out_of_scope",
            Verb.LEAVE_OUT: "out_of_scope",
        }
        for action in actions:
            if action.verb in names:
                job.result.add(names[action.verb])
            if action.conflict is not None:
                job.result.add("conflicts")

    def _finish(self) -> None:
        context, result = self._context, self._result
        for job in self._jobs.values():
            job.result.requests = job.meter.requests
        result.requests = self._meter.requests + sum(c.requests for c in result.collections)
        for collection in result.collections:
            context.emit(
                CollectionFinished(
                    context.account, collection.slug, collection.outcome, dict(collection.counts)
                )
            )

    def _close(self) -> None:
        context, result = self._context, self._result
        if not result.dry_run:
            try:
                self._store.runs.end(
                    context.run, context.clock(), result.outcome, msgspec.json.encode(result)
                )
                self._store.contents.collect()
            except EngineError as error:
                # a full disk, say: what was done is committed, only the summary is not
                result.broke(error)
        context.emit(RunFinished(context.account, context.run, result.outcome))


def _checkpoint(job: Job) -> None:
    """Token and hint last (L10); warm until a look brings nothing new."""
    collections = job.store.collections
    row = job.row
    if job.remote.learned() != row.traits:
        collections.set_traits(job.id, job.remote.learned())
    remember(job)
    if job.looked:
        warm = job.news or job.wrote or job.again
        collections.checkpoint(job.id, job.token, job.hint, warm=warm, wrote=job.wrote)
        job.news = job.looked = False
