"""``ksync doctor``: looks at everything a sync needs, and says what to do.

``findings``  what a check says
``policy``    the administrator's policies: which hold, which are refused and why
``local``     settings, keyring, places, disk, state, folders: without the network
``network``   the network guard's verdict for each account, and what it rests on
``server``    each account's server: name, TLS, clock, login, capabilities

A check never mends and never writes; each failure of one is a finding of its own. What
the guard denies is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from ksync.composition import Parts
from ksync.doctor import local, network, policy, server
from ksync.doctor.findings import Finding, State, failed
from ksync.policy.errors import PolicyInvalid
from ksync.reporting.errors import AppError

__all__ = ["Finding", "State", "examine", "without_settings"]


def examine(parts: Parts, *, offline: bool = False) -> Iterator[Finding]:
    """All findings, as they are made.

    :param offline: ask no server.
    """
    yield from local.examine(parts)
    yield from policy.examine()
    for name in sorted(parts.config.accounts):
        verdict = network.verdict(parts, name, look_up=not offline)
        yield verdict
        if not offline and verdict.state is not State.PROBLEM:
            yield from server.examine(parts, name)


def without_settings(error: AppError) -> Iterator[Finding]:
    """What there is to be said where the settings cannot be read."""
    if not isinstance(error, PolicyInvalid):  # the policies tell that themselves
        yield failed("settings", error)
    yield from policy.examine()
