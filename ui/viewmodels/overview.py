"""The overview: a card for each account, and what the last thirty days changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ksync.network.guard import Explanation
from ksync.service.glance import Glance, Waiting
from ksync.service.progress import Tally
from ksync.service.reports import AccountStatus
from ksync.service.statistics import Day
from ui.viewmodels.networks import denied
from ui.viewmodels.problems import Told, told
from ui.viewmodels.when import ago, ahead
from ui.words import plural, tr


@dataclass(frozen=True, slots=True)
class AccountCard:
    """An account.

    :param mood: ``good``, ``warn``, ``bad`` or ``quiet``; the line says the same in words.
    :param line: how it is, in a sentence.
    :param facts: (name, value) pairs.
    :param waiting: the administrator prepared it, and its password is missing.
    :param denied: why it cannot be synced now, ``""``: it can.
    :param advice: what would be good to do, without hurry; ``""``: nothing.
    """

    name: str
    mood: str
    line: str
    facts: tuple[tuple[str, str], ...]
    problems: tuple[Told, ...]
    waiting: bool = False
    denied: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class RunCard:
    """What runs now.

    :param share: of 1; ``None``: not known yet.
    """

    line: str
    detail: str
    share: float | None


@dataclass(frozen=True, slots=True)
class Bar:
    """A day of the chart: how many changes came here, and went to the server."""

    day: date
    here: int
    there: int
    failed: int


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart, and what it says as a sentence."""

    bars: tuple[Bar, ...]
    highest: int
    line: str


def cards(
    glance: Glance, now: float, network: Sequence[Explanation] = ()
) -> tuple[AccountCard, ...]:
    """A card for each account."""
    waiting = {each.account: each for each in glance.waiting}
    return tuple(
        _card(
            account, waiting.get(account.account), glance, now,
            allowed=not denied(network, account.account),
        )
        for account in glance.accounts
    )  # fmt: skip


def _card(
    account: AccountStatus, waiting: Waiting | None, glance: Glance, now: float, *, allowed: bool
) -> AccountCard:
    if account.account in glance.idle:
        line = tr("This account waits for its password.")
        return AccountCard(account.account, "warn", line, (), (), waiting=True)
    problems = tuple(told(problem) for problem in account.problems)
    mood, line = _mood(account, waiting, problems)
    return AccountCard(
        account.account,
        mood,
        line,
        _facts(account, glance.paused_until, now),
        problems,
        denied="" if allowed else tr("not on this network"),
        advice=tr("Its password is more than a year old.") if account.password_old else "",
    )


def _mood(
    account: AccountStatus, waiting: Waiting | None, problems: tuple[Told, ...]
) -> tuple[str, str]:
    if problems:
        same = problems[0].message
        more = len(problems) - 1
        if more:
            return "bad", plural("{first} And {count} more.", more, first=same)
        return "bad", same
    count = waiting.conflicts + waiting.holds if waiting else 0
    if count:
        return "warn", plural("{count} decision(s) wait for you.", count)
    if account.last_run is None:
        return "quiet", tr("Not synced yet.")
    if account.last_run.outcome in ("interrupted", "unfinished"):
        return "quiet", tr("The last sync was stopped; the next one goes on.")
    return "good", tr("Everything is up to date.")


def _facts(
    account: AccountStatus, paused_until: float | None, now: float
) -> tuple[tuple[str, str], ...]:
    last = account.last_run
    items = plural("{count} item(s)", account.items)
    places = plural("in {count} collection(s)", account.collections)
    return (
        (tr("Last sync"), ago(now - last.started_at) if last else tr("never")),
        (tr("Next sync"), _next(account, paused_until, now)),
        (tr("Holds"), f"{items} {places}"),
    )


def _next(account: AccountStatus, paused_until: float | None, now: float) -> str:
    if paused_until is not None:
        return tr("paused")
    return ahead(max(0.0, (account.next_run_at or now) - now))


def run_card(tally: Tally) -> RunCard:
    """What runs now."""
    current = tally.current
    if current is None:
        line = plural("Looking at {count} collection(s)", len(tally.looking) or 1)
    else:
        line = phase_line(current[2], f"{current[0]}/{current[1]}")
    detail = ""
    if tally.total:
        detail = tr("{done} of {total}", done=tally.done, total=tally.total)
    return RunCard(line, detail, tally.share)


def phase_line(phase: str, collection: str) -> str:
    """What is done to a collection."""
    if phase == "fetch":
        return tr("Downloading {collection}", collection=collection)
    if phase == "local":
        return tr("Writing files of {collection}", collection=collection)
    if phase == "remote":
        return tr("Uploading {collection}", collection=collection)
    return tr("Checking uploads of {collection}", collection=collection)


def chart(days: Sequence[Day]) -> Chart:
    """The last days."""
    bars = tuple(Bar(day.day, day.here, day.there, day.failed) for day in days)
    here, there = sum(day.here for day in days), sum(day.there for day in days)
    line = tr(
        "In {days} days: {here} changes came here, {there} went to the server.",
        days=len(days),
        here=here,
        there=there,
    )
    return Chart(bars, max((bar.here + bar.there for bar in bars), default=0), line)
