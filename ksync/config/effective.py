"""The settings that hold: the user's file among the administrator's policies.

``load`` is how every part of the program gets its settings, so nothing can go past
a policy by asking another way. With a policy that cannot be used nothing is loaded:
there is no falling back to what the user's file says.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from ksync.config.check import ConfigWarning, Loaded, check_text, read_text
from ksync.config.environment import blamed, environment_layer
from ksync.config.layers import Claim, KeyPath, Layer, Level, leaves
from ksync.config.positions import dotted
from ksync.policy.errors import PolicyForbids
from ksync.reporting.errors import ConfigInvalid


def load(path: Path) -> Loaded:
    """Read and check the file; a missing one gives the defaults and the policies.

    :raises ConfigUnreadable: it is there and cannot be read.
    :raises ConfigInvalid: it is not TOML, or a value is wrong.
    :raises PolicyInvalid: the administrator's policy cannot be used.
    :raises PolicyForbids: the environment wants something else than what is managed.
    """
    return load_text(read_text(path), path)


def load_text(text: str, path: Path) -> Loaded:
    """As ``load``, for a text that may become the file's."""
    from ksync.policy.store import current  # noqa: PLC0415  policies know the settings' model

    policies = current().require()
    own = environment_layer(os.environ)
    if own is None:
        loaded = check_text(text, path, policies.layers)
    else:
        loaded = _overridden(text, path, policies.layers, own, policies.manager)
    left_out = tuple(ConfigWarning(warning, "", None) for warning in policies.warnings)
    return replace(loaded, warnings=loaded.warnings + left_out, manager=policies.manager)


def _overridden(
    text: str, path: Path, policies: Iterable[Layer], own: Layer, manager: str
) -> Loaded:
    """With the settings of this call between the file and what is managed."""
    try:
        loaded = check_text(text, path, (*policies, own))
    except ConfigInvalid as error:
        raise blamed(error, own) from error
    loaded = replace(loaded, manager=manager)
    refuse_locked(loaded, (key for key, _ in leaves(own.document)))
    return loaded


def refuse_locked(loaded: Loaded, paths: Iterable[KeyPath]) -> None:
    """Refuse to change what is managed.

    :raises PolicyForbids: one of these keys, or tables, is.
    """
    for path in paths:
        claim = loaded.stack.lock(path)
        if claim is not None:
            raise forbidden(loaded, path, claim)


def forbidden(loaded: Loaded, path: KeyPath, claim: Claim) -> PolicyForbids:
    """The refusal to change a locked key: who manages it, and where it says so."""
    return PolicyForbids(
        f"{dotted(path)} is managed by {loaded.manager}: {claim.place}",
        account=path[1] if path[0] == "accounts" else "",
        resource=dotted(path),
        hint=f"Ask {loaded.manager}. `ksync policy show` lists what is managed.",
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting, and who said it.

    :param overridden: claims that do not hold, the strongest first.
    :param locked: nobody but the administrator changes it.
    """

    key: KeyPath
    value: Any
    claim: Claim
    overridden: tuple[Claim, ...] = ()
    locked: bool = False


def settings(loaded: Loaded) -> Iterator[Setting]:
    """Every setting with the value that holds, and whose it is."""
    stack = loaded.stack
    plain: dict[str, Any] = msgspec.to_builtins(loaded.config)
    shown = dict(leaves(plain))
    # what policies say about tables, or about keys that the settings do not have
    beside = {path: claims[0].value for path, claims in stack.claims.items() if path not in shown}
    for path, value in [*shown.items(), *beside.items()]:
        claims = stack.claims.get(path, ())
        if path in beside and (claims[0].is_table or claims[0].level is Level.USER):
            continue
        lock = stack.lock(path)
        if lock is not None and (not claims or claims[0].level is not Level.MANAGED):
            yield Setting(path, value, lock, claims, locked=True)  # by a wider key
            continue
        claim = claims[0] if claims else Claim(Level.DEFAULT, value)
        others = () if stack.may_add(path) else claims[1:]
        yield Setting(path, value, claim, others, lock is not None)
