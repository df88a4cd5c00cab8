"""What holds for every path, every head and every text."""

from __future__ import annotations

import contextlib
import socket
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksync.gateway.admission import Admitted, Doors, Head, admit
from ksync.gateway.answers import Reply
from ksync.gateway.catalogue import Served
from ksync.gateway.keeping import PROGRAMS, restored
from ksync.gateway.tree import Hrefs, Member, file_name, file_segment, resolve
from ksync.gateway.wire import Limits, Server
from sync_engine.core.collection import Kind
from tests.servers import samples

TOKEN = "t" * 43
SEGMENTS = st.text(
    st.sampled_from("ab.%/\\\x00\x1f%2e5Fc~ü ") | st.characters(codec="utf-8"), max_size=30
)


@given(SEGMENTS)
def test_a_segment_is_one_name_that_leads_nowhere(text):
    name = file_name(text)
    assert not set(name) & {"/", "\\", "\0"} and not name.startswith(".")
    # a name that a listing gave is found again by what the listing said
    assert file_name(file_segment(name)) == name
    assert "/" not in file_segment(name)


@given(st.lists(SEGMENTS | st.sampled_from(["calendars", "home.work", "..", "."]), max_size=6))
def test_whatever_a_path_says_it_is_a_resource_of_a_known_collection_or_none(parts):
    one = Served(
        "home/work", "home.work", "id", Kind.CALENDAR, "Work", None, None, (), False,
        Path("/nowhere"), "work", "key",
    )  # fmt: skip
    node = resolve("/" + "/".join(parts), {one.path: one})
    if isinstance(node, Member):
        assert node.served is one
        assert "/" not in node.name
        assert resolve(Hrefs("p").of(node).removeprefix("/p"), {one.path: one}) == node


HEADERS = st.lists(
    st.tuples(
        st.sampled_from(["host", "origin", "authorization", "x-other"]),
        st.sampled_from(
            [
                "127.0.0.1:5",
                "localhost:5",
                "127.0.0.1:6",
                "evil:5",
                "http://127.0.0.1:5",
                "null",
                "",
            ]
        )
        | st.text(max_size=20),
    ),
    max_size=4,
)


@given(st.text(max_size=30) | st.just(f"/{TOKEN}/x") | st.just("/dav/x"), HEADERS)
def test_nobody_gets_in_without_the_token_and_an_own_host(target, headers):
    found = admit(Head("GET", target, tuple(headers)), Doors(5, TOKEN))
    if isinstance(found, Admitted):
        assert target.startswith(f"/{TOKEN}")
        hosts = [value.strip().lower() for name, value in headers if name == "host"]
        assert len(hosts) == 1 and hosts[0] in ("127.0.0.1:5", "localhost:5", "[::1]:5")
        for name, value in headers:
            assert name != "origin" or value.strip().lower().endswith(":5")


@pytest.mark.parametrize("habits", {habits.adds: habits for _, habits in PROGRAMS}.values())
def test_what_was_not_touched_stays_as_it_is(habits):
    texts = [*samples.events(60, 5), *samples.tasks(20, 5), *samples.contacts(40, 5)]
    for text in [*texts, *samples.contacts4(40, 5)]:
        assert restored(text, text, habits) == text


@given(st.lists(st.binary(max_size=60), max_size=6))
def test_octets_of_any_kind_end_their_own_connection_alone(standing_server, pieces):
    with (
        socket.create_connection(("127.0.0.1", standing_server), timeout=60) as connection,
        contextlib.suppress(OSError),
    ):
        for piece in pieces:
            connection.sendall(piece)
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(65536):
            pass
    with socket.create_connection(("127.0.0.1", standing_server), timeout=60) as connection:
        head = f"GET /{TOKEN}/ HTTP/1.1\r\nHost: 127.0.0.1:{standing_server}\r\n\r\n"
        connection.sendall(head.encode())
        assert connection.recv(65536).startswith(b"HTTP/1.1 200")


@pytest.fixture(scope="module")
def standing_server():
    sock = socket.create_server(("127.0.0.1", 0))
    port = sock.getsockname()[1]
    broken: list[Exception] = []
    server = Server(
        sock, Doors(port, TOKEN), lambda _request: Reply(200, b"yes"),
        limits=Limits(head_seconds=2), broken=broken.append,
    )  # fmt: skip
    thread = threading.Thread(target=server.run)
    thread.start()
    yield port
    server.stop()
    thread.join(60)
    sock.close()
    assert not thread.is_alive() and broken == []
