"""What keeps each loss class away, and how to take it out.

A row names a piece of the product's source that must be there exactly once (a house
test checks that), and what it becomes. ``python -m tests.mutation`` expects that the
tests named ``test_L<n>_…`` in ``tests`` then fail. Rows of number 0 are about the
network guard, and any of the tests may notice.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Guard:
    """A piece of source that holds an invariant.

    :param loss: number of the loss class (``docs/sync-model.md``); 0: the network guard.
    :param without: the same piece with the invariant taken out.
    :param tests: where the tests of the class are that must notice.
    """

    loss: int
    what: str
    file: str
    piece: str
    without: str
    tests: tuple[str, ...]

    @property
    def named(self) -> str:
        """How the names of the tests begin that must notice."""
        return f"test_L{self.loss}_" if self.loss else "test_"


GUARDS = (
    Guard(
        1,
        "absence from a listing is asked again",
        "sync_engine/cycle/remote_intake.py",
        "        gone = job.remote.confirm_gone(candidates, canary)\n    with",
        "        gone = frozenset(candidates)\n    with",
        ("tests/cycle",),
    ),
    Guard(
        1,
        "what is missing when it is to be read is asked again",
        "sync_engine/cycle/remote_intake.py",
        "    gone = job.remote.confirm_gone(hrefs, canary)\n    job",
        "    gone = frozenset(hrefs)\n    job",
        ("tests/cycle",),
    ),
    Guard(
        2,
        "a collection that is not listed is a failure and keeps its data",
        "sync_engine/base_store/collections.py",
        "UPDATE collection SET listed=0 WHERE id=?",
        "DELETE FROM collection WHERE id=?",
        ("tests/base_store",),
    ),
    Guard(
        3,
        "what goes is kept first",
        "sync_engine/cycle/settle.py",
        "    if versions:\n        job.store.history.keep",
        "    if not versions:\n        job.store.history.keep",
        ("tests/cycle",),
    ),
    Guard(
        3,
        "a download over a local text names the loser",
        "sync_engine/core/resolution.py",
        "    return Action(Verb.REPLACE_LOCAL, subject, (loser,), conflict)",
        "    return Action(Verb.REPLACE_LOCAL, subject, (), conflict)",
        ("tests/core", "tests/cycle"),
    ),
    Guard(
        3,
        "what both sides left behind is kept",
        "sync_engine/cycle/settle.py",
        "(*action.losers, *_left_behind(job, subject))",
        "action.losers",
        ("tests/cycle",),
    ),
    Guard(
        4,
        "a write carries the version that was judged",
        "sync_engine/replicas/remote/writing.py",
        "            return IfMatch(strong)\n",
        "            return None\n",
        ("tests/replicas/remote",),
    ),
    Guard(
        5,
        "a deletion that failed stays to be done",
        "sync_engine/cycle/remote_writes.py",
        "                    job.fail(reference, href, message)\n",
        "                    release(job, subject)\n",
        ("tests/cycle",),
    ),
    Guard(
        6,
        "a text is known by its bytes",
        "sync_engine/core/content/facts.py",
        "hashlib.sha256(body).hexdigest()",
        "hashlib.sha256(bytes(sorted(body))).hexdigest()",
        ("tests/cycle", "tests/base_store"),
    ),
    Guard(
        7,
        "the row is out of scope before the file goes",
        "sync_engine/cycle/window.py",
        "    job.store.base.forget(base.row)\n    job.store.beyond.put(job.id, row)\n",
        "",
        ("tests/cycle",),
    ),
    Guard(
        7,
        "what changed on a side is not let go",
        "sync_engine/cycle/window.py",
        "        if touched or base.local_id in unsettled:\n            continue",
        "        if base.local_id in unsettled:\n            continue",
        ("tests/cycle",),
    ),
    Guard(
        7,
        "what was begun is taken back, or finished",
        "sync_engine/cycle/window.py",
        "                if isinstance(got, Missing):\n                    job",
        "                if got:\n                    job",
        ("tests/cycle",),
    ),
    Guard(
        7,
        "a file that was edited meanwhile gets its base back",
        "sync_engine/cycle/window.py",
        "                # edited meanwhile, or it cannot go: it is in scope for as long\n"
        "                job.store.base.put(job.id, row.as_base)",
        "                job.store.beyond.left(job.id, row.href)",
        ("tests/cycle",),
    ),
    Guard(
        7,
        "a new file may be what the server has",
        "sync_engine/cycle/window.py",
        "    if not met:\n        return",
        "    if met or not met:\n        return",
        ("tests/cycle",),
    ),
    Guard(
        7,
        "a new file waits while its counterpart cannot be read",
        "sync_engine/cycle/window.py",
        "if n.uid not in unread]",
        "if n.uid]",
        ("tests/cycle",),
    ),
    Guard(
        7,
        "what is in scope again is fetched",
        "sync_engine/cycle/window.py",
        "    if back:\n        _ask_for(job, back)",
        "    if not back:\n        _ask_for(job, back)",
        ("tests/cycle",),
    ),
    Guard(
        7,
        "what time alone puts out of scope has its brake",
        "sync_engine/core/guards.py",
        "        return HoldKind.PAST_LIMIT if action.aged else None",
        "        return None",
        ("tests/core", "tests/cycle"),
    ),
    Guard(
        7,
        "of two clocks the one behind counts",
        "sync_engine/cycle/window.py",
        "scope.cutoff(min(clocks), ",
        "scope.cutoff(job.now(), ",
        ("tests/cycle",),
    ),
    Guard(
        7,
        "only what the server is known to have is let go",
        "sync_engine/base_store/extents.py",
        " AND ends < ? AND etag IS NOT NULL",
        " AND ends < ?",
        ("tests/cycle", "tests/base_store"),
    ),
    Guard(
        8,
        "a merge touches what changed and nothing else",
        "sync_engine/core/merge/properties.py",
        "    if here == there or not (touched_here or touched_there):\n"
        "        return v.local, v.remote",
        "    if here == there or not (touched_here or touched_there):\n"
        "        return v.remote, v.local",
        ("tests/core/merge",),
    ),
    Guard(
        9,
        "a local copy of a known resource does not go up",
        "sync_engine/cycle/planning.py",
        "    for newcomer in paired.duplicates:\n        job.fail",
        "    for newcomer in ():\n        job.fail",
        ("tests/cycle",),
    ),
    Guard(
        10,
        "the token is kept after the rows",
        "sync_engine/cycle/account.py",
        "    if job.looked:\n        warm",
        "    if not job.looked:\n        warm",
        ("tests/cycle",),
    ),
    Guard(
        11,
        "a re-creation with guests waits",
        "sync_engine/core/guards.py",
        "    if kind is HoldKind.RECREATION:\n        return True",
        "    if kind is HoldKind.RECREATION:\n        return False",
        ("tests/core", "tests/cycle"),
    ),
    Guard(
        12,
        "what was just asked of the server counts more than its answer",
        "sync_engine/core/grace.py",
        "        return self.at <= now < self.until",
        "        return False",
        ("tests/cycle",),
    ),
    Guard(
        12,
        "a PUT that comes too early is no failure",
        "sync_engine/cycle/remote_writes.py",
        " if job.young and reference == NotFound.reference:",
        " if not job.young and reference == NotFound.reference:",
        ("tests/cycle",),
    ),
    Guard(
        12,
        "what a collection just made does not show is not deleted here",
        "sync_engine/cycle/account.py",
        "        if job.young:\n            # what it",
        "        if not job.young:\n            # what it",
        ("tests/cycle",),
    ),
    Guard(
        12,
        "a collection just deleted is not taken up again",
        "sync_engine/base_store/collections.py",
        "                if not pending.leaving(row.id):",
        "                if pending is not None:",
        ("tests/cycle",),
    ),
    Guard(
        11,
        "what is brought back is no older revision",
        "sync_engine/core/content/revision.py",
        "_sequence(item) < number",
        "_sequence(item) > number",
        ("tests/core/content",),
    ),
    Guard(
        13,
        "a local text that was not judged is not overwritten",
        "sync_engine/cycle/local_writes.py",
        "        case Conflict():\n            # the user was faster: the next pass sees the edit\n"
        "            job.again = True",
        "        case Conflict():\n            release(job, subject)",
        ("tests/cycle",),
    ),
    Guard(
        14,
        "without a base two texts are a conflict, not a deletion",
        "sync_engine/core/planner.py",
        "    (_P, _A): Verdict.UPLOAD,",
        "    (_P, _A): Verdict.DELETE_LOCAL,",
        ("tests/cycle",),
    ),
    Guard(
        15,
        "old texts coming back wait",
        "sync_engine/core/guards.py",
        "        return count >= brakes.rolled_back",
        "        return False",
        ("tests/core", "tests/cycle"),
    ),
    Guard(
        0,
        "what no row allows is denied",
        "ksync/network/table.py",
        'Row(28, "anything else", "deny", Code.UNKNOWN, _always),',
        'Row(28, "anything else", "deny", Code.UNKNOWN, _always, _always),',
        ("tests/ksync/network",),
    ),
    Guard(
        0,
        "a guard that fails denies",
        "ksync/network/gate.py",
        "[judge(rules, [])]\n        except Exception as error:\n"
        "            raise _failed(error, target) from error",
        "[judge(rules, [])]\n        except Exception:\n            return",
        ("tests/ksync/network",),
    ),
    Guard(
        0,
        "a connection is bound to the interface that was judged",
        "ksync/network/gate.py",
        "Route(way.address, interface=way.link.interface, source=way.source)",
        "Route(way.address, source=way.source)",
        ("tests/ksync/network",),
    ),
    Guard(
        0,
        "what was told of a change is read before what is known is believed",
        "ksync/network/observer.py",
        "        with self._lock:\n            self.notice()\n            key",
        "        with self._lock:\n            key",
        ("tests/network/test_providers.py",),
    ),
    Guard(
        0,
        "under a managed guard only root's services count",
        "ksync/network/bus.py",
        "            if user != 0:\n                return None",
        "            del user",
        ("tests/network/test_providers.py",),
    ),
    Guard(
        0,
        "a managed guard denies servers on this machine",
        "ksync/network/table.py",
        "lambda case: not case.rules.is_managed or case.rules.allow_local_server,",
        "_always,",
        ("tests/ksync/network",),
    ),
    Guard(
        0,
        "a network's name is read only where a rule needs it",
        "ksync/network/providers/networkmanager.py",
        'if not needs.ssid or point_path == "/":',
        'if point_path == "/":',
        ("tests/network/test_providers.py",),
    ),
)
