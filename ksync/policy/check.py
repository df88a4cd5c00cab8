"""What is wrong with a policy's text: all of it, each with line, key and what to do.

Rules
-----
* An unknown key is a mistake, not a warning: a misspelt lock would lock nothing.
* A key that looks like a secret is refused wherever it stands, and its value is
  never repeated.
* What a type cannot say (two keys of which one is needed, a list that a mode needs)
  stands in ``_RULES``.
* A *note* is no mistake: it says what the administrator may have meant otherwise.
"""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import EnumType
from typing import Any

import msgspec

from ksync import providers
from ksync.config import rules
from ksync.config.model import SECRET_KEYS
from ksync.policy.model import Policy
from ksync.policy.text import NotJson, Place, Text, read

_INSTEAD = (
    "Remove the line. Every user gives the password on their own computer, where the keyring "
    "keeps it."
)


@dataclass(frozen=True, slots=True)
class Remark:
    """A mistake, or a note.

    :param key: as it would be written in a path, or ``""``.
    """

    message: str
    line: int
    key: str = ""
    hint: str = ""


@dataclass(slots=True)
class Checked:
    """A text that was looked through.

    :param value: the document; only to be used where there is no mistake.
    """

    value: dict[str, Any] = field(default_factory=dict)
    text: Text = field(default_factory=lambda: Text(None))
    mistakes: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)

    def wrong(self, place: Place, message: str, hint: str = "") -> None:
        """Add a mistake: the key, and the rest of the sentence."""
        key = spelt(place)
        self.mistakes.append(Remark(f"{key} {message}".strip(), self.text.line(place), key, hint))

    def note(self, place: Place, message: str, hint: str = "") -> None:
        """Add a note."""
        self.notes.append(Remark(message, self.text.line(place), spelt(place), hint))


def check(data: bytes, *, managed: bool = True) -> Checked:
    """Look through the bytes of a policy file.

    :param managed: whether it is, or will be, one that locks.
    """
    found = Checked()
    try:
        found.text = read(data)
    except NotJson as error:
        found.mistakes.append(Remark(error.message, error.line, spelt(error.place), error.hint))
        return found
    if not isinstance(found.text.value, dict):
        found.mistakes.append(Remark("a policy is one object: { … }", 1))
        return found
    found.value = found.text.value
    _struct(found.value, Policy, (), found)
    if not found.mistakes:
        for rule in _RULES:
            rule(found)
    if not found.mistakes:
        _notes(found, managed=managed)
    found.mistakes.sort(key=lambda one: one.line)
    return found


