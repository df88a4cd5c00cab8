"""Who is turned away, against the real process; afterwards the data is as it was."""

import base64
import contextlib
import http.client
import os
import socket
import ssl
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ksync.gateway import peers, place, program
from ksync.gateway.admission import Doors
from ksync.gateway.answers import Reply
from ksync.gateway.certificate import make
from ksync.gateway.index import FILE
from ksync.gateway.wire import Limits, Server
from tests.acceptance.waiting import wait_until
from tests.gateway.profile import calendar, serving, wait_for
from tests.programs.texts import event

WORK = "calendars/home.work/"
EVIL = "https://evil.example"


def basic(password: str) -> str:
    return "Basic " + base64.b64encode(f"ksync:{password}".encode()).decode()


def contents(profile) -> dict[str, bytes]:
    return {str(f): f.read_bytes() for f in profile.paths.data.rglob("*") if f.is_file()}


@pytest.fixture
def untouched(gateway, profile):
    """The gateway; whatever is asked of it must change nothing."""
    before = contents(profile)
    yield gateway
    assert contents(profile) == before
    assert gateway.ask("GET", f"{WORK}event-0.ics").status == 200


def tries(gateway, path=None, **headers):
    """The status of reading and of writing."""
    prefix = f"/{gateway.token}/{WORK}" if path is None else path
    return {
        gateway.ask("PROPFIND", prefix, plain=True, depth="1", **headers).status,
        gateway.ask(
            "PUT", f"{prefix}evil.ics", event("evil", "Evil"), plain=True, **headers
        ).status,
        gateway.ask("DELETE", f"{prefix}event-0.ics", plain=True, **headers).status,
    }


def test_a_foreign_host_is_turned_away(untouched):
    for host in (
        "evil.example",
        f"evil.example:{untouched.port}",
        "127.0.0.1",
        f"127.0.0.1:{untouched.port + 1}",
        f"localhost.evil.example:{untouched.port}",
        "",
    ):
        assert tries(untouched, host=host) == {421}
    for host in ("localhost", "LOCALHOST", "[::1]"):
        found = untouched.ask("PROPFIND", WORK, depth="0", host=f"{host}:{untouched.port}")
        assert found.status == 207


def test_a_foreign_origin_is_turned_away(untouched):
    for origin in (EVIL, "null", f"http://evil.example:{untouched.port}", "http://127.0.0.1"):
        assert tries(untouched, origin=origin) == {403}
    own = f"http://127.0.0.1:{untouched.port}"
    assert untouched.ask("PROPFIND", WORK, depth="0", origin=own).status == 207


def test_without_the_token_nothing_is_told(untouched):
    wrong = untouched.token[:-1] + ("a" if untouched.token[-1] != "a" else "b")
    for path in ("/", f"/dav/{WORK}", f"/{WORK}", f"/{wrong}/{WORK}", "//", "/.well-known/caldav"):
        for headers in ({}, {"authorization": basic(wrong)}, {"authorization": basic("")},
                        {"authorization": f"Bearer {untouched.token}"},
                        {"authorization": "Basic %%%"}):  # fmt: skip
            if path == "//":
                assert tries(untouched, path, **headers) == {400}
            else:
                assert tries(untouched, path, **headers) == {401}
    challenge = untouched.ask("PROPFIND", f"/dav/{WORK}", plain=True, depth="0")
    assert challenge.headers["www-authenticate"].startswith("Basic realm=")
    login = {"authorization": basic(untouched.token)}
    assert untouched.ask("PROPFIND", f"/dav/{WORK}", plain=True, depth="0", **login).status == 207
    moved = untouched.ask("PROPFIND", "/.well-known/carddav", plain=True, **login)
    assert (moved.status, moved.headers["location"]) == (301, "/dav/")


