"""URLs taken apart, addresses judged, sockets held to an interface, the seam's table."""

from __future__ import annotations

import socket
import ssl

import h2.exceptions
import httpcore2
import pytest

from sync_engine.errors import OutcomeUnknown, TlsUntrusted, TransportError, Unreachable
from sync_engine.transport.binding import bind_to_interface
from sync_engine.transport.coding import BadCoding
from sync_engine.transport.seam import FOREIGN, Fault, classify, error_for
from sync_engine.transport.targets import BadUrl, Origin, is_loopback, is_private, locate


@pytest.mark.parametrize(
    ("url", "origin", "target"),
    [
        ("https://Dav.Example.COM", ("https", "dav.example.com", 443), "/"),
        (
            "HTTPS://dav.example.com:443/a/../b/./c",
            ("https", "dav.example.com", 443),
            "/a/../b/./c",
        ),
        (
            "https://me:pw@dav.example.com/%7Ea%2fb%40",
            ("https", "dav.example.com", 443),
            "/%7Ea%2fb%40",
        ),
        ("https://dav.example.com?q=1#f", ("https", "dav.example.com", 443), "/?q=1"),
        ("https://[2001:DB8::1]:8443/@", ("https", "2001:db8::1", 8443), "/@"),
        ("https://bücher.example/ü b", ("https", "xn--bcher-kva.example", 443), "/%C3%BC%20b"),
        ("http://127.0.0.1:5232/%", ("http", "127.0.0.1", 5232), "/%"),
    ],
)
def test_locate(url: str, origin: tuple[str, str, int], target: str) -> None:
    found = locate(url)
    assert (found.origin, found.target) == (Origin(*origin), target)
    assert found.url == f"{found.origin}{target}"
    assert locate(found.url) == found


@pytest.mark.parametrize(
    "url",
    ["", "/a", "ftp://a/", "https://", "https:///a", "https://a:b/", "https://a:99999/", "https://a\n/",
     "https://[::1/", "https://ü..example/"],
)  # fmt: skip
def test_bad_urls(url: str) -> None:
    with pytest.raises(BadUrl):
        locate(url)


def test_the_host_field() -> None:
    assert Origin("https", "::1", 443).authority == "[::1]"
    assert Origin("https", "::1", 444).authority == "[::1]:444"
    assert Origin("http", "a", 80).authority == "a"


@pytest.mark.parametrize(
    ("host", "private", "loopback"),
    [
        ("127.0.0.1", True, True),
        ("127.255.1.2", True, True),
        ("::1", True, True),
        ("::ffff:127.0.0.1", True, True),
        ("10.0.0.1", True, False),
        ("fd00::1", True, False),
        ("fe80::1%eth0", True, False),
        ("8.8.8.8", False, False),
        ("2606:4700::1111", False, False),
        ("localhost", False, False),
        ("127.1", False, False),
    ],
)
def test_addresses(host: str, private: bool, loopback: bool) -> None:
    assert (is_private(host), is_loopback(host)) == (private, loopback)


def test_binding_on_this_system_and_the_refusal_of_unknown_ones() -> None:
    with socket.socket() as sock:
        bind_to_interface(sock, "lo", "linux")
        assert sock.getsockopt(socket.SOL_SOCKET, 25, 16).rstrip(b"\0") == b"lo"
        for name, system in (("no-such-if0", "linux"), ("no-such-if0", "darwin"), ("lo", "plan9")):
            with pytest.raises(OSError, match=r"No such|no interface|cannot hold"):
                bind_to_interface(sock, name, system)


def certificate_error() -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_message = "certificate has expired"
    return error


def caused(outer: Exception, inner: Exception) -> Exception:
    outer.__cause__ = inner
    return outer


@pytest.mark.parametrize(
    ("exc", "sent", "fault", "for_a_read", "for_a_write"),
    [
        (certificate_error(), False, Fault.UNTRUSTED, TlsUntrusted, TlsUntrusted),
        (
            caused(httpcore2.ConnectError("x"), certificate_error()),
            False,
            Fault.UNTRUSTED,
            TlsUntrusted,
            TlsUntrusted,
        ),
        (ssl.SSLError(1, "wrong version"), False, Fault.NOT_SENT, Unreachable, Unreachable),
        (ConnectionRefusedError(111, "x"), False, Fault.NOT_SENT, Unreachable, Unreachable),
        (TimeoutError("x"), False, Fault.NOT_SENT, Unreachable, Unreachable),
        (httpcore2.ProxyError("407"), True, Fault.NOT_SENT, Unreachable, Unreachable),
        (httpcore2.ReadTimeout("x"), True, Fault.TIMED_OUT, Unreachable, OutcomeUnknown),
        (httpcore2.WriteTimeout("x"), True, Fault.TIMED_OUT, Unreachable, OutcomeUnknown),
        (httpcore2.ReadError("x"), True, Fault.LOST, Unreachable, OutcomeUnknown),
        (httpcore2.RemoteProtocolError("x"), True, Fault.LOST, Unreachable, OutcomeUnknown),
        (h2.exceptions.ProtocolError("x"), True, Fault.LOST, Unreachable, OutcomeUnknown),
        (BadCoding("x"), True, Fault.LOST, Unreachable, OutcomeUnknown),
        (httpcore2.LocalProtocolError("x"), True, Fault.INVALID, TransportError, TransportError),
        (httpcore2.UnsupportedProtocol("x"), False, Fault.INVALID, TransportError, TransportError),
    ],
)
def test_the_table_of_the_seam(
    exc: Exception, sent: bool, fault: Fault, for_a_read: type, for_a_write: type
) -> None:
    assert isinstance(exc, FOREIGN)
    assert classify(exc, sent=sent) is fault
    for idempotent, kind in ((True, for_a_read), (False, for_a_write)):
        error = error_for(fault, exc, where="https://a/", idempotent=idempotent)
        assert type(error) is kind
        assert error.where == "https://a/"
        assert error.detail
    if fault is Fault.UNTRUSTED:
        assert error.detail == "certificate has expired"
