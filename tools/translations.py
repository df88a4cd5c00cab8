"""The texts of the desktop program and their translations.

::

    python -m tools.translations            # bring the .ts files up to date
    python -m tools.translations --check    # say what is missing or wrong
    python -m tools.translations --fill F   # take translations from a JSON file:
                                            #   {"source": {"fr": "…", "de": "…", …}}
                                            # plurals: ["one form", "other form"]

What is a text: the first argument of ``tr``, ``plural`` and ``mark`` below ``ui/``, the
sentences and hints of the catalogue of errors, the steps of connecting, and what is said
about holds. A text
that is in several modules is one text; it stands under the first of them. What is gone
from the code goes from the files.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Final
from xml.etree import ElementTree as ET

from ksync.connect.steps import APPLE, APPLE_PROFILE, KDE, THUNDERBIRD
from ksync.reporting.catalog import CATALOG
from ksync.reporting.decisions import HOLDS
from ksync.reporting.network_entries import ALLOWED, DENIALS
from tools.tree import ROOT, Finding, python_files, run
from ui.viewmodels.problems import names_a_command
from ui.words import LANGUAGES

FOLDER: Final = "resources/translations"
_MARKS: Final = frozenset({"tr", "plural", "mark"})

# Methods and classes of Qt whose text a person sees.
_SHOWS: Final = frozenset(
    {
        "setText", "setTitle", "setToolTip", "setWindowTitle", "setPlaceholderText",
        "setAccessibleName", "setAccessibleDescription", "setStatusTip", "setHeaderLabels",
        "setHorizontalHeaderLabels", "setLabelText", "setInformativeText", "addAction", "addTab",
        "addItem", "addItems", "addMenu", "addButton", "setSuffix", "setPrefix",
        "setSpecialValueText", "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QAction",
        "QGroupBox", "QToolButton",
    }
)  # fmt: skip
# References that only a terminal meets.
_ON_TERMINALS: Final = ("demo.", "doctor.", "usage.")
# French puts a space before these signs, and no line breaks there.
_FRENCH_BREAK: Final = re.compile(r" [;:?!»]|« ")
_WORD: Final = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be translated.

    :param context: the module that has it first.
    """

    source: str
    context: str
    plural: bool = False


def texts(root: Path) -> dict[str, Text]:
    """All texts of the checkout, by themselves."""
    found: dict[str, Text] = {}
    for text in (*_in_code(root), *_of_the_application()):
        found.setdefault(text.source, text)
    return found


def _in_code(root: Path) -> Iterator[Text]:
    for path in python_files(root, ("ui",)):
        module = path.relative_to(root).with_suffix("").as_posix().replace("/", ".")
        for call in _calls(path):
            name, first = _name(call), call.args[0] if call.args else None
            if name in _MARKS and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield Text(first.value, module, plural=name == "plural")


def _of_the_application() -> Iterator[Text]:
    for reference, entry in CATALOG.items():
        if not reference.startswith(_ON_TERMINALS):
            yield from (
                Text(part, "ksync.reporting")
                for part in (entry.sentence, entry.hint)
                if _said(part)
            )
    denials = ((d.sentence, d.hint, d.managed) for d in DENIALS.values())
    for part in (*ALLOWED.values(), *(text for told in denials for text in told)):
        if _said(part):
            yield Text(part, "ksync.reporting")
    for step in (*KDE, *APPLE, *APPLE_PROFILE, *THUNDERBIRD.values()):
        yield Text(step, "ksync.connect")
    for words in HOLDS.values():
        yield from (
            Text(part, "ksync.reporting") for part in (words.seen, words.approve, words.reject)
        )


def _said(text: str) -> bool:
    """Whether a window shows it: it has words, and names no command."""
    return bool(_WORD.search(re.sub(r"\{\w+\}", "", text))) and not names_a_command(text)


def unmarked(root: Path) -> Iterator[Finding]:
    """Texts that are shown and not marked, and marks that cannot be read."""
    for path in python_files(root, ("ui",)):
        name = str(path.relative_to(root))
        for call in _calls(path):
            called = _name(call)
            if called in _SHOWS:
                for argument in call.args:
                    for text in _bare(argument):
                        yield Finding(name, call.lineno, f"not marked for translation: {text!r}")
            elif called in _MARKS and call.args and isinstance(call.args[0], ast.JoinedStr):
                yield Finding(name, call.lineno, "an f-string cannot be translated")


