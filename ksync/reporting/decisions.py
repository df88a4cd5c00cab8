"""What a hold is about, in words: what was seen, and what each answer does.

The kinds are those of ``sync_engine.core.guards.HoldKind``; both front ends show
these sentences before they take an answer.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """Three sentences; ``{count}`` is "1 item" or "7 items".

    :param seen: what happened.
    :param approve: what approving does.
    :param reject: what rejecting does.
    """

    seen: str
    approve: str
    reject: str


HOLDS: dict[str, Wording] = {
    "mass-deletion-local": Wording(
        "{count} went from the server, which is a large part of the collection.",
        "deletes them on this computer too (the history keeps them).",
        "keeps them and puts them back on the server.",
    ),
    "mass-deletion-remote": Wording(
        "{count} went from this computer, which is a large part of the collection.",
        "deletes them on the server too (the history keeps them).",
        "keeps them and puts them back on this computer.",
    ),
    "recreation-with-attendees": Wording(
        "{count} with guests would be made anew on the server, which may send invitations again.",
        "makes them anew on the server.",
        "deletes them on this computer (the history keeps them).",
    ),
    "rolled-back-local": Wording(
        "{count} on this computer went back to earlier versions, as after a restored backup.",
        "sends these earlier versions to the server.",
        "fetches the server's versions again.",
    ),
    "rolled-back-remote": Wording(
        "{count} on the server went back to earlier versions, as after a restored backup.",
        "takes these earlier versions over.",
        "sends this computer's versions to the server again.",
    ),
    "past-limit": Wording(
        "{count} became older than the past limit at once, as if the clock had jumped.",
        "takes them off this computer (the server keeps them).",
        "keeps them on this computer, too, until they change.",
    ),
}
