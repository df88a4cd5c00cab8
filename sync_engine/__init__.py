"""The two-way sync engine of kSync: a library that knows no application.

It holds no configuration files, no Qt, no keyring and no prose for people:
decisions are values, progress is typed events (``sync_engine.events``) and
failures are the typed errors of ``sync_engine.errors``.

How data flows: ``docs/architecture.md``. The promise: ``docs/sync-model.md``.
"""
