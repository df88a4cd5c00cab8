"""What is said about the errors of the engine (``sync_engine.errors``)."""

from __future__ import annotations

from ksync.reporting.entries import BUG_HINT, ONLINE, RETRY, Entry
from ksync.reporting.errors import ExitCode

_BUG = ExitCode.BUG
_PARTIAL = ExitCode.PARTIAL
_AWAY = ExitCode.UNREACHABLE

ENGINE: dict[str, Entry] = {
    "engine.error": Entry(_BUG, "The sync engine stopped.", BUG_HINT),
    "transport.failed": Entry(_AWAY, "The connection to the server failed.", ONLINE),
    "transport.unreachable": Entry(_AWAY, "The server cannot be reached.", ONLINE),
    "transport.name_not_resolved": Entry(
        _AWAY,
        "The server's name has no address.",
        "Check the server's address with `ksync account show {account}`, and "
        "that this computer is online.",
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
        "authority: `ksync account set {account} ca_file=FILE`.",
    ),
    "transport.https_required": Entry(
        _PARTIAL,
        "The address begins with http://, and a password is sent over https only.",
        "Use the https:// address; nothing was sent.",
    ),
    "transport.gate_denied": Entry(
        ExitCode.NETWORK_DENIED,
        "The network guard does not allow this network.",
        "Connect to a network that the settings allow, then sync again.",
    ),
    "transport.redirect_refused": Entry(
        _PARTIAL,
        "The server sent kSync to a place that it must not follow to.",
        "If the other host is the provider's own, allow it: "
        "`ksync account set {account} trusted_hosts=HOST`.",
    ),
    "transport.reply_too_large": Entry(
        _PARTIAL, "The server's answer is larger than kSync accepts.", RETRY
    ),
    "http.error": Entry(
        _PARTIAL,
        "The server refused the request.",
        "If it stays so, ask who runs the server, with the detail above. " + RETRY,
    ),
    "http.unauthorized": Entry(
        ExitCode.LOGIN_REJECTED,
        "The login was rejected by the server.",
        "Check the user name, then store the password again: "
        "`ksync account set-password {account}`. "
        "With two-step verification most providers want an application password.",
    ),
    "http.forbidden": Entry(
        _PARTIAL,
        "The server does not permit this.",
        "If the collection is shared with you, its owner decides; "
        "`ksync collection set {collection} direction=pull` only reads.",
    ),
    "http.not_found": Entry(
        _PARTIAL,
        "The server has nothing at this address.",
        "`ksync collection refresh` lists what is there now.",
    ),
    "http.precondition_failed": Entry(_PARTIAL, "It changed on the server in the meantime.", RETRY),
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
    "store.eds_missing": Entry(
        _PARTIAL,
        "The desktop's calendar store (evolution-data-server) cannot be reached.",
        "Install evolution-data-server and sync from within the desktop session, or set "
        '`store = "vdir"` to keep files. Nothing was deleted.',
    ),
    "store.eds_too_old": Entry(
        _PARTIAL,
        "The desktop's calendar store (evolution-data-server) is too old.",
        'kSync needs 3.36 or later. Update it, or set `store = "vdir"` to keep files.',
    ),
    "store.eds_source_gone": Entry(
        _PARTIAL,
        "The desktop's calendar store has not this collection any more.",
        "Nothing was deleted on the server. To have it here again: "
        "`ksync collection disable {collection}`, then `ksync collection enable {collection}`. "
        "If a backup of the store is missing, restore it first.",
    ),
    "store.eds_lost": Entry(
        _PARTIAL,
        "The desktop's calendar store stopped answering.",
        RETRY,
    ),
    "store.failed": Entry(
        _PARTIAL, "The local folder cannot be used.", "Check the disk and the folder. " + RETRY
    ),
    "store.disk_full": Entry(_PARTIAL, "The disk is full.", "Make room. " + RETRY),
    "store.read_only": Entry(
        _PARTIAL, "The local folder cannot be written.", "Check its owner and its permissions."
    ),
    "state.failed": Entry(
        _PARTIAL,
        "The sync state cannot be used.",
        "Check the disk, and the permissions of the folder that is named.",
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
