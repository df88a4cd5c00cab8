"""Write the manual pages for packagers: ``./dev man [FOLDER]``."""

from __future__ import annotations

import sys
from pathlib import Path

from ksync.cli.main import cli
from ksync.cli.manual import pages


def main(argv: list[str] | None = None) -> int:
    """Write them; returns the exit code."""
    words = sys.argv[1:] if argv is None else argv
    folder = Path(words[0] if words else "build/man")
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages(cli).items():
        (folder / name).write_text(text, encoding="utf-8")
    print(f"written to {folder}")  # noqa: T201  a tool of the command line
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
