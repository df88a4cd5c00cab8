"""File systems for a test alone: a small one, and one that is turned read-only.

They live in a mount namespace of their own (``unshare``), so nothing outside sees
them and nothing is left behind; root is not needed where the system lets users have
namespaces. The program runs inside by ``nsenter``, the test looks in through
``/proc``.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self


class Mounts:
    """A mount namespace that lives as long as the context."""

    def __init__(self) -> None:
        own_user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
        self._enter = [] if os.geteuid() == 0 else ["--user", "--preserve-credentials"]
        # cat ends when its input is closed, and the namespace with it
        self._holder = subprocess.Popen(
            ["unshare", *own_user, "--mount", "sh", "-c", "echo ready; exec cat"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> Self:
        assert self._holder.stdout is not None
        assert self._holder.stdout.readline() == b"ready\n"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._holder.stdin is not None and self._holder.stdout is not None
        self._holder.stdin.close()
        self._holder.wait(10)
        self._holder.stdout.close()

    @property
    def prefix(self) -> tuple[str, ...]:
        """What runs a program inside."""
        return ("nsenter", "--target", str(self._holder.pid), *self._enter, "--mount", "--")

    def small(self, folder: Path, size: str) -> None:
        """Mount a file system in memory of that size, e.g. ``256k``."""
        folder.mkdir(parents=True, exist_ok=True)
        self._run("mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "none", str(folder))

    def resize(self, folder: Path, size: str) -> None:
        """Give it another size."""
        self._run("mount", "-o", f"remount,size={size}", str(folder))

    def read_only(self, folder: Path) -> None:
        """Let nobody write there, root neither."""
        self._run("mount", "--bind", str(folder), str(folder))
        self._run("mount", "-o", "remount,ro,bind", str(folder))

    def overlay(self, folder: Path, scratch: Path) -> None:
        """Make everything below a folder writable, in there alone.

        :param scratch: an empty folder; what is written goes to memory mounted there.
        """
        scratch.mkdir(parents=True, exist_ok=True)
        self._run("mount", "-t", "tmpfs", "-o", "mode=0755", "none", str(scratch))
        for name in ("upper", "work"):
            self.inside(scratch / name).mkdir(mode=0o755)
        layers = f"lowerdir={folder},upperdir={scratch}/upper,workdir={scratch}/work"
        self._run("mount", "-t", "overlay", "-o", layers, "none", str(folder))

    def writable(self, folder: Path) -> None:
        """Undo ``read_only``."""
        self._run("umount", str(folder))

    def inside(self, path: Path) -> Path:
        """The same path as it is seen in there."""
        return Path(f"/proc/{self._holder.pid}/root{path}")

    def _run(self, *words: str) -> None:
        subprocess.run([*self.prefix, *words], check=True, timeout=20)
