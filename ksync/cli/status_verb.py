"""``ksync status``: what ran, what waits and why."""

from __future__ import annotations

import sys
import time
from math import inf
from typing import TYPE_CHECKING

import click

from ksync.cli.app import App, pass_app
from ksync.cli.conflict_verbs import told
from ksync.cli.guidance import NO_ACCOUNT
from ksync.cli.lazy import Command
from ksync.cli.rendering import (
    LONG_AGO,
    ago,
    ahead,
    as_data,
    counts_text,
    hold_words,
    local_time,
    number,
    utc,
)
from ksync.reporting.errors import ExitCode, UsageError
from ksync.reporting.output import Result, Table

if TYPE_CHECKING:
    from ksync.scheduler.pausing import Pause
    from ksync.service import Service
    from ksync.service.conflicts import ConflictView
    from ksync.service.decisions import HoldView
    from ksync.service.gateway import GatewayState
    from ksync.service.reports import AccountStatus

WATCH_SECONDS = 2.0


@click.command("status", cls=Command)
@click.option("--watch", is_flag=True, help="Go on showing it, until Ctrl-C.")
@pass_app
def status(app: App, watch: bool) -> Result:
    """Show what ran, what waits and why."""
    if not watch:
        return _result(app, app.service)
    if app.settings.json:
        raise UsageError("--watch is for people.", hint="Run `ksync status --json` repeatedly.")
    return _watch(app)


def _watch(app: App) -> Result:
    shown: Result | None = None
    try:
        while True:
            found = _result(app, app.fresh_service())
            if shown is None or found != shown:
                _draw(app, found, first=shown is None)
                shown = found
            time.sleep(WATCH_SECONDS)
    except KeyboardInterrupt:
        # that is how one leaves; what was seen last tells how things are
        code = (shown.code, shown.exit_code) if shown else ("ok", ExitCode.DONE)
        return Result(code=code[0], exit_code=code[1])


def _draw(app: App, found: Result, *, first: bool) -> None:
    if sys.stdout.isatty():
        click.clear()
    elif not first:
        app.output.finish(Result(text=[""]))
    app.output.finish(found)


def _result(app: App, service: Service) -> Result:
    from ksync.scheduler import pausing  # noqa: PLC0415  ksync --help must not pay for it

    accounts = service.reports.status()
    decisions = service.decisions.holds(everything=True)
    holds = [hold for hold in decisions if hold.state == "open"]
    conflicts = service.conflicts.all()
    answered = [hold for hold in decisions if hold.state in ("approved", "rejected")]
    # what is to stay on this computer needs nothing more to be done
    answered = [h for h in answered if (h.kind, h.state) != ("past-limit", "rejected")]
    pause = pausing.current(app.paths, time.time())
    gateway = service.gateway.state()
    data = {
        "gateway": as_data(gateway),
        "paused": None if pause is None else {"until": _until(pause)},
        "accounts": [
            {**as_data(account), "problems": [p.as_data() for p in account.problems]}
            for account in accounts
        ],
        "holds": [as_data(hold) for hold in (*holds, *answered)],
        "conflicts": [as_data(conflict) for conflict in conflicts],
    }
    if not accounts:
        return Result(NO_ACCOUNT, data)
    text = [
        _table(accounts, pause),
        *_paused(pause),
        *_problems(accounts),
        *_old_passwords(accounts),
        *_gateway(gateway),
        *_waiting(holds),
        *_clashing(conflicts),
    ]
    text += _answered(answered)
    if not (holds or conflicts):
        return Result("", data, text)
    count = len(holds) + len(conflicts)
    waits = "decision waits" if count == 1 else "decisions wait"
    lists = ["`ksync hold list`"] * bool(holds) + ["`ksync conflict list`"] * bool(conflicts)
    return Result(
        f"{count} {waits} for you: {' and '.join(lists)}.",
        data,
        text,
        "sync.decisions_wait",
        ExitCode.DECISIONS_WAIT,
    )


def _until(pause: Pause) -> str | None:
    return None if pause.until == inf else utc(pause.until)


def _paused(pause: Pause | None) -> list[str | Table]:
    if pause is None:
        return []
    until = "until `ksync resume`" if pause.until == inf else f"until {local_time(pause.until)}"
    return [f"Paused {until}: nothing runs by itself."]


def _table(accounts: list[AccountStatus], pause: Pause | None) -> Table:
    rows = tuple(
        (
            account.account,
            "now" if account.busy else _last(account),
            account.last_run.outcome if account.last_run else "",
            counts_text(account.last_run.counts) if account.last_run else "",
            "paused" if pause is not None else ahead((account.next_run_at or 0.0) - time.time()),
            _items(account),
        )
        for account in accounts
    )
    return Table(("ACCOUNT", "LAST SYNC", "OUTCOME", "CHANGES", "NEXT", "ITEMS"), rows)


def _items(account: AccountStatus) -> str:
    text = f"{account.items} in {number(account.collections, 'collection')}"
    return f"{text}, {account.out_of_scope} past the limit" if account.out_of_scope else text


def _last(account: AccountStatus) -> str:
    run = account.last_run
    if run is None:
        return "never"
    return f"{local_time(run.started_at)} ({ago(time.time() - run.started_at)})"


def _problems(accounts: list[AccountStatus]) -> list[str | Table]:
    lines: list[str | Table] = []
    for account in accounts:
        for problem in account.problems:
            place = problem.collection or problem.account
            what = f" ({problem.resource})" if problem.resource else ""
            lines.append(f"{place}: {problem.message}{what}")
            if problem.hint:
                lines.append(f"  {problem.hint}")
    return lines


def _gateway(gateway: GatewayState) -> list[str | Table]:
    if gateway.running:
        return [f"The gateway runs at {gateway.address} (`ksync serve --show`)."]
    if gateway.enabled:
        return ["The gateway does not run now; it starts with `ksync run` or the desktop program."]
    return []


def _old_passwords(accounts: list[AccountStatus]) -> list[str | Table]:
    return [
        f"{account.account}: the password was stored on {local_time(account.password_stored_at)}; "
        f"{LONG_AGO} (`ksync account set-password {account.account}`)."
        for account in accounts
        if account.password_old and account.password_stored_at is not None
    ]


def _waiting(holds: list[HoldView]) -> list[str | Table]:
    return [
        f"{hold.collection}: {hold_words(hold)[0]} See `ksync hold show {hold.id}`."
        for hold in holds
    ]


def _clashing(conflicts: list[ConflictView]) -> list[str | Table]:
    return [
        f"{c.collection}: {c.title or c.file} was {told(c)}. See `ksync conflict show {c.id}`."
        for c in conflicts
    ]


def _answered(holds: list[HoldView]) -> list[str | Table]:
    return [
        f"{hold.collection}: {hold.id} is {hold.state}; the next sync carries it out."
        for hold in holds
    ]
