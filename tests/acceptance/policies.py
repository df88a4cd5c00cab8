"""An ``/etc`` of a test's own, with policies in it that root owns.

The program's places of policies are constants, so a test changes what is there: an
overlay over ``/etc`` in a mount namespace. Nothing outside sees it, and nothing of
it is left.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from tests.acceptance.mounts import Mounts

POLICIES = Path("/etc/ksync/policies")
MANAGED = POLICIES / "managed"
RECOMMENDED = POLICIES / "recommended"
HEAD = {"schema_version": 1, "organization": {"name": "ACME SA", "support": "it@acme.example"}}


class Etc:
    """The private ``/etc`` of a mount namespace."""

    def __init__(self, mounts: Mounts, scratch: Path) -> None:
        self.mounts = mounts
        mounts.overlay(Path("/etc"), scratch)
        for folder in (MANAGED, RECOMMENDED):
            self.path(folder).mkdir(parents=True, mode=0o755)

    def path(self, path: Path) -> Path:
        """Where the test sees what the program sees at ``path``."""
        return self.mounts.inside(path)

    def put(self, name: str, content: bytes | str | dict[str, Any], folder: Path = MANAGED) -> Path:
        """Write a policy as root does; a dictionary gets the head that all have.

        :returns: where the program finds it.
        """
        if isinstance(content, dict):
            content = json.dumps({**HEAD, **content}, indent=1)
        data = content.encode() if isinstance(content, str) else content
        draft = self.path(POLICIES / ".draft")
        draft.write_bytes(data)
        draft.chmod(0o644)
        draft.replace(self.path(folder / name))
        return folder / name

    def remove(self, name: str, folder: Path = MANAGED) -> None:
        """Take a policy away."""
        self.path(folder / name).unlink()

    def own(self, path: Path, user: int) -> None:
        """Give something to a user."""
        os.chown(self.path(path), user, user, follow_symlinks=False)
