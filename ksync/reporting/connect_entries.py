"""What is said about connecting desktop programs (``ksync.connect.errors``)."""

from __future__ import annotations

from ksync.reporting.entries import Entry
from ksync.reporting.errors import ExitCode

_USAGE = ExitCode.USAGE
_PARTIAL = ExitCode.PARTIAL

CONNECTIONS: dict[str, Entry] = {
    "connect.running": Entry(
        ExitCode.LOCKED_BY_OTHER,
        "Thunderbird is running with this profile, and would overwrite what is written into it.",
        "Close Thunderbird, then try again. Nothing was changed.",
    ),
    "connect.no_profile": Entry(
        _USAGE,
        "Thunderbird has no such profile here.",
        "Start Thunderbird once, or name the profile's folder with --profile.",
    ),
    "connect.which_profile": Entry(
        _USAGE,
        "Thunderbird has several profiles, and nothing says which one is meant.",
        "Name one with --profile.",
    ),
    "connect.nothing": Entry(
        _USAGE,
        "There is nothing to show yet: no calendar and no address book was synced.",
        "Sync first: `ksync sync`.",
    ),
    "connect.unsent": Entry(
        _PARTIAL,
        "The program has edits that it has not sent yet ({detail}); nothing was changed.",
        "Open it while kSync runs, and let it synchronise. With --yes these edits are thrown away.",
    ),
    "connect.doubled": Entry(
        _USAGE,
        "{detail} would be shown twice.",
        "One way is enough. Let the account keep files (`ksync account set {account} store=vdir`), "
        "or take the programs off the gateway: `ksync disconnect evolution`.",
    ),
    "connect.settings": Entry(
        _PARTIAL,
        "The program's settings cannot be read or written: {detail}",
        "Check the owner and the permissions of the folder, and the disk.",
    ),
    "connect.no_data_server": Entry(
        _PARTIAL,
        "GNOME's data server (evolution-data-server) does not answer.",
        "Install it, or log in to the desktop first; it answers on the session's bus alone.",
    ),
}