def test_no_path_climbs_out(profile, untouched):
    secret = profile.paths.data / "home" / "calendars" / "secret.ics"
    secret.write_bytes(event("secret", "Secret"))
    try:
        for way in ("../secret.ics", "..%2Fsecret.ics", "%2e%2e/secret.ics", "%2e%2e%2fsecret.ics",
                    "..%5csecret.ics", "x/../../secret.ics", ".ksync", "%2eksync", "..", ".",
                    "../../../config/config.toml", f"%2F{str(secret)[1:]}",
                    str(secret), "secret.ics%00", "a" * 3000 + ".ics"):  # fmt: skip
            path = f"/{untouched.token}/{WORK}{way}"
            got = untouched.ask("GET", path, plain=True)
            assert b"Secret" not in got.body and b"key" not in got.body, way
            assert got.status in (404, 200, 400) and got.status != 500, way
            put = untouched.ask("PUT", path, event("e", "Evil"), plain=True, if_none_match="*")
            if put.status == 201:  # a file of an odd name, in the collection
                assert untouched.ask("DELETE", path, plain=True).status == 204
    finally:
        assert secret.read_bytes() == event("secret", "Secret")
        secret.unlink()


def raw(gateway, data: bytes, seconds: float = 60) -> bytes:
    """Send octets; what comes back until it closes."""
    with socket.create_connection(("127.0.0.1", gateway.port), timeout=seconds) as connection:
        with contextlib.suppress(OSError):
            connection.sendall(data)
        parts = []
        with contextlib.suppress(ConnectionResetError):
            while part := connection.recv(65536):
                parts.append(part)
        return b"".join(parts)


def head(gateway, method, path, *more):
    lines = [f"{method} /{gateway.token}/{path} HTTP/1.1", f"Host: 127.0.0.1:{gateway.port}", *more]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def resident(pid: int) -> int:
    """Octets of memory of a process."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def test_a_body_of_a_gigabyte_is_not_taken(untouched):
    before = resident(untouched.process.pid)
    answer = raw(untouched, head(untouched, "PUT", f"{WORK}x.ics", f"Content-Length: {1 << 30}"))
    assert b" 413 " in answer.split(b"\r\n")[0]
    # and without a length
    with socket.create_connection(("127.0.0.1", untouched.port), timeout=60) as connection:
        connection.sendall(head(untouched, "PUT", f"{WORK}x.ics", "Transfer-Encoding: chunked"))
        chunk = b"100000\r\n" + b"a" * 0x100000 + b"\r\n"
        sent = 0
        with contextlib.suppress(OSError):
            while sent < 1 << 30:
                connection.sendall(chunk)
                sent += len(chunk)
        assert sent < 64 << 20
    assert resident(untouched.process.pid) - before < 100 << 20


def test_heads_have_an_end(untouched):
    for data in (
        head(untouched, "GET", WORK, *(f"X-{n}: {'a' * 1000}" for n in range(100))),
        head(untouched, "GET", "a" * 100_000),
        b"A" * 100_000,
        b"GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        b"\x00\x01\x02\r\n\r\n",
        head(untouched, "PUT", f"{WORK}x.ics", "Content-Length: 3", "Content-Length: 4"),
        head(untouched, "PUT", f"{WORK}x.ics", "Content-Length: -1"),
    ):
        first = raw(untouched, data).split(b"\r\n")[0]
        assert first == b"" or first.split()[1] in (b"400", b"421", b"431", b"414", b"501"), first


@pytest.mark.timeout(120)
def test_a_thousand_connections_do_not_keep_its_owner_out(untouched):
    held = []
    try:
        for number in range(1000):
            connection = socket.create_connection(("127.0.0.1", untouched.port), timeout=60)
            if number % 3 == 0:
                connection.sendall(b"PUT /")  # begun, and never ended
            held.append(connection)
        assert untouched.ask("GET", f"{WORK}event-0.ics").status == 200
        threads = len(list(Path(f"/proc/{untouched.process.pid}/task").iterdir()))
        assert threads < 2 * Limits().connections
    finally:
        for connection in held:
            connection.close()


# Other users -----------------------------------------------------------------------------

NOBODY = 65534
_PEER = """
import socket, sys
port, token = int(sys.argv[1]), sys.argv[2]
connection = socket.create_connection(("127.0.0.1", port), timeout=60)
try:
    connection.sendall(
        f"GET /{token}/calendars/home.work/event-0.ics HTTP/1.1\\r\\n"
        f"Host: 127.0.0.1:{port}\\r\\nConnection: close\\r\\n\\r\\n".encode())
    sys.stdout.buffer.write(connection.recv(65536))