def _bare(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)) if _WORD.search(text.replace("kSync", "")):
            yield text
        case ast.JoinedStr(values=parts):
            for part in parts:
                if isinstance(part, ast.Constant):
                    yield from _bare(part)
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            for element in elements:
                yield from _bare(element)
        case ast.IfExp(body=body, orelse=orelse):
            yield from _bare(body)
            yield from _bare(orelse)
        case ast.BinOp(left=left, right=right):
            yield from _bare(left)
            yield from _bare(right)


def _calls(path: Path) -> Iterator[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


# -- the files ----------------------------------------------------------------------------

Forms = tuple[str, ...]


def read(file: Path) -> dict[str, Forms]:
    """What a file has, by source; an empty text where it is unfinished."""
    found: dict[str, Forms] = {}
    if not file.is_file():
        return found
    tree = ET.parse(file)  # noqa: S314  our own file
    for message in tree.getroot().iterfind("context/message"):
        source, translation = message.findtext("source") or "", message.find("translation")
        if translation is not None:
            forms = tuple(form.text or "" for form in translation.iterfind("numerusform"))
            found[source] = forms or (translation.text or "",)
    return found


def write(file: Path, code: str, wanted: Mapping[str, Text], known: Mapping[str, Forms]) -> None:
    """Write a file with all texts, by context."""
    root = ET.Element("TS", version="2.1", language=code, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for text in sorted(wanted.values(), key=lambda text: (text.context, text.source)):
        if text.context not in contexts:
            contexts[text.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[text.context], "name").text = text.context
        forms = known.get(text.source) or (("",) * (2 if text.plural else 1))
        if code == "en" and not all(forms):
            forms = _english(text)
        message = ET.SubElement(contexts[text.context], "message")
        if text.plural:
            message.set("numerus", "yes")
        ET.SubElement(message, "source").text = text.source
        translation = ET.SubElement(message, "translation")
        if not all(forms):
            translation.set("type", "unfinished")
        if text.plural:
            for form in forms:
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0]
    ET.indent(root, "  ")
    body = ET.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    file.write_text(f"{head}{body}\n", encoding="utf-8")


def _unbroken(text: str) -> str:
    return re.sub(r" ([;:?!»])", "\u00a0\\1", text).replace("« ", "«\u00a0")


def _english(text: Text) -> Forms:
    if not text.plural:
        return (text.source,)
    one, several = re.sub(r"\((\w+)\)", "", text.source), re.sub(r"\((\w+)\)", r"\1", text.source)
    return one, several


def update(root: Path, new: Mapping[str, Mapping[str, str | Sequence[str]]] | None = None) -> None:
    """Bring all files up to date, with new translations if there are any."""
    wanted = texts(root)
    for code in LANGUAGES:
        file = root / FOLDER / f"ksync_{code}.ts"
        known = read(file)
        for source, by_language in (new or {}).items():
            if code in by_language:
                given = by_language[code]
                forms = (given,) if isinstance(given, str) else tuple(given)
                known[source] = tuple(map(_unbroken, forms)) if code == "fr" else forms
        write(file, code, wanted, known)


def check(root: Path) -> Iterator[Finding]:
    """What is not marked, not translated, or translated with other places for values."""
    yield from unmarked(root)
    wanted = texts(root)
    for code in LANGUAGES:
        name = f"{FOLDER}/ksync_{code}.ts"
        known = read(root / name)
        for source, text in wanted.items():
            forms = known.get(source)
            if forms is None or not all(forms) or len(forms) != (2 if text.plural else 1):
                yield Finding(name, 0, f"not translated: {source!r}")
            elif code == "fr" and any(_FRENCH_BREAK.search(form) for form in forms):
                yield Finding(name, 0, f"a line may break before a sign: {source!r}")
            elif any(not _same_places(source, form, text.plural) for form in forms):
                yield Finding(name, 0, f"other places for values: {source!r}")
        for source in known.keys() - wanted.keys():
            yield Finding(name, 0, f"not in the code any more: {source!r}")


def _same_places(source: str, form: str, plural: bool) -> bool:
    try:
        places = [
            {n for _, n, _, _ in Formatter().parse(t) if n is not None} for t in (source, form)
        ]
    except ValueError:
        return False
    # "one item" may leave the number out
    return places[0] - ({"count"} if plural else set()) <= places[1] <= places[0]


def main(arguments: Sequence[str]) -> int:
    """Update, fill or check."""
    match list(arguments):
        case ["--check", *rest]:
            return run(check, rest)
        case ["--fill", file]:
            update(ROOT, json.loads(Path(file).read_text(encoding="utf-8")))
        case []:
            update(ROOT)
        case _:
            sys.stderr.write(f"{__doc__}\n")
            return 2
    left = [finding for finding in check(ROOT) if "not translated" in finding.message]
    sys.stdout.write(f"{len(left)} translations are missing\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