def spelt(place: Place) -> str:
    """``network_guard.wifi[0].ssid``."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return text.removeprefix(".")


def _struct(table: Any, model: type[Any], place: Place, found: Checked) -> None:
    if not isinstance(table, dict):
        found.wrong(place, "must be an object: { … }")
        return
    fields = {info.encode_name: info for info in msgspec.structs.fields(model)}
    for key, value in table.items():
        here = (*place, key)
        if key in fields:
            _value(value, fields[key].type, here, found)
        elif key.lower() in SECRET_KEYS:
            found.wrong(here, "must not be here: a secret does not belong into a policy", _INSTEAD)
        else:
            close = difflib.get_close_matches(key, fields, n=1)
            hint = f"Did you mean {close[0]}?" if close else f"Known: {', '.join(fields)}."
            found.wrong(here, "is not known", hint)
    for name, info in fields.items():
        if info.required and name not in table:
            found.wrong((*place, name), "is missing")


def _value(value: Any, kind: Any, place: Place, found: Checked) -> None:
    inner, nullable = _unwrapped(kind)
    if value is None and nullable:
        return
    if isinstance(inner, type) and issubclass(inner, msgspec.Struct):
        _struct(value, inner, place, found)
    elif typing.get_origin(inner) is tuple:
        if not isinstance(value, list):
            found.wrong(place, "must be a list: [ … ]")
            return
        for number, one in enumerate(value):
            _value(one, typing.get_args(inner)[0], (*place, number), found)
    else:
        try:
            msgspec.convert(value, inner)
        except msgspec.ValidationError:
            found.wrong(place, f"must be {_expected(inner)}")
            return
        if place[-1] != "ssid" and any(char < " " or char == "\x7f" for char in str(value)):
            found.wrong(place, "must not contain control characters")


def _unwrapped(kind: Any) -> tuple[Any, bool]:
    """The type without "left out" and ``None``, and whether it may be ``None``."""
    if not isinstance(kind, types.UnionType) and typing.get_origin(kind) is not typing.Union:
        return kind, False
    parts = typing.get_args(kind)
    left = [part for part in parts if part not in {types.NoneType, msgspec.UnsetType}]
    return left[0], types.NoneType in parts


def _expected(kind: Any) -> str:
    if isinstance(kind, EnumType):
        return f"one of {', '.join(kind)}"
    if kind is bool:
        return "true or false"
    meta = next(iter(getattr(kind, "__metadata__", ())), None)
    return str(meta.description) if meta is not None and meta.description else "a text"


# -- what a type cannot say ------------------------------------------------------------------


def _wifi(found: Checked) -> None:
    guard = found.value.get("network_guard", {})
    for number, network in enumerate(guard.get("wifi", ())):
        place: Place = ("network_guard", "wifi", number)
        if ("ssid" in network) is ("ssid_hex" in network):
            found.wrong(place, "must have either ssid or ssid_hex")
        elif len(network.get("ssid", "").encode()) > 32:
            found.wrong((*place, "ssid"), "must be a network's name of 1 to 32 bytes")


def _ethernet(found: Checked) -> None:
    wired = found.value.get("network_guard", {}).get("ethernet", {})
    if wired.get("mode") == "pinned" and not wired.get("gateway_macs"):
        found.wrong(
            ("network_guard", "ethernet", "mode"),
            "needs gateway_macs when it is pinned",
            "List the routers' hardware addresses, or say deny.",
        )


def _addresses(found: Checked) -> None:
    proxy = found.value.get("proxy")
    if proxy is not None and (wrong := rules.proxy_url(proxy)):
        found.wrong(("proxy",), wrong, _INSTEAD if "password" in wrong else "")
    for number, account in enumerate(found.value.get("accounts", ())):
        for key in ("url", "username", "provider"):
            value = account.get(key)
            if value is not None and (wrong := rules.RULES[key](value)):
                hint = _INSTEAD if "or a password" in wrong else ""
                found.wrong(("accounts", number, key), wrong, hint)


def _accounts(found: Checked) -> None:
    seen: dict[str, int] = {}
    for number, account in enumerate(found.value.get("accounts", ())):
        place: Place = ("accounts", number)
        name = account["id"]
        if wrong := rules.account_name(name):
            found.wrong((*place, "id"), wrong)
        if name in seen:
            found.wrong((*place, "id"), f"is the same as that of accounts[{seen[name]}]")
        seen.setdefault(name, number)
        for index, key in enumerate(account.get("locked", ())):
            if account.get(key) is None:
                found.wrong((*place, "locked", index), f"locks {key}, which has no value here")
        provider = account.get("provider")
        if provider in providers.PROVIDERS and account.get("url") is None:
            preset = providers.PROVIDERS[provider]
            if preset.needs_url:
                found.wrong((*place, "url"), f"is missing: {preset.name} has no common address")


_RULES: tuple[Callable[[Checked], None], ...] = (_wifi, _ethernet, _addresses, _accounts)


# -- notes -----------------------------------------------------------------------------------

_OPEN_IF_LEFT_OUT = (
    ("ethernet", "the user decides about wired networks"),
    ("vpn", "the user decides about VPNs"),
    ("cellular", "the user decides about mobile networks"),
    ("metered", "the user decides about metered networks"),
    ("allow_once", "the user may allow a denied network once"),
)


def _notes(found: Checked, *, managed: bool) -> None:
    guard = found.value.get("network_guard")
    if managed and guard is not None:
        if "mode" not in guard:
            found.note(("network_guard",), "mode is left out: the user can switch the guard off")
        if guard.get("mode") == "allowlist" and not guard.get("wifi"):
            found.note(("network_guard", "mode"), "no Wi-Fi is listed, so none is allowed")
        for key, meaning in _OPEN_IF_LEFT_OUT:
            if guard.get("mode", "off") != "off" and key not in guard:
                found.note(("network_guard",), f"{key} is left out: {meaning}")
    if managed and found.value and "organization" not in found.value:
        found.note((), "organization is left out: users do not see who manages this computer")
    for number, account in enumerate(found.value.get("accounts", ())):
        if not managed and "locked" in account:
            found.note(("accounts", number, "locked"), "a recommended file locks nothing")
    _wide_open(found, guard or {})


def _wide_open(found: Checked, guard: Mapping[str, Any]) -> None:
    for number, network in enumerate(guard.get("wifi", ())):
        if "security" not in network and "bssids" not in network:
            found.note(
                ("network_guard", "wifi", number),
                "neither security nor bssids: anybody can imitate a network's name",
            )
