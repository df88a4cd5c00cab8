"""``ksync diagnostics``: what a person who helps needs to know, and nothing private.

Rules
-----
* What goes in is chosen here, piece by piece; nothing is copied whole and cleaned
  afterwards. Titles, texts, file names, addresses of resources, user names, passwords
  and network names are not among the pieces.
* Names that are needed to tell things apart (accounts, collections, hosts) become
  short hashes, salted anew for each bundle: they compare within it and mean nothing
  outside.
* It is a ZIP of a few JSON and text files; what is in it is shown before it is written.
"""

from __future__ import annotations

import hashlib
import io
import json
import platform
import secrets
import sqlite3
import sys
import time
import zipfile
from collections.abc import Iterable
from importlib import metadata
from typing import Any
from urllib.parse import urlsplit

from ksync import __version__
from ksync.composition import OpenAccount, Parts
from ksync.doctor import Finding, examine
from ksync.reporting.logs import FILE
from ksync.reporting.output import plain
from ksync.scheduler import pausing
from sync_engine.cycle.result import REPORTS

RUNS = 50
LOG_LINES = 500
_DISTRIBUTIONS = ("caldav", "httpx2", "httpcore2", "icalendar", "keyring", "vobject", "watchdog")


class Pseudonyms:
    """Names as short hashes, the same name the same hash within one bundle."""

    def __init__(self) -> None:
        self._salt = secrets.token_bytes(16)

    def __call__(self, kind: str, name: str) -> str:
        """``account-3f9a1c``."""
        digest = hashlib.blake2b(name.encode(), key=self._salt, digest_size=4).hexdigest()
        return f"{kind}-{digest}"


def bundle(parts: Parts, *, offline: bool = True) -> dict[str, str]:
    """The files of the bundle: name -> text.

    :param offline: ask no server for it.
    """
    hidden = Pseudonyms()
    files = {
        "about.json": _dump(_about(parts)),
        "settings.json": _dump(_settings(parts, hidden)),
        "doctor.json": _dump(
            [_finding(finding, hidden) for finding in examine(parts, offline=offline)]
        ),
        "accounts.json": _dump(
            [_account(parts.account(name), hidden) for name in sorted(parts.config.accounts)]
        ),
    }
    log = parts.paths.log / FILE
    if log.exists():
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()[-LOG_LINES:]
        files["log.txt"] = _hide(lines, parts, hidden)
    return files


def packed(files: dict[str, str]) -> bytes:
    """The files as a ZIP."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(f"ksync-diagnostics/{name}", text)
    return buffer.getvalue()


def _about(parts: Parts) -> dict[str, Any]:
    versions = {}
    for name in _DISTRIBUTIONS:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            versions[name] = "missing"
    pause = pausing.current(parts.paths, time.time())
    return {
        "made_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "ksync": __version__,
        "python": sys.version.split()[0],
        "system": platform.platform(),
        "sqlite": sqlite3.sqlite_version,
        "distributions": versions,
        "paused": pause is not None,
    }


def _settings(parts: Parts, hidden: Pseudonyms) -> dict[str, Any]:
    config = parts.config
    accounts = {}
    for name, account in config.accounts.items():
        accounts[hidden("account", name)] = {
            "provider": account.provider,
            "hosts": [hidden("host", urlsplit(url).hostname or "") for url in account.urls],
            "scheme": sorted({urlsplit(url).scheme for url in account.urls}),
            "store": account.store.value,
            "password": "command" if account.password_command else "keyring",
            "own_authorities": account.ca_file is not None,
            "trusted_hosts": len(account.trusted_hosts),
            "interval_minutes": account.interval_minutes,
            "collections": {
                hidden("collection", slug): {
                    "enabled": one.enabled,
                    "direction": one.direction.value,
                    "conflict": one.conflict and one.conflict.value,
                }
                for slug, one in account.collections.items()
            },
        }
    return {
        "history_days": config.general.history_days,
        "history_max_mb": config.general.history_max_mb,
        "allow_plaintext_keyring": config.general.allow_plaintext_keyring,
        "conflict": config.sync.conflict.value,
        "interval_minutes": config.sync.interval_minutes,
        "network_guard": config.network_guard.mode.value,
        "networks": len(config.network_guard.wifi),
        "accounts": accounts,
    }


def _finding(finding: Finding, hidden: Pseudonyms) -> dict[str, Any]:
    """Without its sentences: they name folders and hosts; the reference stands for them."""
    return {
        "check": finding.check,
        "state": finding.state.value,
        "account": hidden("account", finding.account) if finding.account else "",
        "reference": finding.reference,
        "gate_code": finding.gate_code,
    }


def _account(opened: OpenAccount, hidden: Pseudonyms) -> dict[str, Any]:
    with opened:
        found: dict[str, Any] = {"account": hidden("account", opened.name)}
        if not opened.state_file.exists():
            return found | {"state": "none"}
        store = opened.store
        found["state_bytes"] = opened.state_file.stat().st_size
        found["collections"] = [
            {
                "collection": hidden("collection", row.slug),
                "kind": row.info.kind.value,
                "components": sorted(row.info.components),
                "read_only": row.info.read_only,
                "listed": row.listed,
                "warm": row.warm,
                "items": store.base.count(row.id),
                "traits": json.loads(row.traits),
            }
            for row in store.collections.all()
        ]
        found["holds"] = [hold.kind.value for hold in store.holds.all()]
        found["conflicts"] = len(store.conflicts.all())
        found["runs"] = [
            {
                "run": row.id,
                "started_at": row.started_at,
                "seconds": None if row.ended_at is None else row.ended_at - row.started_at,
                "trigger": row.trigger,
                "outcome": row.outcome,
                "result": _result(row.report, hidden),
            }
            for row in store.runs.latest(RUNS)
        ]
        return found


def _result(report: bytes | None, hidden: Pseudonyms) -> dict[str, Any] | None:
    if not report:
        return None
    result = REPORTS.decode(report)
    return {
        "failure": result.failure and result.failure.reference,
        "requests": result.requests,
        "passes": result.passes,
        "collections": [
            {
                "collection": hidden("collection", one.slug),
                "outcome": one.outcome,
                "counts": {name: count for name, count in one.counts.items() if count},
                "failure": one.failure and one.failure.reference,
                "errors": sorted({trouble.reference for trouble in one.errors}),
                "requests": one.requests,
                "seconds": one.seconds,
            }
            for one in result.collections
        ],
    }


def _hide(lines: Iterable[str], parts: Parts, hidden: Pseudonyms) -> str:
    """A log has no private words at its default level; account names and, at ``debug``,
    collections and addresses are replaced.
    """
    names: dict[str, str] = {}
    for name, account in parts.config.accounts.items():
        names[name] = hidden("account", name)
        names[account.username] = "user-name"
        for url in account.urls:
            host = urlsplit(url).hostname or ""
            names[host] = hidden("host", host)
    kept = []
    for line in lines:
        if " DEBUG " in line:
            continue  # addresses of resources, names of calendars
        told = line
        for name in sorted(filter(None, names), key=len, reverse=True):
            told = told.replace(name, names[name])
        kept.append(plain(told))
    return "\n".join(kept) + "\n"


def _dump(value: object) -> str:
    return json.dumps(value, indent=1, sort_keys=True) + "\n"
