"""From an error to words: reference -> exit code, sentence, hint.

Theory
------
Engine and application raise typed errors with a stable ``reference`` and a
technical ``detail``; neither knows a sentence for people. This table does. A
sentence may name ``{account}``, ``{collection}``, ``{resource}`` and
``{detail}``; what is not known is left out by ``explain``, never printed as an
empty pair of quotes.

Rules
-----
* A reference is a promise to scripts: it is added, never renamed.
* A hint says what to do next, in the imperative, with the command where there is one.
* Every reference of ``sync_engine.errors`` stands here; a test looks.
"""

from __future__ import annotations

from dataclasses import dataclass

from ksync.reporting.entries import BUG_HINT, CYCLE, ONLINE, OTHER_SOURCES, RETRY, Entry
from ksync.reporting.errors import AppError, ExitCode, worst
from sync_engine.errors import EngineError, GateDenied, HoldOff

__all__ = [
    "CATALOG",
    "AppError",
    "Entry",
    "ExitCode",
    "Explained",
    "Problem",
    "entry",
    "explain",
    "tell",
    "worst",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """An error, ready to be shown; ``""`` where something is not known."""

    reference: str
    exit_code: ExitCode
    message: str
    detail: str = ""
    hint: str = ""
    account: str = ""
    collection: str = ""
    resource: str = ""

    def as_data(self) -> dict[str, str]:
        """For JSON: everything that is known, without the exit code."""
        names = ("reference", "message", "detail", "hint", "account", "collection", "resource")
        return {name: value for name in names if (value := getattr(self, name))}


_BUG = ExitCode.BUG
_USAGE = ExitCode.USAGE
_PARTIAL = ExitCode.PARTIAL
_SECRET = ExitCode.NO_SECRET
_AWAY = ExitCode.UNREACHABLE
_CONFIG = ExitCode.CONFIG_INVALID

ENGINE: dict[str, Entry] = {
    "engine.error": Entry(_BUG, "The sync engine stopped.", BUG_HINT),
    "transport.failed": Entry(_AWAY, "The connection to the server failed.", ONLINE),
    "transport.unreachable": Entry(_AWAY, "The server cannot be reached.", ONLINE),
    "transport.name_not_resolved": Entry(
        _AWAY,
        "The server's name has no address.",
        "Check the server's address with `ksync account show`, and that this computer is online.",
    ),
    "transport.outcome_unknown": Entry(
        _AWAY,
        "A change was sent and the connection broke before the server answered.",
        "The next sync reads back what the server has before it does anything else.",
    ),
    "transport.tls_untrusted": Entry(
        _AWAY,
        "The server's certificate is not trusted.",
        "Check the clock and the server's address. For a server with an own certificate "
        "authority: `ksync account set NAME ca_file=FILE`.",
    ),
    "transport.https_required": Entry(
        _PARTIAL,
        "The address begins with http://, and a password is sent over https only.",
        "Use the https:// address; nothing was sent.",
    ),
    "transport.gate_denied": Entry(
        ExitCode.NETWORK_DENIED,
        "The network guard does not allow this network.",
        "`ksync network explain` shows why.",
    ),
    "transport.redirect_refused": Entry(
        _PARTIAL,
        "The server sent kSync to a place that it must not follow to.",
        "If the other host is the provider's own, allow it: "
        "`ksync account set NAME trusted_hosts=HOST`.",
    ),
    "transport.reply_too_large": Entry(
        _PARTIAL, "The server's answer is larger than kSync accepts.", ""
    ),
    "http.error": Entry(_PARTIAL, "The server refused the request.", ""),
    "http.unauthorized": Entry(
        ExitCode.LOGIN_REJECTED,
        "The login was rejected by the server.",
        "Check the user name and store the password again: `ksync account set-password NAME`. "
        "With two-step verification most providers want an application password.",
    ),
    "http.forbidden": Entry(
        _PARTIAL,
        "The server does not permit this.",
        "If the collection is shared with you, its owner decides; "
        "`ksync collection set ID direction=pull` only reads.",
    ),
    "http.not_found": Entry(
        _PARTIAL,
        "The server has nothing at this address.",
        "`ksync collection refresh` lists what is there now.",
    ),
    "http.precondition_failed": Entry(
        _PARTIAL, "It changed on the server in the meantime.", RETRY
    ),
    "http.locked": Entry(_AWAY, "The resource is locked on the server.", RETRY),
    "http.hold_off": Entry(_AWAY, "The server asks to be left alone for a while.", RETRY),
    "http.server_failure": Entry(_AWAY, "The server has a problem.", RETRY),
    "dav.protocol": Entry(_PARTIAL, "The server's answer is not what the protocol allows.", RETRY),
    "dav.malformed_xml": Entry(_PARTIAL, "The server's answer is not well-formed.", RETRY),
    "dav.not_dav": Entry(
        _PARTIAL,
        "This address is not a CalDAV or CardDAV service.",
        "Check the address. On a public network, log in to its start page first.",
    ),
    "dav.discovery_failed": Entry(
        _PARTIAL,
        "No calendar and no address book was found.",
        "Check the address and the user name. With some providers the service exists only "
        "after the calendar was opened once in the web browser.",
    ),
    "dav.invalid_sync_token": Entry(
        _PARTIAL, "The server no longer knows the last state.", "The next sync compares everything."
    ),
    "sync.identity_mismatch": Entry(
        _PARTIAL,
        "The server shows another collection or another account than before.",
        "Nothing was changed. If this is intended, remove the account and add it again.",
    ),
    "sync.cancelled": Entry(ExitCode.INTERRUPTED, "Stopped on request; nothing is lost.", ""),
    "store.unavailable": Entry(
        _PARTIAL,
        "The local folder is not there.",
        "Nothing was deleted on the server. Mount or restore the folder, then sync again.",
    ),
    "store.failed": Entry(_PARTIAL, "The local folder cannot be used.", ""),
    "store.disk_full": Entry(_PARTIAL, "The disk is full.", "Make room. " + RETRY),
    "store.read_only": Entry(
        _PARTIAL, "The local folder cannot be written.", "Check its owner and its permissions."
    ),
    "state.failed": Entry(
        _PARTIAL, "The sync state cannot be used.", "`ksync doctor` looks into it."
    ),
    "state.damaged": Entry(
        _PARTIAL,
        "The sync state is damaged.",
        "It was set aside; the next sync compares everything and deletes nothing.",
    ),
    "state.too_new": Entry(
        _PARTIAL, "The sync state was written by a later version of kSync.", "Update kSync."
    ),
}

APPLICATION: dict[str, Entry] = {
    "bug.unexpected": Entry(_BUG, "kSync met something unexpected.", BUG_HINT),
    "interrupted": Entry(ExitCode.INTERRUPTED, "Interrupted; nothing is lost.", ""),
    "usage.invalid": Entry(_USAGE, "{detail}", "`--help` after any command explains it."),
    "usage.answer_needed": Entry(
        _USAGE,
        "An answer is needed: {detail}",
        "Run it on a terminal, or add --yes where that is what you want.",
    ),
    "usage.declined": Entry(_USAGE, "Nothing was done.", ""),
    "account.unknown": Entry(
        _USAGE, "There is no account named “{account}”.", "`ksync account list` shows the names."
    ),
    "account.exists": Entry(
        _USAGE, "There is already an account named “{account}”.", "Choose another name."
    ),
    "collection.unknown": Entry(
        _USAGE,
        "There is no collection “{collection}”.",
        "`ksync collection list` shows the IDs; `ksync collection refresh` asks the server.",
    ),
    "config.invalid": Entry(
        _CONFIG, "The configuration is not valid: {detail}", "`ksync config path` names the file."
    ),
    "config.refused": Entry(_USAGE, "This setting is not possible: {detail}.", ""),
    "config.unreadable": Entry(
        _CONFIG,
        "The configuration file cannot be read or written: {detail}",
        "Check its owner and its permissions.",
    ),
    "config.unknown_key": Entry(
        _USAGE, "There is no setting “{resource}”.", "`ksync config show` lists the settings."
    ),
    "config.read_only_key": Entry(_USAGE, "“{resource}” is not set by hand.", ""),
    "lock.held": Entry(
        ExitCode.LOCKED_BY_OTHER,
        "Another kSync works on this account.",
        "Wait for it, or give more time with --wait SECONDS.",
    ),
    "policy.forbidden": Entry(
        ExitCode.POLICY_FORBIDS,
        "Your organisation's policy does not allow this.",
        "`ksync policy show` lists what is managed.",
    ),
    "policy.invalid": Entry(
        _CONFIG, "A policy file is not valid: {detail}", "`ksync policy check FILE` explains it."
    ),
    "sync.partial": Entry(_PARTIAL, "Done, but something failed; see the list.", RETRY),
    "sync.decisions_wait": Entry(
        ExitCode.DECISIONS_WAIT,
        "Done, and decisions wait for you.",
        "`ksync conflict list` and `ksync hold list` show them.",
    ),
    "hold.unknown": Entry(
        _USAGE, "No decision waits under this ID.", "`ksync hold list` shows what waits."
    ),
    "hold.decided": Entry(_USAGE, "This was decided already.", "`ksync hold list` shows the rest."),
    "history.unknown": Entry(
        _USAGE, "The history has no such version.", "`ksync history list` shows the versions."
    ),
    "history.restore_refused": Entry(
        _PARTIAL, "This version cannot be restored as things stand.", ""
    ),
    "report.unknown": Entry(
        _USAGE, "There is no run of this ID.", "`ksync report list` shows the runs."
    ),
    "state.set_aside": Entry(
        _PARTIAL,
        "The sync state was damaged and has begun anew.",
        "The old one was kept; the next sync compares everything and deletes nothing.",
    ),
    "credential.keyring_locked": Entry(
        _SECRET,
        "The keyring is locked.",
        "Unlock it by logging in to the desktop, or with its password manager. " + OTHER_SOURCES,
    ),
    "credential.keyring_missing": Entry(
        _SECRET,
        "No keyring was found.",
        "Start the desktop's keyring (gnome-keyring, KWallet, KeePassXC …). " + OTHER_SOURCES,
    ),
    "credential.secret_missing": Entry(
        _SECRET, "There is no such secret.", "Store it: `ksync account set-password NAME`."
    ),
    "credential.keyring_timeout": Entry(
        _SECRET,
        "The keyring does not answer.",
        "A question for its password may be waiting on the desktop. " + OTHER_SOURCES,
    ),
    "credential.keyring_failed": Entry(
        _SECRET, "The keyring reported an error.", "`ksync doctor` checks it. " + OTHER_SOURCES
    ),
    "credential.plaintext_refused": Entry(
        _SECRET,
        "The only keyring would store the password unprotected.",
        "Install a real keyring, or, knowing what it means, set "
        "general.allow_plaintext_keyring to true. " + OTHER_SOURCES,
    ),
    "credential.command_failed": Entry(
        _SECRET,
        "The password command failed.",
        "Run the command of `password_command` by hand; its first line of output must be the "
        "password.",
    ),
    "credential.file_unreadable": Entry(
        _SECRET,
        "The systemd credential cannot be read.",
        "Check LoadCredential= or SetCredentialEncrypted= of the unit.",
    ),
}

CATALOG: dict[str, Entry] = ENGINE | CYCLE | APPLICATION

# How the guard's denials end (the others: NETWORK_DENIED): what is written down
# wrongly is a configuration error, and being offline is no denial at all.
GATE_EXIT_CODES = {"policy_error": _CONFIG, "offline": _AWAY}


def entry(reference: str) -> Entry:
    """The entry of a reference; an unknown one is a bug and is treated as such."""
    return CATALOG.get(reference, CATALOG["bug.unexpected"])


def explain(
    error: EngineError | AppError,
    *,
    account: str = "",
    collection: str = "",
    resource: str = "",
    hint: str = "",
) -> Problem:
    """Put an error into words.

    :param account: what the caller knows; the error's own knowledge goes first.
    :param hint: replaces the catalogue's hint (a provider knows better, for
        instance: ``Provider.login_hint``).
    """
    found = entry(error.reference)
    where: dict[str, str] = {"account": account, "collection": collection, "resource": resource}
    if isinstance(error, AppError):
        own_hint = error.hint
        where = {name: getattr(error, name) or known for name, known in where.items()}
    else:
        own_hint = _seconds_hint(error)
        where["resource"] = error.where or resource
    message = found.sentence.format(**where, detail=error.detail)
    return Problem(
        reference=error.reference,
        exit_code=_exit_code(error, found),
        message=message,
        detail="" if "{detail}" in found.sentence else error.detail,
        hint=own_hint or hint or found.hint,
        **where,
    )


def _exit_code(error: EngineError | AppError, found: Entry) -> ExitCode:
    if isinstance(error, GateDenied):
        return GATE_EXIT_CODES.get(error.code, found.exit_code)
    return found.exit_code


def _seconds_hint(error: EngineError) -> str:
    if isinstance(error, HoldOff) and error.retry_after:
        return f"Try again in {error.retry_after:.0f} seconds."
    return ""
