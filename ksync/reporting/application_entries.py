"""What is said about the application's own errors (``AppError`` and its heirs)."""

from __future__ import annotations

from ksync.reporting.connect_entries import CONNECTIONS
from ksync.reporting.entries import BUG_HINT, OTHER_SOURCES, RETRY, Entry
from ksync.reporting.errors import ExitCode

_BUG = ExitCode.BUG
_USAGE = ExitCode.USAGE
_PARTIAL = ExitCode.PARTIAL
_SECRET = ExitCode.NO_SECRET
_CONFIG = ExitCode.CONFIG_INVALID

APPLICATION: dict[str, Entry] = CONNECTIONS | {
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
    "account.none": Entry(
        _USAGE,
        "There is no account yet.",
        "Add one: `ksync account add --username AB12345` for Infomaniak, or `ksync account add "
        "--url ADDRESS --username NAME` for another server.",
    ),
    "account.exists": Entry(
        _USAGE, "There is already an account named “{account}”.", "Choose another name."
    ),
    "account.waiting": Entry(
        _SECRET,
        "The account “{account}” is prepared by your organisation and waits for its password.",
        "`ksync account set-password {account}` asks for it.",
    ),
    "collection.unknown": Entry(
        _USAGE,
        "There is no collection “{collection}”.",
        "`ksync collection list` shows the IDs; `ksync collection refresh` asks the server.",
    ),
    "export.partial": Entry(
        _PARTIAL, "Exported, but for what is listed.", "Sync, then export into another folder."
    ),
    "import.partial": Entry(
        _PARTIAL, "Imported, but for what is listed.", "Mend these in the file, or leave them out."
    ),
    "privacy.left": Entry(
        _PARTIAL,
        "Erased, but for what is listed.",
        "Look at it and delete it by hand, if it is yours to delete.",
    ),
    "collection.no_home": Entry(
        _PARTIAL,
        "The server names {detail} of this account, so none can be made from here.",
        "Make it in the provider's web calendar or address book; `ksync collection refresh` "
        "finds it then.",
    ),
    "collection.refused": Entry(
        _PARTIAL,
        "The server refused this change of the collection; nothing was changed.",
        "Some servers keep their first calendar, and some know no colours. It may be possible "
        "in the provider's web calendar or address book.",
    ),
    "collection.read_only": Entry(
        _PARTIAL,
        "This collection is shared with you for reading only.",
        "Its owner can change it. `ksync collection set {collection} name=… color=…` changes how "
        "it is shown here, `ksync collection disable {collection}` leaves it out.",
    ),
    "collection.unsynced": Entry(
        _PARTIAL,
        "Nothing was deleted: there are changes here that the server does not have ({detail}).",
        "Sync first: `ksync sync {collection}`. With --yes it is deleted all the same; these "
        "versions go to the history, too.",
    ),
    "collection.kept": Entry(
        _PARTIAL,
        "Nothing was deleted: one item in it cannot be read, so it cannot be kept.",
        "Look at it in the web calendar or address book; delete it there if it is broken.",
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
    "lock.running": Entry(
        ExitCode.LOCKED_BY_OTHER,
        "kSync is running here ({detail}), so nothing was done.",
        "End it first: `systemctl --user stop ksync` or Ctrl-C for `ksync run`, “Quit” in the "
        "menu of its icon for the desktop program.",
    ),
    "gateway.running": Entry(
        ExitCode.LOCKED_BY_OTHER,
        "The gateway runs already.",
        "`ksync serve --show` tells where. `ksync run` and the desktop program start it while "
        "gateway.enabled is true.",
    ),
    "gateway.no_certificates": Entry(
        _PARTIAL,
        "What makes certificates is not installed.",
        "Programs that take http need none.",
    ),
    "policy.forbidden": Entry(
        ExitCode.POLICY_FORBIDS,
        "Your organisation's policy does not allow this.",
        "Ask who looks after this computer.",
    ),
    "policy.invalid": Entry(
        _CONFIG,
        "A policy file is not valid: {detail}",
        "Nothing is synced until who looks after this computer has mended it.",
    ),
    "policy.untrusted": Entry(
        _CONFIG,
        "A policy file is not to be trusted: {detail}",
        "Nothing is synced until who looks after this computer has mended it.",
    ),
    "network.denied": Entry(
        ExitCode.NETWORK_DENIED,
        "The network guard does not allow this network.",
        "`ksync network explain` has the reason.",
    ),
    "network.no_wifi": Entry(
        _USAGE,
        "This computer is on no Wi-Fi whose name can be read now.",
        "Give the name: `ksync network allow NAME`, or --hex for one that is no text.",
    ),
    "setup.not_signed_in": Entry(
        _USAGE,
        "The login was not tried yet.",
        "Sign in first.",
    ),
    "view.gone": Entry(
        _PARTIAL,
        "This item is not there any more, or its file is damaged.",
        "It was changed since it was listed; look again in a moment.",
    ),
    "network.not_listed": Entry(
        _USAGE, "No such network is listed.", "`ksync network list` shows those that are."
    ),
    "network.nothing_to_allow": Entry(
        _USAGE,
        "There is no network to allow: this computer is offline, or the guard is off.",
        "`ksync network status` tells.",
    ),
    "sync.partial": Entry(_PARTIAL, "Done, but something failed; see the list.", RETRY),
    "sync.decisions_wait": Entry(
        ExitCode.DECISIONS_WAIT,
        "Done, and decisions wait for you.",
        "`ksync hold list` and `ksync conflict list` show them.",
    ),
    "conflict.unknown": Entry(
        _USAGE, "There is no conflict of this ID.", "`ksync conflict list --all` shows them."
    ),
    "conflict.decided": Entry(
        _USAGE, "This was decided already.", "`ksync conflict list` shows the rest."
    ),
    "undo.partial": Entry(
        _PARTIAL,
        "Undone, but for what was changed since; see the list.",
        "`ksync history list` has the versions.",
    ),
    "hold.unknown": Entry(
        _USAGE, "No decision waits under this ID.", "`ksync hold list` shows what waits."
    ),
    "hold.decided": Entry(_USAGE, "This was decided already.", "`ksync hold list` shows the rest."),
    "history.unknown": Entry(
        _USAGE, "The history has no such version.", "`ksync history list` shows the versions."
    ),
    "history.restore_refused": Entry(
        _PARTIAL,
        "This version cannot be restored as things stand.",
        "Sync first, then try again; `ksync history show` prints the version meanwhile.",
    ),
    "store.move_refused": Entry(
        _PARTIAL,
        "The collection stays in the store that it is in.",
        "Mend or move out what is named, then set it again: "
        "`ksync collection set {collection} store=…`. Nothing was changed.",
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
        _SECRET, "There is no such secret.", "Store it: `ksync account set-password {account}`."
    ),
    "credential.keyring_timeout": Entry(
        _SECRET,
        "The keyring does not answer.",
        "A question for its password may be waiting on the desktop. " + OTHER_SOURCES,
    ),
    "credential.keyring_failed": Entry(
        _SECRET,
        "The keyring reported an error.",
        "Look whether the desktop's keyring runs and is open. " + OTHER_SOURCES,
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
    "doctor.problems": Entry(
        _PARTIAL, "The doctor found problems; see the list.", "What to do stands below each."
    ),
    "demo.server_missing": Entry(
        _USAGE, "The demo needs Radicale, a small server, which is not installed.", ""
    ),
    "demo.server_failed": Entry(
        ExitCode.UNREACHABLE,
        "The demo's server does not answer: {detail}",
        "Try again; another program may have taken its port.",
    ),
    "demo.failed": Entry(_BUG, "The demo expected: {detail}", BUG_HINT),
}
