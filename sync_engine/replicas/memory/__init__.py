"""The in-memory twin of a replica, in both roles, for tests of what uses the port.

``MemoryCollection`` behaves as a server's collection does: strong ETags, strict
preconditions, sync-tokens with deltas and 404 rows (RFC 6578 §3.5), and the
faults that a server or a net can have (``MemoryFaults``). Without tokens it
stands for a local store just as well; ``MemoryStore`` is such a store.

Nothing here depends on time or chance: the same calls give the same answers.
"""

from sync_engine.replicas.memory.collection import MemoryCollection
from sync_engine.replicas.memory.faults import MemoryFaults, MemoryState
from sync_engine.replicas.memory.store import MemoryStore

__all__ = ["MemoryCollection", "MemoryFaults", "MemoryState", "MemoryStore"]
