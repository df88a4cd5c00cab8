"""The menu of the tray icon and of the window: one table for both.

An entry has an identifier; ``ui.commands`` carries it out. What cannot be done now is
there all the same, disabled, with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass

from ui.viewmodels.networks import (
    ALLOW_HERE,
    all_denied,
    all_off,
    listing_locked,
    network_line,
)
from ui.viewmodels.status import Known, Status
from ui.words import mark, plural, tr

SEPARATOR = "-"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a menu.

    :param id: what is done, or ``SEPARATOR``, or ``""`` for a line that only tells.
    """

    id: str
    text: str = ""
    enabled: bool = True
    icon: str = ""
    children: tuple[Entry, ...] = ()


PAUSES: tuple[tuple[str, str], ...] = (
    ("pause:hour", mark("For an hour")),
    ("pause:tomorrow", mark("Until tomorrow morning")),
    ("pause:forever", mark("Until I resume")),
)


def menu(known: Known, status: Status) -> tuple[Entry, ...]:
    """The whole menu, as things are."""
    line = Entry(SEPARATOR)
    return (
        Entry("", status.line, enabled=False),
        *_network(known),
        line,
        Entry("open", tr("Open kSync"), icon="overview"),
        _sync(known),
        _pause(known),
        *_allow(known),
        line,
        *_waiting(known),
        Entry("page:activity", tr("Recent activity"), icon="activity"),
        line,
        Entry("page:settings", tr("Settings"), icon="settings"),
        Entry("help", tr("Help"), icon="help"),
        Entry("quit", tr("Quit")),
    )


def _network(known: Known) -> tuple[Entry, ...]:
    shown = network_line(known.network)
    return (Entry("page:networks", shown, icon="networks"),) if shown else ()


def _allow(known: Known) -> tuple[Entry, ...]:
    if not known.network:
        return ()
    who = listing_locked(known.network[0].rules)
    if who:
        return (Entry("", who, enabled=False, icon="lock"),)
    wanted = all_off(known.network) or any(not each.verdict.allowed for each in known.network)
    text = tr("Allow this network…")
    return (Entry(f"page:networks:{ALLOW_HERE}", text, enabled=wanted, icon="networks"),)


def _sync(known: Known) -> Entry:
    if known.tally.active:
        return Entry("stop", tr("Stop syncing"), icon="stop")
    accounts = known.glance.accounts if known.glance else ()
    if not accounts:
        return Entry("sync", tr("Sync now (no account yet)"), enabled=False, icon="sync")
    if all_denied(known.network):
        return Entry("sync", tr("Sync now (not on this network)"), enabled=False, icon="sync")
    if len(accounts) == 1:
        return Entry("sync", tr("Sync now"), icon="sync")
    children = (
        Entry("sync", tr("All accounts")),
        *(Entry(f"sync:{each.account}", each.account) for each in accounts),
    )
    return Entry("", tr("Sync now"), icon="sync", children=children)


def _pause(known: Known) -> Entry:
    if known.glance is not None and known.glance.paused_until is not None:
        return Entry("resume", tr("Resume"), icon="resume")
    children = tuple(Entry(identifier, tr(text)) for identifier, text in PAUSES)
    return Entry("", tr("Pause"), icon="pause", children=children)


def _waiting(known: Known) -> tuple[Entry, ...]:
    conflicts = known.glance.conflicts if known.glance else 0
    holds = known.glance.holds if known.glance else 0
    return (
        Entry(
            "page:conflicts",
            plural("Conflicts ({count})", conflicts),
            enabled=bool(conflicts),
            icon="conflicts",
        ),
        Entry(
            "page:conflicts:holds",
            plural("Deletions on hold ({count})", holds),
            enabled=bool(holds),
            icon="delete",
        ),
    )
