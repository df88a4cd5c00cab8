"""Tests of ``sync_engine.transport``, on real sockets wherever a socket matters."""
