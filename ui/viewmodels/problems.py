"""Errors in the person's language, each with the one thing that helps.

The catalogue (``ksync.reporting.catalog``) speaks to people on a terminal; its
sentences are translated here, and where its hint is a command, the window has a button.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ksync.reporting.catalog import Problem, entry
from ksync.reporting.errors import ExitCode
from ui.words import mark, tr


class Mend(StrEnum):
    """What a button beside an error does."""

    NONE = ""
    RETRY = "retry"
    SIGN_IN = "sign-in"
    UNLOCK = "unlock"
    SETTINGS = "settings"
    NETWORKS = "networks"
    COLLECTIONS = "collections"
    OPEN_FILE = "open-file"


BUTTONS: dict[Mend, str] = {
    Mend.RETRY: mark("Try again"),
    Mend.SIGN_IN: mark("Sign in…"),
    Mend.UNLOCK: mark("Unlock…"),
    Mend.SETTINGS: mark("Open settings"),
    Mend.NETWORKS: mark("Open networks"),
    Mend.COLLECTIONS: mark("Open collections"),
    Mend.OPEN_FILE: mark("Show the file"),
}

_BY_REFERENCE: dict[str, tuple[Mend, str]] = {
    "credential.keyring_locked": (
        Mend.UNLOCK, mark("Unlock it here, or log in to the desktop with your password."),
    ),
    "credential.keyring_missing": (
        Mend.RETRY, mark("Start the desktop's keyring (gnome-keyring, KWallet, KeePassXC …)."),
    ),
    "credential.secret_missing": (Mend.SIGN_IN, mark("Sign in, and the password is stored.")),
    "credential.keyring_timeout": (
        Mend.RETRY, mark("A question for its password may be waiting on the desktop."),
    ),
    "credential.keyring_failed": (
        Mend.RETRY, mark("Look whether the desktop's keyring runs and is open."),
    ),
    "sync.collection_gone": (
        Mend.COLLECTIONS,
        mark("Its files stay as they are. If it is gone for good, switch it off."),
    ),
    "resource.read_only": (
        Mend.COLLECTIONS,
        mark("Undo the change, or let this collection sync both ways."),
    ),
    "config.invalid": (Mend.OPEN_FILE, mark("Mend the line, or take it out, and save the file.")),
    "http.unauthorized": (
        Mend.SIGN_IN,
        mark(
            "Check the user name and the password. With two-step verification most providers "
            "want an application password."
        ),
    ),
    "http.forbidden": (
        Mend.COLLECTIONS,
        mark("If the collection is shared with you, its owner decides; here it can be read only."),
    ),
    "transport.name_not_resolved": (
        Mend.RETRY, mark("Check that this computer is online, and the server's address."),
    ),
    "transport.tls_untrusted": (
        Mend.RETRY, mark("Check this computer's clock, and ask who runs the server."),
    ),
    "transport.gate_denied": (
        Mend.NETWORKS, mark("Connect to a network that is allowed, or allow this one."),
    ),
    "credential.plaintext_refused": (
        Mend.RETRY, mark("Install a keyring that protects it (gnome-keyring, KWallet, KeePassXC)."),
    ),
    "config.unreadable": (Mend.RETRY, ""),
    "lock.held": (Mend.RETRY, mark("It is done in a moment.")),
    "account.none": (Mend.NONE, mark("Add one to begin.")),
}  # fmt: skip
"""Where a button, or other words than the catalogue's, help better."""

_BY_CODE: dict[ExitCode, Mend] = {
    ExitCode.LOGIN_REJECTED: Mend.SIGN_IN,
    ExitCode.NETWORK_DENIED: Mend.NETWORKS,
    ExitCode.UNREACHABLE: Mend.RETRY,
    ExitCode.PARTIAL: Mend.RETRY,
}


@dataclass(frozen=True, slots=True)
class Told:
    """An error as it is shown: plain text, all of it.

    :param where: account, collection or item that it is about.
    :param detail: technical; may be from a server.
    """

    reference: str
    message: str
    where: str
    hint: str
    detail: str
    mend: Mend
    account: str = ""
    collection: str = ""
    file: str = ""


def told(problem: Problem) -> Told:
    """Put a problem into the person's language."""
    found = entry(problem.reference)
    names = {"account": problem.account or "NAME", "collection": problem.collection or "ID"}
    mend, hint = _BY_REFERENCE.get(problem.reference, (None, ""))
    if hint:
        hint = tr(hint)
    elif names_a_command(problem.hint):
        hint = ""
    elif problem.hint == found.hint.format(**names):
        hint = tr(found.hint, **names) if found.hint else ""
    else:
        hint = problem.hint
    return Told(
        reference=problem.reference,
        message=_sentence(problem, found.sentence),
        where=problem.resource or problem.collection or problem.account,
        hint=hint,
        detail=problem.detail,
        mend=mend if mend is not None else _BY_CODE.get(problem.exit_code, Mend.NONE),
        account=problem.account,
        collection=problem.collection,
        file=problem.resource,
    )


def names_a_command(hint: str) -> bool:
    """Whether a hint is for those who sit at a terminal."""
    return "`" in hint or " --" in hint


def _sentence(problem: Problem, source: str) -> str:
    where = {
        "account": problem.account,
        "collection": problem.collection,
        "resource": problem.resource,
    }
    if "{detail}" not in source:
        return tr(source, **where) if "{" in source else tr(source)
    # the detail was put in already, and is not kept beside
    before, _, after = source.partition("{detail}")
    detail = problem.message.removeprefix(before).removesuffix(after)
    return tr(source, detail=detail, **where)
