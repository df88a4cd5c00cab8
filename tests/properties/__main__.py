"""The soak: the state machine with many examples, in its three worlds (``./dev soak``).

It runs in chunks, each with a seed of its own that is told, so that a chunk can be run
again by itself::

    python -m tests.properties --examples 10000 --sockets 200 --seed 1
    python -m tests.properties --examples 250 --sockets 0 --memory 0 --seed 17

The last line says how many examples, which seeds, how long, and whether all held. A
failure prints the shortest sequence of steps that was found (``--no-shrink``: the first
one), and ends the run with exit code 1.
"""

from __future__ import annotations

import argparse
import math
import secrets
import sys
import time
import traceback
from collections.abc import Iterator

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.properties.test_over_http import OverHttp, OverSockets
from tests.properties.test_stateful import Sync

CHUNK = 250
STEPS = 20
MACHINES = {OverHttp: "in process", OverSockets: "over sockets", Sync: "in memory"}


def chunks(examples: int, first: int) -> Iterator[tuple[int, int]]:
    """(seed, number of examples) of each chunk."""
    for start in range(0, examples, CHUNK):
        yield first, min(CHUNK, examples - start)
        first += 1


def run_chunk(machine: type, number: int, examples: int, *, steps: int, shrink: bool) -> None:
    """Run one chunk; raises what the machine found."""
    phases = [Phase.generate, *([Phase.shrink] if shrink else [])]
    how = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=phases,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(number)(machine), settings=how)


def main(words: list[str] | None = None) -> int:
    """See the module."""
    parser = argparse.ArgumentParser(prog="python -m tests.properties", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--examples", type=int, default=10_000, help="without sockets")
    parser.add_argument("--sockets", type=int, default=200, help="over real sockets")
    parser.add_argument("--memory", type=int, default=2000, help="over the twin in memory")
    parser.add_argument("--seed", type=int, default=None, help="of the first chunk")
    parser.add_argument("--steps", type=int, default=STEPS, help="most steps of an example")
    parser.add_argument("--no-shrink", action="store_true")
    parser.add_argument("--go-on", action="store_true", help="after a failure, too")
    chosen = parser.parse_args(words)
    first = chosen.seed if chosen.seed is not None else secrets.randbelow(1_000_000)
    counts = (chosen.examples, chosen.sockets, chosen.memory)
    started, failed = time.monotonic(), []
    done = dict.fromkeys(MACHINES.values(), 0)
    for machine, examples in zip(MACHINES, counts, strict=True):
        for number, count in chunks(examples, first):
            before = time.monotonic()
            held = _holds(machine, number, count, chosen)
            each = (time.monotonic() - before) / count
            print(
                f"{MACHINES[machine]}: seed {number}, {count} examples, {each:.2f} s each: "
                f"{'held' if held else 'FAILED'}",
                flush=True,
            )
            done[MACHINES[machine]] += count
            if not held:
                failed.append(f"{MACHINES[machine]} seed {number}")
            if failed and not chosen.go_on:
                break
        if failed and not chosen.go_on:
            break
    minutes = (time.monotonic() - started) / 60
    last = first + max(1, math.ceil(max(counts) / CHUNK)) - 1
    total = ", ".join(f"{number} {name}" for name, number in done.items())
    result = "nothing was lost, all converged" if not failed else f"FAILED: {', '.join(failed)}"
    print(
        f"soak: {total}; seeds {first} to {last}, {chosen.steps} steps, {minutes:.1f} min: {result}"
    )
    return 1 if failed else 0


def _holds(machine: type, number: int, count: int, chosen: argparse.Namespace) -> bool:
    try:
        run_chunk(machine, number, count, steps=chosen.steps, shrink=not chosen.no_shrink)
    except Exception:  # noqa: BLE001 - whatever the machine found
        traceback.print_exc()
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
