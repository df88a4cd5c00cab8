"""The start of the program."""

from __future__ import annotations

import sys

from tests.benchmarks.measuring import Add, Row, least, spent


def measure(add: Add) -> None:
    """``ksync --version`` against an interpreter that does nothing."""
    bare = least(9, lambda: spent([sys.executable, "-c", "pass"]))
    mine = least(9, lambda: spent([sys.executable, "-m", "ksync", "--version"]))
    more = mine.cpu - bare.cpu
    add(
        Row(
            "ksync --version",
            f"{more:.2f} s of CPU more than a bare interpreter "
            f"({mine.cpu / bare.cpu:.1f} times: {mine.cpu:.2f} s to {bare.cpu:.2f} s)",
            "under 0.2 s more",
            more < 0.2,
        )
    )
