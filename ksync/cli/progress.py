"""What is seen while a sync runs: a live display, lines, or a stream of JSON.

A sink takes the engine's events, from any thread. Which one is made follows from
the settings and from where stderr goes; a pipe gets nothing but the result.
"""

from __future__ import annotations

import dataclasses
import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from sync_engine.events import (
    CollectionFinished,
    CollectionStarted,
    Event,
    HoldOpened,
    Planned,
    Progress,
    ResourceFailed,
    RunFinished,
    RunStarted,
    discard,
)

if TYPE_CHECKING:
    from ksync.cli.app import App
    from ksync.reporting.output import Output

Sink = Callable[[Event], None]

PHASES = {
    "fetch": "downloading",
    "local": "writing files",
    "remote": "uploading",
    "confirm": "checking uploads",
}


@contextmanager
def shown(app: App, *, json_lines: bool, dry_run: bool) -> Iterator[Sink]:
    """The sink for this invocation.

    :param json_lines: every event goes to stdout as a line of JSON.
    :param dry_run: runs and holds are not kept, so they have no IDs.
    """
    settings = app.settings
    if json_lines:
        yield JsonLines(app.output, dry_run=dry_run)
    elif settings.verbose:
        yield lambda event: _tell(app.output, event)
    elif settings.json or settings.quiet or not sys.stderr.isatty():
        yield discard
    else:
        bars = Bars(no_color=settings.no_color)
        with bars:
            app.hidden = bars.hidden
            try:
                yield bars
            finally:
                app.hidden = nullcontext


class JsonLines:
    """Writes each event at once, as an object with its name under ``event``.

    IDs are those that commands take: ACCOUNT:NUMBER and ACCOUNT/SLUG.
    """

    def __init__(self, output: Output, *, dry_run: bool = False) -> None:
        self._output = output
        self._dry_run = dry_run
        self._lock = threading.Lock()

    def __call__(self, event: Event) -> None:
        """Write it."""
        with self._lock:
            self._output.json_line(as_line(event, dry_run=self._dry_run))


def as_line(event: Event, *, dry_run: bool = False) -> dict[str, Any]:
    """An event as plain data."""
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", type(event).__name__).lower()
    data = {"event": name, **dataclasses.asdict(event)}
    account = data["account"]
    if "collection" in data:
        data["collection"] = f"{account}/{data['collection']}"
    for number in ("run", "hold"):
        if number in data:
            data[number] = None if dry_run else f"{account}:{data[number]}"
    return data


def _tell(output: Output, event: Event) -> None:
    match event:
        case RunStarted(account):
            output.detail(f"{account}: asking the server")
        case CollectionStarted(account, collection):
            output.detail(f"{account}/{collection}: looking")
        case Planned(account, collection, actions) if actions:
            plan = ", ".join(f"{count} x {verb}" for verb, count in sorted(actions.items()))
            output.detail(f"{account}/{collection}: planned {plan}")
        case Progress(account, collection, phase, done, total):
            output.detail(f"{account}/{collection}: {PHASES[phase]}, {done} of {total}")
        case ResourceFailed(account, collection, href, reference, message):
            output.detail(f"{account}/{collection}: {href} failed: {reference} {message}".rstrip())
        case HoldOpened(account, collection, hold, kind, size):
            output.detail(f"{account}/{collection}: {size} wait ({kind}, {account}:{hold})")
        case CollectionFinished(account, collection, outcome):
            output.detail(f"{account}/{collection}: {outcome}")
        case RunFinished(account, run, outcome):
            output.detail(f"{account}: run {account}:{run} ended: {outcome}")
        case _:
            pass


class Bars:
    """A line for each account and for each collection that has work to do, on stderr.

    Gone when it is over: what stays is the result.
    """

    def __init__(self, *, no_color: bool) -> None:
        from rich.console import Console  # noqa: PLC0415  only a terminal needs it
        from rich.progress import BarColumn, TextColumn  # noqa: PLC0415  as above
        from rich.progress import Progress as RichProgress  # noqa: PLC0415  as above

        self._progress = RichProgress(
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=24),
            TextColumn("{task.fields[count]}", markup=False),
            console=Console(file=sys.stderr, no_color=no_color or None, emoji=False),
            transient=True,
        )
        self._tasks: dict[str, Any] = {}
        self._looked: dict[str, int] = {}
        self._lock = threading.Lock()
        self._stack = ExitStack()

    def __enter__(self) -> None:
        self._stack.enter_context(self._progress)

    def __exit__(self, *exc: object) -> None:
        self._stack.close()

    def hidden(self) -> AbstractContextManager[None]:
        """Off the terminal while inside."""
        return self._hidden()

    @contextmanager
    def _hidden(self) -> Iterator[None]:
        self._progress.stop()
        try:
            yield
        finally:
            self._progress.start()

    def __call__(self, event: Event) -> None:
        """Show it."""
        with self._lock:
            self._take(event)

    def _take(self, event: Event) -> None:
        match event:
            case RunStarted(account):
                self._show(account, f"{account}: asking the server", 0, 0)
            case CollectionStarted(account):
                self._looked[account] = self._looked.get(account, 0) + 1
                count = self._looked[account]
                self._show(account, f"{account}: looking at collections ({count})", 0, 0)
            case Progress(account, collection, phase, done, total):
                name = f"{account}/{collection}"
                if done >= total:
                    self._drop(name)
                else:
                    self._show(name, f"{name}: {PHASES[phase]}", done, total)
            case CollectionFinished(account, collection):
                self._drop(f"{account}/{collection}")
            case RunFinished(account):
                self._drop(account)
            case _:
                pass

    def _show(self, key: str, text: str, done: int, total: int) -> None:
        count = f"{done}/{total}" if total else ""
        if key not in self._tasks:
            self._tasks[key] = self._progress.add_task(text, total=total or None, count=count)
        self._progress.update(
            self._tasks[key], description=text, completed=done, total=total or None, count=count
        )

    def _drop(self, key: str) -> None:
        if key in self._tasks:
            self._progress.remove_task(self._tasks.pop(key))
