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
    denied,
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
    :param why: the reason why it is not enabled; it stands in the text as well.
    """

    id: str
    text: str = ""
    enabled: bool = True
    icon: str = ""
    children: tuple[Entry, ...] = ()
    why: str = ""


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
        sync_entry(known),
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


def sync_entry(known: Known) -> Entry:
    """To sync or to stop; where neither is possible, disabled with its reason."""
    if known.tally.active:
        return Entry("stop", tr("Stop syncing"), icon="stop")
    glance = known.glance
    if glance is None or not glance.accounts:
        why = tr("no account yet")
        return Entry("sync", _with(tr("Sync now"), why), enabled=False, icon="sync", why=why)
    if not glance.ready:
        why = tr("a password is missing")
        return Entry("sync", _with(tr("Sync now"), why), enabled=False, icon="sync", why=why)
    if all_denied(known.network):
        why = tr("not on this network")
        return Entry("sync", _with(tr("Sync now"), why), enabled=False, icon="sync", why=why)
    if len(glance.ready) == 1:
        return Entry("sync", tr("Sync now"), icon="sync")
    children = (
        Entry("sync", tr("All accounts")),
        *(_sync_one(known, each) for each in glance.ready),
    )
    return Entry("", tr("Sync now"), icon="sync", children=children)


def _sync_one(known: Known, account: str) -> Entry:
    if denied(known.network, account):
        why = tr("not on this network")
        return Entry(f"sync:{account}", _with(account, why), enabled=False, why=why)
    return Entry(f"sync:{account}", account)


def _with(text: str, why: str) -> str:
    return tr("{text} ({why})", text=text, why=why)


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
