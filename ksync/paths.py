"""Where kSync keeps things.

Rules
-----
* The platform decides (platformdirs), or ``KSYNC_HOME=DIR`` puts all five
  folders under DIR: for tests, portable use and a second profile. No other
  variable moves anything.
* Naming a folder does not make it. Who writes makes it with ``ensure_private``:
  mode 0700, and a folder of kSync's own that is found wider is narrowed. A folder that
  a person named (where a bundle goes, where a link leads) keeps its mode.
* Files are written by ``write_private``: mode 0600 from the first byte, complete
  or not at all.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "KSYNC_HOME"
PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


@dataclass(frozen=True, slots=True)
class Paths:
    """The five folders; none of them needs to exist.

    :param config: settings that a person wrote.
    :param data: calendars and address books as files, the default place.
    :param state: sync state, history, run reports, locks.
    :param cache: can be deleted at any time.
    :param log: log files and reports of unexpected errors.
    """

    config: Path
    data: Path
    state: Path
    cache: Path
    log: Path

    @classmethod
    def under(cls, home: Path) -> Paths:
        """All folders under one."""
        return cls(*(home / name for name in ("config", "data", "state", "cache", "log")))

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Paths:
        """The folders of this user: under ``KSYNC_HOME`` if it is set and not empty."""
        home = (os.environ if environ is None else environ).get(HOME_VARIABLE, "")
        if home:
            return cls.under(Path(home).expanduser().absolute())
        from platformdirs import PlatformDirs  # noqa: PLC0415  ksync --version must not pay for it

        dirs = PlatformDirs("ksync", appauthor=False)
        return cls(
            config=dirs.user_config_path,
            data=dirs.user_data_path,
            state=dirs.user_state_path,
            cache=dirs.user_cache_path,
            log=dirs.user_log_path,
        )

    @property
    def config_file(self) -> Path:
        """``config.toml``."""
        return self.config / "config.toml"

    def account_lock(self, account_id: str) -> Path:
        """The lock file of an account, by its UUID."""
        return self.state / "locks" / f"{account_id}.lock"


def ensure_private(folder: Path, *, own: bool = True) -> Path:
    """Make a folder and what is missing above it, each 0700; return it.

    :param own: it is kSync's alone: where it exists, is this user's and is open to
        others, it is narrowed to 0700. A folder that a person chose is left as it is.
    :raises OSError: it cannot be made.
    """
    missing = []
    for candidate in (folder, *folder.parents):
        if candidate.exists():
            break
        missing.append(candidate)
    for candidate in reversed(missing):
        with suppress(FileExistsError):  # another process was faster
            candidate.mkdir(mode=PRIVATE_FOLDER)
    if own and os.name == "posix":
        found = folder.stat()
        if found.st_uid == os.geteuid() and found.st_mode & 0o077:
            folder.chmod(PRIVATE_FOLDER)
    return folder


def write_private(path: Path, data: bytes, *, own: bool = True) -> None:
    """Replace a file's content in one step (0600), through a symbolic link if it is one.

    A reader sees the old content or the new one, also after a power cut.

    :param own: the folder is kSync's alone (``ensure_private``). Where a link leads to
        is somebody's choice, and no folder of kSync's.
    :raises OSError: nothing was changed.
    """
    target = path.resolve()
    own = own and target.parent == path.parent.resolve()
    ensure_private(target.parent, own=own)
    draft = target.with_name(f".{target.name}.{os.urandom(6).hex()}.tmp")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    try:
        with open(handle, "wb") as stream:  # noqa: PTH123  a descriptor, so that O_EXCL and the mode hold
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(target)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make a rename durable; a file system that cannot do that is left alone."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
