"""What is stored, whom it is told, and what each way of leaving takes and leaves.

The application layer counts (``ksync.service.privacy``); the words are made here, because
they are needed in the person's language. A way of leaving is shown before it is gone: what
goes, what stays, and what cannot be taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ksync.config.model import General
from ksync.credentials.sources import Source
from ksync.service.accounts import AccountView
from ksync.service.exporting import Exported
from ksync.service.leaving import SignedOut
from ksync.service.privacy import Kept, Overview
from ui.viewmodels.settings import managed_by
from ui.viewmodels.when import ago
from ui.words import mark, plural, tr

WORDS: dict[str, tuple[str, str]] = {
    "password": (mark("Password"), mark("To log in to the server; it goes nowhere else.")),
    "items": (
        mark("Calendars, tasks and contacts"),
        mark("For you, and for your other programs: they can read these files."),
    ),
    "history": (
        mark("Earlier versions"),
        mark("What a sync overwrote or deleted, so that nothing is lost."),
    ),
    "reports": (mark("Reports of runs"), mark("What each sync did, for the page Activity.")),
    "state": (
        mark("State of the sync"),
        mark("What both sides last agreed on, so that a sync can tell what changed."),
    ),
    "settings": (
        mark("Settings"),
        mark("What you chose: accounts, user names, addresses, listed networks. No password."),
    ),
    "connection": (
        mark("Connected program"),
        mark("What was written into its settings, so that it can be undone."),
    ),
    "logs": (
        mark("Logs"), mark("What ran and what went wrong: no titles, names or addresses."),
    ),
    "program": (
        mark("Notes of the program"),
        mark("The size of the window, a pause, what was allowed for a while."),
    ),
}  # fmt: skip
"""What is stored and why, in the order in which it is shown."""

_KEYRING = Source.KEYRING.value

NOBODY_ELSE = mark(
    "Nothing is sent to anybody else: no statistics, no crash reports, no look for updates. "
    "Pictures and attachments that an entry only names are not fetched."
)


@dataclass(frozen=True, slots=True)
class Row:
    """Something that is stored.

    :param amount: how many, ``""`` where a number says nothing; ``octets``: their size.
    :param folder: what can be opened to look at it, ``""``: nothing.
    """

    what: str
    title: str
    why: str
    amount: str
    octets: int | None
    until: str
    place: str
    folder: str


@dataclass(frozen=True, slots=True)
class Part:
    """An account.

    :param password: where its password is and since when, in a sentence.
    :param old: it is time for a new one; :param stored: there is one to sign out from.
    :param sign_in: it has none, and needs one.
    :param items: files that are here, synced or not.
    :param locked: who manages it, so that it cannot be removed; ``""``: you do.
    """

    name: str
    username: str
    hosts: str
    password: str
    old: bool
    stored: bool
    sign_in: bool
    waiting: bool
    locked: str
    items: int
    versions: int
    folder: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """The page: each account, and what belongs to none."""

    parts: tuple[Part, ...]
    rows: tuple[Row, ...]

    @property
    def old(self) -> tuple[Part, ...]:
        """Accounts whose password is more than a year old."""
        return tuple(part for part in self.parts if part.old)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a way of leaving does, to be agreed to.

    :param goes: what is gone afterwards; :param stays: what is not touched.
    :param warning: what cannot be taken back.
    """

    title: str
    goes: tuple[str, ...]
    stays: tuple[str, ...]
    warning: str
    yes: str


def shown(
    found: Overview, accounts: Sequence[AccountView], general: General, manager: str, now: float
) -> Shown:
    """The whole page."""
    rows = [_row(kept, general) for kept in found.kept]
    owners = [kept.account for kept in found.kept]
    order = list(WORDS)

    def of(name: str) -> tuple[Row, ...]:
        mine = (row for row, owner in zip(rows, owners, strict=True) if owner == name)
        return tuple(sorted(mine, key=lambda row: order.index(row.what)))

    parts = tuple(
        _part(view, of(view.name), found, manager if view.managed else None, now)
        for view in accounts
    )
    return Shown(parts, of(""))


