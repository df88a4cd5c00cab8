"""Help: what each picture in the tray means. One table, in the order of the states."""

from __future__ import annotations

from dataclasses import dataclass

from ui.viewmodels.status import State
from ui.words import mark, tr

MEANINGS = {
    State.ERROR: mark("Something could not be synced. The window says what, and what to do."),
    State.NEEDS_YOU: mark("kSync needs you: a password, or an open keyring."),
    State.CONFLICTS: mark("Both sides changed the same thing, and you are to decide."),
    State.HOLDS: mark("Much would be deleted at once. It waits for your yes or no."),
    State.GUARD: mark("This network is not one on which kSync may sync."),
    State.OFFLINE: mark("The server cannot be reached. kSync tries again by itself."),
    State.PAUSED: mark("Nothing runs by itself until the pause is over."),
    State.SYNCING: mark("kSync is at work."),
    State.IDLE: mark("All is up to date."),
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """A picture and what it says; ``icon`` names the file."""

    icon: str
    text: str


def meanings() -> tuple[Meaning, ...]:
    """All of them, the most urgent first."""
    return tuple(Meaning(state.value, tr(MEANINGS[state])) for state in State)
