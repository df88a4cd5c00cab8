"""Names of files as they are shown."""

from __future__ import annotations

from sync_engine.base_store.base import NAMELESS


def file_name(local_id: str | None) -> str:
    """The file's name, ``""`` for a resource that has none (or lost it to another)."""
    return "" if local_id is None or local_id.startswith(NAMELESS) else local_id
