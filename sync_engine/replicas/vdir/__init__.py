"""A folder per collection, a file per resource, as khal, khard and todoman use it."""

from sync_engine.replicas.vdir.collection import VdirCollection, VdirOptions
from sync_engine.replicas.vdir.renames import Way
from sync_engine.replicas.vdir.store import VdirStore

__all__ = ["VdirCollection", "VdirOptions", "VdirStore", "Way"]
