"""Run the tests against each mutant: ``python -m tests.mutation.mutants [MODULE ...]``.

Everything is imported and collected once. Each mutant has a fork of its own, in which
it is put into place (``swap``), and the tests run until one fails. The quickest come
first, and of a function only those that call it. The checkout is never written to.
"""

from __future__ import annotations

import argparse
import importlib
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType, ModuleType

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.mutants.explained import EXPLAINED
from tests.mutation.mutants.operators import Mutant, mutants
from tests.mutation.mutants.swap import put_in

ROOT = Path(__file__).parents[3]
PATIENCE = 60
"""Seconds that one test may take with a mutant: an endless loop is noticed, too."""

MODULES = {
    "planner": ("sync_engine.core.planner",),
    "resolution": ("sync_engine.core.resolution",),
    "guards": ("sync_engine.core.guards",),
    "merge": (
        "sync_engine.core.merge",
        "sync_engine.core.merge.assembly",
        "sync_engine.core.merge.components",
        "sync_engine.core.merge.model",
        "sync_engine.core.merge.properties",
        "sync_engine.core.merge.sets",
        "sync_engine.core.merge.units",
        "sync_engine.core.merge.validity",
        "sync_engine.core.merge.zones",
    ),
}
TESTS = {
    "merge": ("tests/core/merge", "tests/cycle/test_merging.py", "tests/cycle/test_collisions.py"),
}
"""Part to tests, where not all of the quick ones have to do with it."""
QUICK = ("tests/core", "tests/cycle")

KILLED, SURVIVED, STUCK = "killed", "survived", "stuck"
SURVIVOR = "  SURVIVED "
"""How the line of a survivor begins; the name of its module and its own follow."""


@dataclass
class Outcome:
    """What became of the mutants of one module."""

    module: str
    killed: int = 0
    stuck: int = 0
    explained: int = 0
    survivors: list[Mutant] = field(default_factory=list)


