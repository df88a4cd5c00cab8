"""The administrator's policies: which hold, which are refused and why.

A managed policy that is refused stops every sync, so it is looked at also where the
settings cannot be read, which may be its doing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ksync.config.layers import Level
from ksync.doctor.findings import Finding, State, failed
from ksync.policy.installed import ignored
from ksync.policy.store import PolicyFile, current


def examine() -> Iterator[Finding]:
    """Each file in the places of policies."""
    policies = current()
    yield from map(_file, policies.files)
    for place in ignored():
        yield Finding(
            "policy",
            State.NOTE,
            f"{place} is not read: the name of a policy ends in .json.",
            "Who looks after this computer renames it, or takes it away.",
        )
    if not policies.files:
        yield Finding("policy", State.OK, "No administrator's policy is in force.")


def _file(file: PolicyFile) -> Finding:
    if file.problem is None:
        message = f"{file.source} is trusted and in force ({file.level.value})."
        return Finding("policy", State.OK, message)
    found = failed("policy", file.problem)
    place = file.problem.resource or file.source
    if file.level is Level.MANAGED:
        return replace(found, message=f"{place}: {found.message} Nothing is synced.")
    return replace(
        found, state=State.NOTE, message=f"{place}: {found.message} It is left out.", reference=""
    )