def _part(
    view: AccountView, rows: tuple[Row, ...], found: Overview, manager: str | None, now: float
) -> Part:
    counts = {kept.what: kept.count or 0 for kept in found.kept if kept.account == view.name}
    hosts = ", ".join(found.hosts.get(view.name, ()))
    return Part(
        name=view.name,
        username=view.username,
        hosts=tr("Talks to {hosts}, and to nobody else.", hosts=hosts) if hosts else "",
        password=_password(view, now),
        old=view.password_old,
        stored=view.password_stored_at is not None,
        sign_in=view.password_stored_at is None and view.password_source == _KEYRING,
        waiting=view.waiting,
        locked=managed_by(manager) if manager is not None else "",
        items=counts.get("items", 0),
        versions=counts.get("history", 0),
        folder=view.data_folder,
        rows=rows,
    )


def _password(view: AccountView, now: float) -> str:
    if view.waiting:
        return tr("This account waits for its password.")
    if view.password_stored_at is not None:
        when = ago(max(0.0, now - view.password_stored_at))
        if view.password_old:
            return tr(
                "Its password was stored {when}, more than a year. Providers advise a new one "
                "once a year.", when=when,
            )  # fmt: skip
        return tr("Its password was stored in the keyring {when}.", when=when)
    if view.password_source != _KEYRING:
        return tr("Its password comes from a command; kSync keeps none.")
    return tr("You are signed out: kSync keeps no password of it.")


def reminder(parts: Iterable[Part]) -> str:
    """A sentence at the top where a password is old; ``""``: none is."""
    names = [part.name for part in parts if part.old]
    if not names:
        return ""
    return plural(
        "{count} password(s) older than a year: {names}.", len(names), names=", ".join(names)
    )


def _row(kept: Kept, general: General) -> Row:
    title, why = WORDS[kept.what]
    keyring = kept.what == "password"
    return Row(
        what=kept.what,
        title=tr(title),
        why=tr(why),
        amount=_amount(kept.what, kept.count),
        octets=kept.octets,
        until=_until(kept.what, general),
        place=tr("the keyring of your desktop") if keyring else kept.place,
        folder="" if keyring or not kept.octets else kept.place,
    )


_AMOUNTS: dict[str, Callable[[int], str]] = {
    "settings": lambda count: plural("{count} file(s)", count),
    "logs": lambda count: plural("{count} file(s)", count),
    "items": lambda count: plural("{count} item(s)", count),
    "history": lambda count: plural("{count} version(s)", count),
    "reports": lambda count: plural("{count} run(s)", count),
    "connection": lambda count: plural("{count} collection(s)", count),
}


def _amount(what: str, count: int | None) -> str:
    return _AMOUNTS[what](count) if count is not None and what in _AMOUNTS else ""


def _until(what: str, general: General) -> str:
    match what:
        case "password":
            return tr("until you sign out")
        case "items":
            return tr("until you delete them")
        case "connection":
            return tr("until you disconnect it")
        case "state":
            return tr("as long as the account is here")
        case "history" | "reports":
            return tr(
                "{days} days, at most {size} MB",
                days=general.history_days, size=general.history_max_mb,
            )  # fmt: skip
        case "logs":
            return tr("5 files of 1 MB, the oldest goes first")
        case _:
            return tr("until you erase it")


# -- ways of leaving --------------------------------------------------------------------------


def _unsynced() -> str:
    return tr("What was changed here and is not on the server yet is lost. Sync before, if you "
              "are not sure.")  # fmt: skip


def _server() -> str:
    return tr("Everything on the server, and on your other devices")


def _secret(part: Part) -> list[str]:
    return [tr("The password in the keyring")] if part.stored else []


