"""``python -m tests.benchmarks [--write] [--alone] [NAME ...]`` (``./dev bench``)."""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import desktop, gateway, idling, merging, starting, syncing
from tests.benchmarks.measuring import Row, tell

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- figures -->", "<!-- /figures -->"
WORDS = {True: "reached", False: "**missed**", None: "recorded"}


def table(rows: list[Row]) -> str:
    """The figures, for a document."""
    lines = ["| work | measured | to reach | |", "| --- | --- | --- | --- |"]
    lines += [f"| {r.work} | {r.measured} | {r.wanted} | {WORDS[r.reached]} |" for r in rows]
    return "\n".join(lines)


def main() -> int:
    """Measure, print, and write it down if wanted."""
    options = argparse.ArgumentParser(prog="./dev bench", description="How quick it is.")
    options.add_argument("names", nargs="*", metavar="NAME", help="what to measure; default: all")
    options.add_argument("--alone", action="store_true", help="without vdirsyncer")
    options.add_argument("--write", action="store_true", help="write the table in docs anew")
    wanted = options.parse_args()
    names: list[str] = wanted.names
    rows: list[Row] = []

    def add(row: Row) -> None:
        rows.append(row)
        print(f"{WORDS[row.reached].strip('*'):<9} {row.work}: {row.measured}", flush=True)

    with tempfile.TemporaryDirectory(prefix="ksync-bench-") as temporary:
        folder = Path(temporary)
        benchmarks = {
            "start": lambda: starting.measure(add),
            "idle": lambda: idling.measure(add, folder / "idle"),
            "merge": lambda: merging.measure(add),
            "gateway": lambda: gateway.measure(add, folder / "gateway"),
            "first": lambda: syncing.first_sync(add, folder / "first"),
            "large": lambda: syncing.large(add, folder / "large"),
            "desktop": lambda: desktop.measure(add, folder / "desktop"),
            "upload": lambda: syncing.upload(add, folder / "upload"),
        }
        unknown = [name for name in names if name not in benchmarks]
        if unknown:
            print(f"no such benchmark: {unknown[0]} (there are {', '.join(benchmarks)})")
            return 2
        for name in names or benchmarks:
            (folder / name).mkdir(exist_ok=True)
            tell(name)
            benchmarks[name]()
    if wanted.write:
        _write(rows)
    return 0


def _write(rows: list[Row]) -> None:
    today = datetime.datetime.now(tz=datetime.UTC).date()
    load = os.getloadavg()[0]
    where = (
        f"{today}, {os.cpu_count()} processors, {platform.python_implementation()} "
        f"{platform.python_version()}, {platform.system()}; load when it ended: {load:.0f}."
    )
    text = DOCUMENT.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    DOCUMENT.write_text(f"{before}{BEGIN}\n\n{where}\n\n{table(rows)}\n\n{END}{after}")


if __name__ == "__main__":
    sys.exit(main())
