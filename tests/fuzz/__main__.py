"""``python -m tests.fuzz [DOOR [SECONDS]]``: atheris on one door, or on each in turn.

A door that breaks a promise prints the octets, also in base64: put them into a file
``tests/fuzz/found/DOOR/WHAT.base64`` when the code is mended.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import atheris

# Fuzzing is guided by the branches of what is imported in here.
with atheris.instrument_imports(include=["sync_engine"]):
    from tests.fuzz.doors import DOORS, found

SECONDS = 60


def fuzz(name: str, folder: Path, seconds: int) -> None:
    """Run one door in this process; libFuzzer ends it."""
    door = DOORS[name]
    corpus = folder / "corpus"
    corpus.mkdir(parents=True)
    seeds = [*door.seeds(), *found(name)]
    for number, octets in enumerate(seeds):
        (corpus / f"seed-{number}").write_bytes(octets)
    options = [
        f"-max_total_time={seconds}",
        "-max_len=4096",
        "-timeout=20",
        "-rss_limit_mb=1024",
        "-print_final_stats=1",
        f"-artifact_prefix={folder}/",
    ]
    if door.words:
        words = folder / "words"
        words.write_text("".join(f'"{_escaped(word)}"\n' for word in door.words))
        options.append(f"-dict={words}")
    atheris.Setup([sys.argv[0], *options, str(corpus)], door.check)
    atheris.Fuzz()


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{octet:02x}" for octet in word)


def main() -> int:
    """Each door in a process of its own; how many broke a promise."""
    match sys.argv[1:]:
        case ["--in", folder, name, seconds]:
            fuzz(name, Path(folder), int(seconds))
            return 0
        case [] | ["all"]:
            names, seconds = list(DOORS), str(SECONDS)
        case ["all", seconds]:
            names = list(DOORS)
        case [name, *rest] if name in DOORS and len(rest) < 2:
            names, seconds = [name], (rest or [str(SECONDS)])[0]
        case _:
            print(f"usage: ./dev fuzz [{'|'.join(DOORS)}|all] [SECONDS]", file=sys.stderr)
            return 2
    broken = 0
    for name in names:
        folder = tempfile.mkdtemp(prefix=f"ksync-fuzz-{name}-")
        print(f"{name}: {seconds} s in {folder}", flush=True)
        command = [sys.executable, "-m", "tests.fuzz", "--in", folder, name, seconds]
        broken += subprocess.run(command, check=False).returncode != 0
    print(f"{broken} doors broke a promise" if broken else "every door held")
    return broken


if __name__ == "__main__":
    sys.exit(main())