def sign_out(part: Part, *, erase: bool) -> Plan:
    """Take the password away, with ``erase`` also what is here."""
    goes = _secret(part)
    files = plural("{count} item(s) in {folder}", part.items, folder=part.folder)
    state = plural("{count} earlier version(s), the reports and the state", part.versions)
    kept = tr("The settings of the account: signing in again is enough")
    stays = [kept, _server()]
    if erase:
        goes += [files, state, tr("The lines of the log about it")]
    else:
        stays = [files, state, *stays]
    return Plan(
        tr("Sign out of {name}?", name=part.name),
        tuple(goes),
        tuple(stays),
        _unsynced() if erase else "",
        tr("Sign out and erase") if erase else tr("Sign out"),
    )


def remove(part: Part) -> Plan:
    """Take everything of an account from this computer."""
    return Plan(
        tr("Erase {name} from this computer?", name=part.name),
        (
            *_secret(part),
            plural("{count} item(s) in {folder}", part.items, folder=part.folder),
            plural("{count} earlier version(s), the reports and the state", part.versions),
            tr("The settings of the account, and the lines of the log about it"),
        ),
        (_server(), tr("Files in its folders that kSync did not put there; they are named")),
        _unsynced(),
        tr("Erase"),
    )


def erase_history(part: Part) -> Plan:
    """Forget the earlier versions of an account."""
    return Plan(
        tr("Erase the history of {name}?", name=part.name),
        (plural("{count} earlier version(s)", part.versions),),
        (plural("{count} item(s) as they are now", part.items), _server()),
        tr("They cannot be brought back, and earlier runs cannot be undone."),
        tr("Erase"),
    )


def erase_everything(parts: Sequence[Part]) -> Plan:
    """Take everything of kSync from this computer."""
    items = sum(part.items for part in parts)
    names = ", ".join(part.name for part in parts)
    accounts = plural("{count} account(s): {names}", len(parts), names=names)
    return Plan(
        tr("Erase everything of kSync on this computer?"),
        (
            *((accounts,) if parts else ()),
            *((tr("Their passwords in the keyring"),) if any(p.stored for p in parts) else ()),
            plural("{count} item(s) in their folders", items),
            tr("The history, the reports, all settings and logs"),
        ),
        (_server(), tr("Files in its folders that kSync did not put there; they are named")),
        tr("kSync ends afterwards.") + (f" {_unsynced()}" if items else ""),
        tr("Erase everything"),
    )


# -- what came of it --------------------------------------------------------------------------


def copied(found: Exported) -> tuple[str, str]:
    """A copy was made: what is in it, and what is not."""
    items = sum(each.items for each in found.collections)
    message = tr(
        "Saved: {items} and {versions} in {folder}.",
        items=plural("{count} item(s)", items),
        versions=plural("{count} earlier version(s)", found.versions),
        folder=found.path,
    )
    unreadable = [name for each in found.collections for name in each.unreadable]
    elsewhere = sum(each.elsewhere for each in found.collections)
    more = []
    if unreadable:
        names = ", ".join(unreadable)
        more.append(tr("These could not be read or joined: {names}.", names=names))
    if found.missing:
        names = ", ".join(found.missing)
        more.append(tr("These have no folder here: {names}.", names=names))
    if elsewhere:
        more.append(plural("{count} older item(s) are on the server alone.", elsewhere))
    return message, " ".join(more)


def signed_out(done: SignedOut) -> tuple[str, str]:
    """Somebody signed out: what of it is here still."""
    more = []
    if done.elsewhere:
        more.append(tr("Its password comes from a command; that is still in the settings."))
    if done.erased and done.left:
        more.append(left(done.left))
    return tr("Signed out of {name}.", name=done.account), " ".join(more)


def left(places: Sequence[str]) -> str:
    """What an erasure did not touch, as kSync did not put it there."""
    return tr("Still here, as kSync did not put it there: {names}", names=", ".join(places))
