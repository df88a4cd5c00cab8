"""Words in the person's language, without Qt: view models need them too.

Theory
------
A text stands in the code in English, marked by ``tr``, ``plural`` or ``mark``; the
translations stand in Qt Linguist files (``resources/translations/ksync_*.ts``). They
are read as they are: no compiler, no compiled copy that could be old. One text has one
translation; where one English word means two things, two English words are found.

Rules
-----
* ``tr("…")`` with a literal, or a variable that came through ``mark("…")``.
* What varies goes in by name: ``tr("{count} of {total}", count=1, total=2)``. Never an
  f-string, never sentences from pieces.
* ``plural("{count} item(s)", count)``; each language has its forms, English as well.
* ``tools/translations.py`` finds what is marked, and what is not.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

from ksync.resources import resource

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "fr": "Français",
    "de": "Deutsch",
    "it": "Italiano",
    "es": "Español",
}
"""The languages by their own names."""

Forms = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of a language: source -> one form, or singular and plural."""

    language: str = "en"
    forms: Mapping[str, Forms] = field(default_factory=dict)

    @property
    def singular_until(self) -> int:
        """French says "0 élément", the others "0 items"."""
        return 1 if self.language == "fr" else 0


class _Current:
    catalogue = Catalogue()


def mark(text: str) -> str:
    """A text of a table, translated when it is shown: ``tr(row.title)``."""
    return text


def tr(text: str, /, **values: object) -> str:
    """The text in the person's language, with its values put in."""
    forms = _Current.catalogue.forms.get(text)
    found = forms[0] if forms and forms[0] else text
    return found.format(**values) if values else found


def plural(text: str, count: int, /, **values: object) -> str:
    """The form for a number; ``{count}`` is put in as well.

    :param text: English with the plural in brackets: ``{count} item(s)``.
    """
    catalogue = _Current.catalogue
    forms = catalogue.forms.get(text) or (text,)
    one = count == 1 or (count == 0 and catalogue.singular_until == 1)
    found = forms[0] if one else forms[-1]
    return (found or text).format(count=count, **values)


def language() -> str:
    """The language that is spoken now."""
    return _Current.catalogue.language


def speak(wanted: str, environ: Mapping[str, str] | None = None) -> str:
    """Load a language; what that was.

    :param wanted: its code, or ``system`` for what the environment says.
    """
    code = wanted if wanted in LANGUAGES else of_environment(environ or os.environ)
    _Current.catalogue = read(code)
    return code


def use(catalogue: Catalogue) -> None:
    """Speak these words (tests show every text that is not marked)."""
    _Current.catalogue = catalogue


def of_environment(environ: Mapping[str, str]) -> str:
    """The first of the environment's languages that there is; English if none.

    ``LANGUAGE`` is a list and goes first (gettext manual, 2.3), unless the locale is C.
    """
    locale = next((v for n in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := environ.get(n))), "")
    wanted = [locale]
    if locale.partition(".")[0] not in ("", "C", "POSIX"):
        wanted = [*environ.get("LANGUAGE", "").split(":"), locale]
    for one in wanted:
        code = one[:2].lower()
        if code in LANGUAGES:
            return code
    return "en"


def read(code: str) -> Catalogue:
    """The words of a language from its file."""
    root = ElementTree.parse(resource(f"translations/ksync_{code}.ts")).getroot()  # noqa: S314  our own file
    found: dict[str, Forms] = {}
    for message in root.iterfind("context/message"):
        source, translation = message.find("source"), message.find("translation")
        if source is None or translation is None or translation.get("type") == "vanished":
            continue
        forms = tuple(form.text or "" for form in translation.iterfind("numerusform"))
        found[source.text or ""] = forms or (translation.text or "",)
    return Catalogue(code, found)
