"""WebDAV without I/O: one module per RFC builds bodies and parses replies."""
