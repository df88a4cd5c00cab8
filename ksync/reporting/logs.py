"""The log of what runs without a person: standard logging, to the journal or to a file.

Rules
-----
* Every line carries the run it belongs to (``ACCOUNT:NUMBER``), ``-`` outside of one.
* At the default level no title, address, file, host, network or name of a person or of a
  calendar is written: account names (which the user chose for this), counts, references
  and sentences of ours. At ``debug`` there are collections and addresses, never texts or
  secrets.
* Where systemd reads our stderr, lines go there with their priority (sd-daemon(3)), and
  the journal adds the time. Elsewhere they go to a file that is turned over at a
  megabyte, with four older ones.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path

from ksync.paths import PRIVATE_FILE, ensure_private
from ksync.reporting.output import plain

LOGGER = "ksync"
FILE = "ksync.log"
GATEWAY_FILE = "gateway.log"
FILE_BYTES = 1_000_000
OLDER_FILES = 4
LEVELS = ("error", "warning", "info", "debug")
NO_RUN = "-"

_PRIORITIES = {
    logging.DEBUG: 7,
    logging.INFO: 6,
    logging.WARNING: 4,
    logging.ERROR: 3,
    logging.CRITICAL: 2,
}
_current = threading.local()


def set_run(run: str) -> None:
    """Lines of this thread belong to this run from now on (``NO_RUN``: to none)."""
    _current.run = run


class _WithRun(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        """Give the line its run, unless the caller did (``extra={"run": …}``)."""
        if not hasattr(record, "run"):
            record.run = getattr(_current, "run", NO_RUN)
        return True


class _Line(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """One line, whatever is in it."""
        return plain(super().format(record))


class _Journal(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """A line with its priority in front: ``<6>…``."""
        return f"<{_PRIORITIES.get(record.levelno, 6)}>{plain(super().format(record))}"


class _Private(RotatingFileHandler):
    def _open(self):  # type: ignore[no-untyped-def]  # the base class's own signature
        """The file, for its owner only from the first byte."""
        Path(self.baseFilename).touch(PRIVATE_FILE)
        return super()._open()


def start(
    folder: Path, level: str, *, journal: bool | None = None, name: str = FILE
) -> Path | None:
    """Send the log where it belongs; returns the file, if it goes to one.

    :param level: of ``LEVELS``.
    :param journal: ``None``: if stderr is the journal's.
    :param name: of the file; two processes do not turn one file over.
    :raises OSError: the file cannot be made.
    """
    to_journal = stderr_is_journal() if journal is None else journal
    handler: logging.Handler
    if to_journal:
        file = None
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(_Journal("[%(run)s] %(message)s"))
    else:
        file = ensure_private(folder) / name
        handler = _Private(file, maxBytes=FILE_BYTES, backupCount=OLDER_FILES, encoding="utf-8")
        handler.setFormatter(_Line("%(asctime)s %(levelname)s [%(run)s] %(message)s"))
    handler.addFilter(_WithRun())
    logger = logging.getLogger(LOGGER)
    logger.handlers[:] = [handler]
    logger.setLevel(level.upper())
    logger.propagate = False
    return file


def files(folder: Path) -> list[Path]:
    """All logs that are there, the older ones with them."""
    return sorted(file for name in (FILE, GATEWAY_FILE) for file in folder.glob(f"{name}*"))


def stop() -> None:
    """Close what ``start`` opened."""
    logger = logging.getLogger(LOGGER)
    for handler in logger.handlers:
        handler.close()
    logger.handlers[:] = []


def stderr_is_journal() -> bool:
    """Whether systemd reads this process's stderr (systemd.exec(5), JOURNAL_STREAM)."""
    device, _, inode = os.environ.get("JOURNAL_STREAM", "").partition(":")
    try:
        found = os.fstat(sys.stderr.fileno())
        return (int(device), int(inode)) == (found.st_dev, found.st_ino)
    except (ValueError, OSError):
        return False
