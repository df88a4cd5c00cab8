"""Draw the table of error references of ``docs/cli.md`` from ``ksync.reporting.catalog``.

    python -m tools.draw_references --write docs/cli.md
    python -m tools.draw_references --check docs/cli.md

The table stands between two markers, and nothing else of the document is touched.
``tests/house/test_documents_drawn.py`` checks it with all other tests.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ksync.reporting.catalog import CATALOG, Entry

START: Final = "<!-- table:references -->"
END: Final = "<!-- /table -->"

# What stands in a sentence or a hint where the program knows the real name.
_NAMES: Final = {"account": "NAME", "collection": "ID", "resource": "…", "detail": "…"}


class NoMarkers(ValueError):
    """The document has no place for the table."""


def table() -> str:
    """The table in Markdown, a reference a line, sorted by reference."""
    lines = ["| reference | exit code | sentence | hint |", "|---|---|---|---|"]
    lines += [_row(reference, CATALOG[reference]) for reference in sorted(CATALOG)]
    return "\n".join(lines)


def _row(reference: str, found: Entry) -> str:
    cells = (
        f"`{reference}`",
        str(int(found.exit_code)),
        found.sentence.format(**_NAMES),
        found.hint.format(**_NAMES),
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def drawn(text: str) -> str:
    """The document with the table as it is now.

    :raises NoMarkers: it has no start marker, or none that ends it.
    """
    head, start, rest = text.partition(START)
    _, end, tail = rest.partition(END)
    if not (start and end):
        raise NoMarkers(f"no {START} … {END}")
    return f"{head}{START}\n{table()}\n{END}{tail}"


def main(arguments: Sequence[str]) -> int:
    """Draw, or check that it is drawn; 1 if it is not."""
    parser = argparse.ArgumentParser(prog="draw_references", description=__doc__)
    mode = parser.add_mutually_exclusive_group(required=True)
    mode.add_argument("--write", action="store_true", help="write the table into the document")
    mode.add_argument("--check", action="store_true", help="tell whether it is up to date")
    parser.add_argument("document", type=Path)
    given = parser.parse_args(arguments)
    before = given.document.read_text(encoding="utf-8")
    after = drawn(before)
    if before == after:
        return 0
    if given.write:
        given.document.write_text(after, encoding="utf-8")
        return 0
    sys.stderr.write(
        f"{given.document}: the table of references is out of date; "
        f"python -m tools.draw_references --write {given.document}\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
