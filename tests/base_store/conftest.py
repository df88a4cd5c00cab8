"""A store on the disk with one collection."""

from __future__ import annotations

import pytest

from sync_engine.base_store import BaseStore
from sync_engine.core.collection import CollectionInfo, Kind

HOME = "https://dav.example/alice/"
PRINCIPAL = f"{HOME}principal/"


def info(name="work", **properties):
    return CollectionInfo(f"{HOME}{name}/", Kind.CALENDAR, **properties)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state.sqlite"


@pytest.fixture
def store(path):
    store = BaseStore.open(path)
    store.collections.take_listing(PRINCIPAL, [info()], frozenset({HOME}))
    yield store
    store.close()
