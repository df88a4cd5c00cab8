"""What a type cannot say about a setting: one small function for each, in one table.

A rule returns what is wrong as the rest of a sentence that begins with the key
(“must …”), or ``""``.
"""

from __future__ import annotations

import ipaddress
import re
import shlex
from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType
from urllib.parse import urlsplit

from ksync import providers
from ksync.config import guard
from ksync.config.model import INTERVAL_MINUTES

Rule = Callable[[object], str]

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_ACCOUNT_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}")
_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?")


def account_name(name: str) -> str:
    """Why ``name`` cannot be an account's name, or ``""``.

    It becomes part of IDs (``ACCOUNT/SLUG``), of folder names and of the name of a
    systemd credential.
    """
    if _ACCOUNT_NAME.fullmatch(name):
        return ""
    return "must be letters, digits and . _ @ + - (at most 64, the first a letter or a digit)"


def collection_slug(slug: str) -> str:
    """Why ``slug`` cannot be a collection's name in an ID, or ``""``."""
    if slug and slug not in {".", ".."} and "/" not in slug and slug.isprintable():
        return ""
    return "must be a name without slashes and control characters"


def server_url(value: object) -> str:
    """An address that credentials may be sent to."""
    text = str(value)
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return "must be an address like https://sync.example.org/"
    if parts.scheme not in {"https", "http"} or not host or not text.isprintable():
        return "must be an address like https://sync.example.org/"
    if parts.username is not None or parts.password is not None:
        return "must not contain a user name or a password"
    if parts.query or parts.fragment:
        return "must not have a ?query or a #fragment"
    if parts.scheme == "http" and not _is_loopback(host):
        return (
            "must begin with https:// (http only to a literal loopback address, 127.0.0.1 or ::1)"
        )
    return ""


def proxy_url(value: object) -> str:
    """An http proxy; a login for it would be a secret."""
    try:
        parts = urlsplit(str(value))
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    if parts.username is not None or parts.password is not None:
        return "must not contain a user name or a password"
    if parts.scheme != "http" or not host or parts.path not in {"", "/"} or parts.query:
        return "must be an address like http://proxy.example.org:3128"
    return ""


def _patterns(value: object) -> str:
    if all(str(pattern).strip() for pattern in (value if isinstance(value, tuple) else ())):
        return ""
    return "must be patterns such as work or team-*, none of them empty"


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _identifier(value: object) -> str:
    return "" if _UUID.fullmatch(str(value)) else "must be a UUID in lower case"


def _provider(value: object) -> str:
    if value in providers.PROVIDERS:
        return ""
    return f"must be one of {', '.join(providers.PROVIDERS)}"


def _username(value: object) -> str:
    text = str(value)
    if not text.strip() or not text.isprintable():
        return "must not be empty"
    # RFC 7617 section 2: a user-id with a colon cannot be told from the password.
    return "must not contain a colon" if ":" in text else ""


def _command(value: object) -> str:
    try:
        words = shlex.split(str(value))
    except ValueError as error:
        return f"must be a command line ({error})"
    return "" if words else "must be a command line, not empty"


def _hosts(value: object) -> str:
    for host in value if isinstance(value, tuple) else ():
        name = str(host).lower().removeprefix("*.")
        if not _HOST.fullmatch(name) and not _is_address(name):
            return (
                f"must be host names (or *. and a domain) without scheme and port, unlike {name!r}"
            )
    return ""


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _place(value: object) -> str:
    text = str(value)
    if text.startswith("~") or PurePath(text).is_absolute():
        return ""
    return "must be a full path (beginning with / or ~)"


def _color(value: object) -> str:
    return "" if _COLOR.fullmatch(str(value)) else "must be a colour like #1a9fe0"


def _between(low: int, high: int) -> Rule:
    def check(value: object) -> str:
        if isinstance(value, int) and low <= value <= high:
            return ""
        return f"must be between {low} and {high}"

    return check


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "id": _identifier,
        "provider": _provider,
        "url": server_url,
        "username": _username,
        "password_command": _command,
        "trusted_hosts": _hosts,
        "ca_file": _place,
        "path": _place,
        "data_dir": _place,
        "color": _color,
        "past_days": _between(1, 36500),
        "history_days": _between(1, 36500),
        "history_max_mb": _between(1, 1_000_000),
        "proxy": proxy_url,
        "include_collections": _patterns,
        "exclude_collections": _patterns,
        # a minute: what servers take from one client without calling it a flood
        "interval_minutes": _between(*INTERVAL_MINUTES),
        "percent": _between(0, 100),
        "count": _between(1, 1_000_000),
        "ssid": guard.ssid,
        "ssid_hex": guard.ssid_hex,
        "bssids": guard.macs,
        "gateway_macs": guard.macs,
    }
)
"""By the key's last part; the model has no two settings of one name that differ."""

HINTS: Mapping[str, str] = MappingProxyType(
    {"past_days": "Leave it out to keep everything on this computer, too."}
)
"""What helps where a setting is wrong, where the message alone does not."""
