"""The base store: what both sides last agreed on, and all that must survive a crash.

One SQLite file (WAL, synchronous=FULL) for each account. Parts:

``contents``   texts by SHA-256, compressed, shared by all other parts
``collections`` the account's collections, their tokens and hints
``base``       base rows: both sides' names, fingerprints and texts
``shadow``     what the server reported and the base has not taken up yet
``beyond``     what is on the server alone, being older than the past limit
``extents``    when texts end, remembered by their hash
``intents``    writes that were begun and not confirmed
``sleepers``   resources that a side refused, until they change
``holds``      decisions that wait for a person
``history``    every version that sync overwrote, deleted or could not keep
``runs``       what ran, and what it did
"""

from sync_engine.base_store.store import BaseStore

__all__ = ["BaseStore"]
