"""The network guard's rules, with what the administrator manages, as they are now.

Rules
-----
* The rules are asked for before each request, and each time it is looked whether a
  policy or the user's file changed: a new policy holds from the next request on.
* What cannot be used (a policy, or the user's file once there is a policy) becomes
  rules that deny everything; nothing falls back to what held before.
* The guard is managed as soon as a managed file sets anything of ``network_guard``.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ksync.config.effective import load
from ksync.config.layers import Level, Stack
from ksync.network.rules import Organisation, Rules, Source, WifiRule
from ksync.network.settings import rules_of
from ksync.policy.store import Policies, current
from ksync.reporting.errors import AppError

if TYPE_CHECKING:
    from ksync.config import Config, Loaded

_GUARD = "network_guard"
_WIFI = (_GUARD, "wifi")
UNNAMED = "your organisation"


def managed_rules(rules: Rules, stack: Stack, policies: Policies) -> Rules:
    """The rules of the settings, with what only a policy can say.

    :param rules: those of settings that the policies lie over already.
    """
    ours = [path for path in stack.claims if path[0] == _GUARD and stack.managed(path)]
    who = policies.organization
    return replace(
        rules,
        wifi=_listed(rules, stack),
        allow_once=_says(stack, "allow_once", usually=True),
        allow_local_server=_says(stack, "allow_local_server", usually=False),
        allow_user_networks=stack.managed(_WIFI) is None or stack.may_add(_WIFI),
        managed=Organisation(who.name if who else UNNAMED, who.support if who else "")
        if ours
        else None,
    )


def _says(stack: Stack, key: str, *, usually: bool) -> bool:
    """A key that the user's file does not have; whatever stands there has no say."""
    for claim in stack.claims.get((_GUARD, key), ()):
        if claim.level in {Level.MANAGED, Level.RECOMMENDED}:
            return claim.value is True
    return usually


def _listed(rules: Rules, stack: Stack) -> tuple[WifiRule, ...]:
    claim = stack.managed(_WIFI)
    own = len(rules.wifi) - (len(claim.value) if claim is not None else 0)
    # the user's come first: see ksync.config.layers
    return rules.wifi[:own] + tuple(replace(one, source=Source.MANAGED) for one in rules.wifi[own:])


@dataclass(slots=True)
class _Kept:
    policies: Policies
    file: object
    loaded: Loaded


class RulesNow:
    """The rules of the accounts of one profile. Thread-safe.

    :param file: the user's ``config.toml``.
    :param policies: what holds now.
    """

    def __init__(self, file: Path, policies: Callable[[], Policies] = current) -> None:
        self._file = file
        self._policies = policies
        self._begun = policies()
        self._lock = threading.Lock()
        self._kept: _Kept | None = None

    def of(self, config: Config, account: str | None) -> Rules:
        """The rules of an account; ``None``: those for all.

        :param config: the settings as they were read, for where there was never a policy.
        """
        policies = self._policies()
        if policies.error is not None:
            return Rules(policy_error=f"{policies.error.resource}: {policies.error.detail}")
        if policies is self._begun and not policies.layers:
            return rules_of(config, account)
        try:
            loaded = self._loaded(policies)
        except AppError as error:
            return Rules(policy_error=f"{error.resource}: {error.detail}")
        return managed_rules(rules_of(loaded.config, account), loaded.stack, policies)

    def _loaded(self, policies: Policies) -> Loaded:
        with self._lock:
            file = self._stamp()
            kept = self._kept
            if kept is None or kept.policies is not policies or kept.file != file:
                kept = self._kept = _Kept(policies, file, load(self._file))
            return kept.loaded

    def _stamp(self) -> object:
        try:
            found = self._file.stat()
        except OSError as error:
            return error.errno
        return (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