except ConnectionError:
    pass
"""


def asked_by(uid: int, gateway) -> bytes:
    """What a program of another user gets, with the right token."""
    done = subprocess.run(
        ["/usr/bin/python3", "-c", _PEER, str(gateway.port), gateway.token],
        user=uid, group=uid, extra_groups=(), capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    return done.stdout


def test_another_user_gets_nothing_with_the_right_token(untouched):
    assert os.geteuid() == 0, "another user can be made by root only"
    assert asked_by(NOBODY, untouched) == b""
    assert asked_by(os.geteuid(), untouched).startswith(b"HTTP/1.1 200")


def test_the_kernel_is_asked_in_two_ways_and_says_the_same():
    with socket.create_server(("127.0.0.1", 0)) as server:
        child = subprocess.Popen(
            ["/usr/bin/python3", "-c", _PEER, str(server.getsockname()[1]), "x"],
            user=NOBODY, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        connection, _ = server.accept()
        with connection:
            assert peers.uid_of_peer(connection) == peers.listed_uid(connection) == NOBODY
            assert not peers.is_owner(connection)
            child.kill()
            child.wait()
            deadline = time.monotonic() + 60
            while True:  # a socket without a process is nobody's, not root's
                try:
                    peers.uid_of_peer(connection)
                except OSError:
                    break
                assert time.monotonic() < deadline
                time.sleep(0.05)
            with pytest.raises(OSError, match=r"socket|closed"):
                peers.listed_uid(connection)
            assert not peers.is_owner(connection)


def test_a_port_that_another_has_is_left_to_it_with_a_new_token(profile):
    calendar(profile)
    before = place.read_or_make(profile.paths)
    with socket.create_server(("127.0.0.1", before.port)):
        process = subprocess.Popen(
            [sys.executable, "-m", "ksync", "serve"],
            env=profile.environment(), stderr=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        deadline = time.monotonic() + 90
        while place.read(profile.paths) == before:
            assert time.monotonic() < deadline and process.poll() is None
            time.sleep(0.05)
        after = wait_for(profile, process)
        process.terminate()
        _, err = process.communicate(timeout=60)
    assert after.port != before.port and after.token != before.token
    assert b"connect your programs again" in err


def test_it_refuses_to_listen_elsewhere():
    with (
        socket.create_server(("0.0.0.0", 0)) as everywhere,
        pytest.raises(ValueError, match="loopback"),
    ):
        Server(everywhere, Doors(1, "x" * 43), lambda _request: Reply(200))


def test_it_listens_on_loopback_alone(gateway):
    inodes = set()
    for fd in Path(f"/proc/{gateway.process.pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            inodes.add(str(fd.readlink()).removeprefix("socket:[").rstrip("]"))
    listening = []
    for table in ("tcp", "tcp6"):
        for line in Path("/proc/net", table).read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in inodes:
                listening.append(fields[1])
    assert listening == [f"0100007F:{gateway.port:04X}"]


# Limits, with small ones -----------------------------------------------------------------


@contextlib.contextmanager
def small(**limits):
    """A server in this process that answers everything with 200."""
    import threading

    sock = socket.create_server(("127.0.0.1", 0))
    port = sock.getsockname()[1]
    answer = Reply(200, b"a" * limits.pop("size", 10))
    server = Server(sock, Doors(port, "t" * 43), lambda _r: answer, limits=Limits(**limits))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield port, server
    finally:
        server.stop()
        thread.join(60)
        sock.close()
        assert not thread.is_alive()


def begun(port, *more):
    return f"PUT /{'t' * 43}/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n".encode() + b"".join(more)


def ends(connection, seconds=60.0) -> bool:
    """Whether the other side closes."""
    connection.settimeout(seconds)
    with contextlib.suppress(ConnectionResetError):
        return connection.recv(65536) == b""
    return True


def test_who_sends_slowly_is_left():
    with small(head_seconds=0.3, grace=0.3, rate=1000, idle=0.3) as (port, _):
        for data in (
            b"",
            begun(port),
            begun(port, b"Content-Length: 100000\r\n\r\n", b"a"),
        ):
            with socket.create_connection(("127.0.0.1", port)) as connection:
                connection.sendall(data)
                assert ends(connection), data


def test_who_does_not_take_the_answer_is_left():
    with small(send=0.3, size=64 << 20) as (port, server):
        connection = socket.create_connection(("127.0.0.1", port), timeout=60)
        with connection:
            connection.sendall(begun(port, b"Content-Length: 0\r\n\r\n"))
            assert connection.recv(1)
            wait_until(lambda: not server._places._taken, "its place is free")
            received = 0
            with contextlib.suppress(ConnectionResetError):
                while part := connection.recv(1 << 20):
                    received += len(part)
            assert received < 64 << 20


def test_who_waits_longest_makes_room_and_who_is_known_last():
    with small(connections=2) as (port, _):
        known = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        known.request("GET", f"/{'t' * 43}/")
        known.getresponse().read()
        stranger = socket.create_connection(("127.0.0.1", port))
        time.sleep(0.1)
        third = socket.create_connection(("127.0.0.1", port))
        assert ends(stranger)
        known.request("GET", f"/{'t' * 43}/")
        assert known.getresponse().status == 200
        for one in (known, stranger, third):
            one.close()


# TLS -------------------------------------------------------------------------------------


def test_https_with_a_leaf_of_its_own(profile):
    calendar(profile)
    certificate = make(place.Files.of(profile.paths))
    assert place.Files.of(profile.paths).key.stat().st_mode & 0o077 == 0
    from cryptography import x509

    found = x509.load_pem_x509_certificate(certificate.read_bytes())
    assert found.extensions.get_extension_for_class(x509.BasicConstraints).value.ca is False
    names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["localhost"]
    context = ssl.create_default_context(cafile=str(certificate))
    with serving(profile) as gateway:
        for host in ("localhost", "127.0.0.1"):
            connection = http.client.HTTPSConnection(
                "127.0.0.1", gateway.port, context=context, timeout=60
            )
            raw_socket = socket.create_connection(("127.0.0.1", gateway.port))
            connection.sock = context.wrap_socket(raw_socket, server_hostname=host)
            path = f"/{gateway.token}/{WORK}event-0.ics"
            connection.request("GET", path, headers={"Host": f"{host}:{gateway.port}"})
            assert connection.getresponse().status == 200
            connection.close()
        assert gateway.ask("GET", f"{WORK}event-0.ics").status == 200


def test_a_handshake_without_a_certificate_ends(gateway):
    context = ssl.create_default_context()
    with (
        socket.create_connection(("127.0.0.1", gateway.port), timeout=60) as connection,
        pytest.raises((ssl.SSLError, OSError)),
    ):
        context.wrap_socket(connection, server_hostname="localhost")


# One, allowed, and not for ever ----------------------------------------------------------


def serve(profile, *words):
    return subprocess.run(
        [sys.executable, "-m", "ksync", "serve", *words],
        env=profile.environment(), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def test_one_gateway_on_a_profile(profile, gateway):
    second = serve(profile)
    assert second.returncode == 12 and "runs already" in second.stderr
    assert serve(profile, "--new-token").returncode == 12
    shown = serve(profile, "--show")
    assert gateway.token in shown.stdout and "home/work" in shown.stdout


def test_the_index_is_begun_anew_where_it_is_damaged(profile):
    calendar(profile)
    (profile.state_file.parent / FILE).write_bytes(b"no database" * 1000)
    with serving(profile) as gateway:
        assert gateway.ask("PROPFIND", WORK, depth="1").body.count(b"<D:response>") == 4


def test_the_port_is_taken_only_by_who_can_keep_it(profile):
    taken = program.take_port(profile.paths)
    with taken.socket:
        assert not taken.moved
        assert taken.place == place.read(profile.paths)
