"""Remote collections conform, on each kind of server."""

from __future__ import annotations

import pytest

from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import ResourceId
from tests.conformance.bench import Bench
from tests.conformance.suite import AWKWARD_SUGGESTIONS, DeltaConformance, ReplicaConformance
from tests.replicas.remote.conftest import Connected


@pytest.fixture
def make(connected: Connected) -> Bench:
    """A calendar on the server; the other program is the server's oracle."""
    path = connected.server.make_calendar("work")

    def put(id_: ResourceId, body: bytes) -> None:
        assert connected.server.put(id_, body).status in (200, 201, 204)

    return Bench(connected.open(path), lambda: connected.open(path), put, connected.server.delete)


class TestRemote(ReplicaConformance):
    @pytest.mark.parametrize("suggestion", AWKWARD_SUGGESTIONS[:3], ids=ascii)
    def test_a_name_is_safe_whatever_is_suggested(self, make: Bench, suggestion: str) -> None:
        """Names on a server are random: the suggestion is not in them at all."""
        id_ = make.replica.new_id(suggestion, lambda _: False)
        name = id_.rpartition("/")[2]
        assert name != make.replica.new_id(suggestion, lambda _: False).rpartition("/")[2]
        assert name.isascii()
        assert name.removesuffix(".ics").replace("-", "").isalnum()
        assert make.create("uid-x") in make.snapshot().items


@pytest.mark.parametrize("server", ["cyrus", "radicale", "xandikos", "xandikos-tls"], indirect=True)
class TestRemoteDeltas(DeltaConformance):
    """SabreDAV 1.8 has no sync-collection."""


def test_address_books_conform_alike(connected: Connected) -> None:
    remote = connected.make(Kind.ADDRESSBOOK, "people")
    assert remote.new_id("x", lambda _: False).endswith(".vcf")
    remote.verify()
