"""Where the files that are no code are found: icons, desktop entry, later translations.

There is one copy of them, the folder ``resources`` at the top of the source tree. An
editable installation and the source tree use it where it is; a wheel carries it inside
the package, as ``ksync/_resources``, so that the generic name ``resources`` never lands in
a shared ``site-packages``. Everything asks here, nothing computes such a path itself.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

_PACKAGE = Path(__file__).resolve().parent
_IN_WHEEL = _PACKAGE / "_resources"
_IN_SOURCE = _PACKAGE.parent / "resources"


class ResourceMissing(FileNotFoundError):
    """A file that belongs to kSync is not there: the installation is damaged."""


def resource(name: str) -> Path:
    """Return the path of a file of kSync's own.

    :param name: relative, with forward slashes, e.g. ``icons/ksync.svg``.
    :raises ResourceMissing: there is no such file.
    :raises ValueError: *name* is absolute or leads out of the folder.
    """
    relative = PurePosixPath(name)
    if relative.is_absolute() or ".." in relative.parts:
        msg = f"not a name inside the resources: {name!r}"
        raise ValueError(msg)
    folder = _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_SOURCE
    path = folder / relative
    if not path.is_file():
        msg = f"resource {name!r} is missing in {folder}"
        raise ResourceMissing(msg)
    return path