class Runner:
    """A plugin of pytest that runs the collected tests in its own way."""

    def __init__(self, modules: list[str], jobs: int, only: str, again: str) -> None:
        self.modules, self.jobs, self.only = modules, jobs, only
        self.again = _survivors(Path(again)) if again else None
        self.outcomes: list[Outcome] = []
        self.times: dict[str, float] = {}
        self.calls: dict[str, set[str]] = {}
        self.items: list[pytest.Item] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        """The same examples for each mutant, and not too many."""
        from hypothesis import HealthCheck, settings

        settings.register_profile(
            "mutants",
            max_examples=15,
            derandomize=True,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        settings.load_profile("mutants")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Once without a mutant, then once for each."""
        self.items = session.items
        modules = [importlib.import_module(name) for name in self.modules]
        # read at once: whoever edits while this runs does not disturb it
        sources = [Path(module.__file__ or "").read_text(encoding="utf-8") for module in modules]
        for item in self.items:
            self._measure(item)
        self.items.sort(key=lambda item: self.times[item.nodeid])
        whole = sum(self.times.values())
        print(f"{len(self.items)} tests, {whole:.0f} s without a mutant", flush=True)
        for module, source in zip(modules, sources, strict=True):
            self.outcomes.append(self._module(module, source))
        return True

    def _measure(self, item: pytest.Item) -> None:
        called: set[CodeType] = set()

        def note(frame: FrameType, event: str, _arg: object) -> None:
            if event == "call":
                called.add(frame.f_code)

        start = time.perf_counter()
        sys.setprofile(note)
        try:
            failed = _failed(item)
        finally:
            sys.setprofile(None)
        if failed:
            raise pytest.UsageError(f"fails without any mutant: {item.nodeid}")
        self.times[item.nodeid] = time.perf_counter() - start
        self.calls[item.nodeid] = {
            f"{code.co_filename}:{code.co_qualname}"
            for code in called
            if code.co_filename.startswith(str(ROOT / "sync_engine"))
        }

    def _module(self, module: ModuleType, source: str) -> Outcome:
        outcome = Outcome(module.__name__)
        explained = {row.mutant for row in EXPLAINED if row.module == module.__name__}
        chosen = [
            m
            for m in mutants(source)
            if self.only in m.name
            and (self.again is None or (module.__name__, m.name) in self.again)
        ]
        start = time.perf_counter()
        for mutant, result in self._results(module, chosen):
            if result == KILLED:
                outcome.killed += 1
            elif result == STUCK:
                outcome.stuck += 1
            elif mutant.name in explained:
                outcome.explained += 1
            else:
                outcome.survivors.append(mutant)
                print(f"{SURVIVOR}{module.__name__}  {mutant.name}", flush=True)
        print(
            f"{module.__name__}: {len(chosen)} mutants, {outcome.killed} killed, "
            f"{outcome.stuck} stuck, {outcome.explained} explained, "
            f"{len(outcome.survivors)} survived, {time.perf_counter() - start:.0f} s",
            flush=True,
        )
        return outcome

    def _results(self, module: ModuleType, chosen: list[Mutant]) -> Iterator[tuple[Mutant, str]]:
        running: dict[int, Mutant] = {}
        waiting = list(reversed(chosen))
        while waiting or running:
            while waiting and len(running) < self.jobs:
                mutant = waiting.pop()
                running[self._fork(module, mutant)] = mutant
            pid, status = os.wait()
            if os.WIFSIGNALED(status):
                result = STUCK
            else:
                result = SURVIVED if os.WEXITSTATUS(status) == 0 else KILLED
            yield running.pop(pid), result

    def _fork(self, module: ModuleType, mutant: Mutant) -> int:
        pid = os.fork()
        if pid:
            return pid
        code = 1
        try:
            nothing = os.open(os.devnull, os.O_RDWR)
            for number in range(3):
                os.dup2(nothing, number)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.alarm(PATIENCE)
            put_in(module, mutant)
            code = int(any(map(self._fails, self._choice(module, mutant))))
        finally:
            os._exit(code)

    def _fails(self, item: pytest.Item) -> bool:
        signal.alarm(PATIENCE)
        return _failed(item)

    def _choice(self, module: ModuleType, mutant: Mutant) -> list[pytest.Item]:
        if not mutant.where:
            return self.items
        wanted = f"{module.__file__}:{mutant.where}"
        return [
            item
            for item in self.items
            if any(
                call == wanted or call.startswith(wanted + ".") for call in self.calls[item.nodeid]
            )
        ]


def _failed(item: pytest.Item) -> bool:
    random.seed(0)
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def _survivors(printed: Path) -> set[tuple[str, str]]:
    """What an earlier run printed: modules and names of mutants."""
    lines = printed.read_text(encoding="utf-8").splitlines()
    rows = (line.removeprefix(SURVIVOR) for line in lines if line.startswith(SURVIVOR))
    return {(module, name) for module, _, name in (row.partition("  ") for row in rows)}


def main() -> int:
    known = {
        name.removeprefix("sync_engine.core."): name for part in MODULES.values() for name in part
    }
    parser = argparse.ArgumentParser(
        prog="./dev mutants", description="Small changes to decisions."
    )
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"{', '.join(MODULES)}, merge.sets …"
    )
    parser.add_argument("--only", default="", help="mutants whose description has this in it")
    parser.add_argument("--again", default="", help="the survivors in this output of another run")
    parser.add_argument(
        "--tests", nargs="+", help="fewer tests: what fails with them fails with all"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    parts: list[str] = options.parts or list(MODULES)
    unknown = [part for part in parts if part not in MODULES and part not in known]
    if unknown:
        parser.error(f"no such part: {unknown[0]} (there are {', '.join([*MODULES, *known])})")
    names = [name for part in parts for name in MODULES.get(part, (known.get(part, ""),))]
    groups = [part.partition(".")[0] for part in parts]
    usual = [test for group in groups for test in TESTS.get(group, QUICK)]
    tests: list[str] = options.tests or list(dict.fromkeys(usual))
    runner = Runner(names, options.jobs, options.only, options.again)
    os.chdir(ROOT)
    quiet = ["-q", "-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:xdist"]
    # linear time is measured there, not decisions: forks side by side make times jump
    left_out = ["-k", "not linear"]
    ended = pytest.main([*quiet, "-s", "--timeout=0", *left_out, *tests], plugins=[runner])
    if ended not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        return 2
    left = sum(len(outcome.survivors) for outcome in runner.outcomes)
    print(f"{left} mutants survived" if left else "every mutant was noticed, or is explained")
    return 1 if left else 0
