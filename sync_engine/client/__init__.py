"""The CalDAV/CardDAV client: the sans-I/O modules of ``dav`` over a ``Transport``."""
