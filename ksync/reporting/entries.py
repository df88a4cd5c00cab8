"""What an entry of the catalogue is, and the entries of what happens inside a cycle.

A cycle isolates what concerns one resource, or one collection, and goes on. Those
references are values and no exceptions (``sync_engine.cycle.result.Trouble``), so
no class in ``sync_engine.errors`` names them; they stand here.
"""

from __future__ import annotations

from dataclasses import dataclass

from ksync.reporting.errors import ExitCode


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said about a reference.

    :param sentence: may name ``{account}``, ``{collection}``, ``{resource}``, ``{detail}``.
    :param hint: may name ``{account}`` and ``{collection}``; where they are not known it
        says NAME and ID.
    """

    exit_code: ExitCode
    sentence: str
    hint: str = ""


RETRY = "Nothing was lost; the next sync tries again."
ONLINE = "Check that this computer is online, then try again. " + RETRY
BUG_HINT = "This is a bug in kSync: please report it with the reference and the log file."
OTHER_SOURCES = (
    "Other sources for the password: a command (`password_command`, or --password-command with "
    "`ksync account add`), or a systemd credential named ksync-ACCOUNT."
)

_PARTIAL = ExitCode.PARTIAL
_MEND = "Mend the file, or delete it, in the program that wrote it; then sync again."
_SOURCE = "Look at it in the web calendar or address book, save it anew there, then sync again."

CYCLE: dict[str, Entry] = {
    "sync.aborted": Entry(
        _PARTIAL, "The run ended before it was finished.", "Run it again. " + RETRY
    ),
    "sync.collection_gone": Entry(
        _PARTIAL,
        "The server does not list this collection any more.",
        "Its files stay as they are. If it is gone for good: "
        "`ksync collection disable {collection}`.",
    ),
    "store.unexpected": Entry(
        _PARTIAL, "A file could not be written as planned.", "Sync again. " + RETRY
    ),
    "resource.broken": Entry(
        _PARTIAL, "This file is damaged: it is no whole calendar object or card.", _MEND
    ),
    "resource.unshown": Entry(
        _PARTIAL,
        "This event recurs too often to be shown, or its rule cannot be read.",
        "It is synced all the same. " + _SOURCE,
    ),
    "resource.wrong_kind": Entry(
        _PARTIAL,
        "This file does not belong here: cards go into address books, all else into calendars.",
        "Move it to a folder of the right kind, then sync again.",
    ),
    "resource.wrong_component": Entry(
        _PARTIAL,
        "This calendar does not hold items of this kind.",
        "Choose another one: `ksync collection list --json` tells the components of each.",
    ),
    "import.duplicate": Entry(
        _PARTIAL,
        "The file has it twice, in two versions; the first one counts.",
        "Take the second one out of the file, or import it by itself with --replace.",
    ),
    "import.message": Entry(
        _PARTIAL,
        "This is an answer or a cancellation sent to somebody, and no event.",
        "Open it in a mail program that knows invitations.",
    ),
    "resource.several_objects": Entry(
        _PARTIAL,
        "This file holds several calendars or cards, and a server takes one in each.",
        "Split it: one event, task or contact in each file.",
    ),
    "resource.mixed_components": Entry(
        _PARTIAL,
        "This file mixes events, tasks or notes, and a server takes one kind in each.",
        "Split it: one event, task or contact in each file.",
    ),
    "resource.no_uid": Entry(
        _PARTIAL,
        "This file has no UID, so it cannot be told from others.",
        "Save it anew in a calendar or contacts program, which gives it one.",
    ),
    "resource.several_uids": Entry(
        _PARTIAL,
        "This file holds several events, tasks or contacts (UIDs), and a server takes one in each.",
        "Split it: one event, task or contact in each file.",
    ),
    "resource.duplicate_uid": Entry(
        _PARTIAL,
        "Another one in this collection has the same UID.",
        "It stays as it is, here only. Delete one of the two, or give one another UID.",
    ),
    "resource.control_characters": Entry(
        _PARTIAL,
        "The text has control characters that servers do not take.",
        "Remove them (they often come with text that was pasted), then sync again.",
    ),
    "resource.not_utf8": Entry(
        _PARTIAL, "The text is not UTF-8.", "Save it anew as UTF-8, then sync again."
    ),
    "resource.invalid_name": Entry(
        _PARTIAL,
        "The file's name cannot be used.",
        "Rename it to letters and digits with the ending .ics or .vcf.",
    ),
    "resource.not_a_file": Entry(
        _PARTIAL,
        "This is a link, a folder or a special file, and only plain files are synced.",
        "Put a copy of the file in its place.",
    ),
    "resource.busy": Entry(
        _PARTIAL, "Another program is writing this file.", "Close it there, then sync again."
    ),
    "resource.unsettled": Entry(
        _PARTIAL, "This file changed a moment ago.", "The next sync takes it."
    ),
    "resource.unreadable": Entry(_PARTIAL, "This one could not be read.", RETRY),
    "resource.read_only": Entry(
        _PARTIAL,
        "It changed here, and this collection is only read.",
        "Undo the change, or allow writing: `ksync collection set {collection} "
        "direction=two-way` (if the collection is shared, its owner has to).",
    ),
    "resource.invalid": Entry(
        _PARTIAL,
        "The server does not accept what is in it.",
        "It stays here as it is and is sent again once it changed. " + _SOURCE,
    ),
    "resource.refused_by_desktop": Entry(
        _PARTIAL,
        "The desktop's calendar store does not accept this one.",
        'It stays on the server as it is; other programs and a folder (`store = "vdir"`) '
        "can show it.",
    ),
    "resource.unsupported_component": Entry(
        _PARTIAL,
        "The desktop's calendar store holds events, tasks, notes and contacts, not this.",
        "It stays on the server as it is.",
    ),
    "resource.other_uid": Entry(
        _PARTIAL,
        "Another item stands under this name now.",
        RETRY,
    ),
    "resource.untranslatable": Entry(
        _PARTIAL,
        "An edit in the desktop's calendar store cannot be applied to the server's text.",
        "The server's version stays as it is. Undo the edit, or make it again in another way.",
    ),
    "resource.too_large": Entry(
        _PARTIAL,
        "It is too large.",
        "Make it smaller, for instance with a smaller photo or attachment.",
    ),
    "resource.quota": Entry(
        _PARTIAL, "The account's space on the server is full.", "Make room there. " + RETRY
    ),
}
