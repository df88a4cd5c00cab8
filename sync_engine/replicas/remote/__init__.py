"""The remote replica: collections of a CalDAV/CardDAV account."""
