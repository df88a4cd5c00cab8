"""How resources are named here: by their UID, which is what the store knows them by."""

from __future__ import annotations

import hashlib
from typing import Final

from sync_engine.core.identifiers import ResourceId
from sync_engine.replicas.names import resource_name

OWN_UID: Final = "ksync-"
"""What a UID begins with that was made for a resource without one."""


def name_of(uid: str, suffix: str) -> ResourceId:
    """The name of a resource that was not made by the engine; other UIDs, other names."""
    name = resource_name(uid, suffix, lambda _: False)
    if name == uid + suffix:
        return name
    digest = hashlib.sha256(uid.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return ResourceId(digest + suffix)


def uid_for(name: ResourceId) -> str:
    """A UID for a resource that has none."""
    return OWN_UID + hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:32]
