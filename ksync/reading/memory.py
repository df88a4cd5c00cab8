"""What was freed goes back to the system.

Thousands of files are read one after the other, and what each needed for a moment is freed
again; the C library of Linux keeps it, in pieces, for the next time. There is none soon.
"""

from __future__ import annotations

import sys


def give_back() -> None:
    """Return what is free, where the C library can (glibc's ``malloc_trim``)."""
    if not sys.platform.startswith("linux"):
        return
    from ctypes import CDLL  # noqa: PLC0415  dear to import

    trim = getattr(CDLL(None), "malloc_trim", None)
    if trim is not None:  # musl has none
        trim(0)
