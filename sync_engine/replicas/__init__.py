"""Sides of a sync: the remote server, vdir folders, the in-memory twin."""
