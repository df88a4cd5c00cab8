"""The settings page: one table of groups and fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ksync.service.preferences import Preferences
from ui.words import LANGUAGES, mark, tr


@dataclass(frozen=True, slots=True)
class Field:
    """A setting.

    :param key: as in ``config.toml``.
    :param kind: ``choice``, ``switch`` or ``number``.
    :param options: (value, title) of a choice.
    :param limits: of a number; :param unit: behind it.
    """

    key: str
    title: str
    hint: str
    kind: str
    options: tuple[tuple[str, str], ...] = ()
    limits: tuple[int, int] = (0, 0)
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A setting with its value.

    :param locked: who manages it, in a sentence; ``""``: you do.
    """

    field: Field
    value: object
    locked: str


STORES = (
    ("vdir", mark("As files")),
    ("eds", mark("In GNOME’s programs")),
)
"""Where an account's collections may be: (value, title)."""

_SHADES = (
    ("system", mark("As the desktop")),
    ("light", mark("Light")),
    ("dark", mark("Dark")),
)
_CONFLICTS = (
    ("merge", mark("Merge, and let the server decide the rest")),
    ("server", mark("The server's version is kept")),
    ("local", mark("This computer's version is kept")),
    ("both", mark("Both versions are kept")),
    ("ask", mark("Ask me")),
)

GROUPS: tuple[tuple[str, tuple[Field, ...]], ...] = (
    (
        mark("General"),
        (
            Field(
                "desktop.language", mark("Language"), "", "choice",
                (("system", mark("As the system")), *LANGUAGES.items()),
            ),
            Field("desktop.theme", mark("Colours"), "", "choice", _SHADES),
            Field(
                "desktop.tray_icon", mark("Icon for a panel that is"), "", "choice", _SHADES,
            ),
            Field(
                "desktop.notifications", mark("Tell me when something needs me"),
                mark("A notification, once, when the state changes."), "switch",
            ),
        ),
    ),
    (
        mark("Schedule"),
        (
            Field(
                "sync.interval_minutes", mark("Sync every"),
                mark("Changes on this computer go out at once, whatever this says."), "number",
                limits=(1, 7 * 24 * 60), unit=mark("minutes"),
            ),
        ),
    ),
    (
        mark("Safety"),
        (
            Field(
                "sync.conflict", mark("If both sides changed the same thing"),
                mark("What is not kept goes to the history, whatever you choose."), "choice",
                _CONFLICTS,
            ),
            Field(
                "sync.mass_deletion.count", mark("Ask before this many are deleted at once"), "",
                "number", limits=(1, 1_000_000), unit=mark("items"),
            ),
            Field(
                "sync.mass_deletion.percent", mark("and more than this share of a collection"), "",
                "number", limits=(0, 100), unit="%",
            ),
            Field(
                "general.history_days", mark("Keep old versions for"),
                mark("Every version that a sync overwrote or deleted can be brought back."),
                "number", limits=(1, 36_500), unit=mark("days"),
            ),
            Field(
                "general.history_max_mb", mark("but use at most"), "", "number",
                limits=(1, 1_000_000), unit=mark("MB for each account"),
            ),
        ),
    ),
)  # fmt: skip


def groups(found: Preferences) -> tuple[tuple[str, tuple[Shown, ...]], ...]:
    """All groups with the values that hold."""
    return tuple(
        (tr(title), tuple(_shown(field, found) for field in fields)) for title, fields in GROUPS
    )


def _shown(field: Field, found: Preferences) -> Shown:
    locked = field.key in found.locked
    return Shown(field, found.values[field.key], managed_by(found.manager) if locked else "")


def managed_by(manager: str) -> str:
    """Who has it in hand."""
    if manager:
        return tr("Managed by {organization}", organization=manager)
    return tr("Managed by your organisation")


def banner(found: Preferences) -> str:
    """The sentence at the top where anything is managed; ``""``: nothing is."""
    if not found.locked:
        return ""
    if found.manager:
        return tr("{organization} manages some settings.", organization=found.manager)
    return tr("Your organisation manages some settings.")


def text_of(value: object) -> str:
    """A value as the settings take it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def same(found: Mapping[str, object], key: str, text: str) -> bool:
    """Whether a setting has this value already."""
    return text_of(found.get(key)) == text
