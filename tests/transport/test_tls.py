"""Certificates: what is trusted, what is not, and what the environment cannot change."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from sync_engine.errors import TlsUntrusted, Unreachable
from sync_engine.transport.port import Request
from sync_engine.transport.tls import make_context
from tests.transport.conftest import MakeTransport
from tests.transport.lab import Authority, FakeResolver, FakeTime, Lab, status


def test_a_private_authority_is_trusted_when_it_is_given(
    tls_lab: Lab, authority: Authority, make: MakeTransport
) -> None:
    transport = make(tls_lab, ca_file=authority.ca_file)
    assert status(transport, Request("GET", tls_lab.url())) == 200
    assert tls_lab.authorizations[0] is not None


def test_an_unknown_authority_is_not(tls_lab: Lab, make: MakeTransport) -> None:
    with pytest.raises(TlsUntrusted, match="unable to get local issuer") as error:
        make(tls_lab).exchange(Request("GET", tls_lab.url()))
    assert error.value.where == tls_lab.url()
    assert tls_lab.seen == []


@pytest.mark.parametrize("name", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
def test_the_environment_adds_no_trust(
    tls_lab: Lab,
    authority: Authority,
    make: MakeTransport,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    value = authority.ca_file if name == "SSL_CERT_FILE" else authority.ca_file.parent
    monkeypatch.setenv(name, str(value))
    with pytest.raises(TlsUntrusted):
        make(tls_lab).exchange(Request("GET", tls_lab.url()))


def test_the_environment_takes_no_trust_away(monkeypatch: pytest.MonkeyPatch) -> None:
    before = make_context().cert_store_stats()["x509_ca"]
    monkeypatch.setenv("SSL_CERT_FILE", "/nonexistent")
    assert make_context().cert_store_stats()["x509_ca"] == before > 0


def test_a_private_authority_adds_to_the_system(authority: Authority) -> None:
    added = make_context(authority.ca_file).cert_store_stats()["x509_ca"]
    assert added == make_context().cert_store_stats()["x509_ca"] + 1


@pytest.mark.parametrize(
    ("names", "expired", "reason"),
    [
        (("localhost",), True, "certificate has expired"),
        (("other.example",), False, "IP address mismatch"),
    ],
)
def test_bad_certificates(
    authority: Authority, make: MakeTransport, names: tuple[str, ...], expired: bool, reason: str
) -> None:
    context = authority.server_context(names=names, expired=expired)
    with Lab(context=context) as lab:
        with pytest.raises(TlsUntrusted, match=reason):
            make(lab, ca_file=authority.ca_file).exchange(Request("GET", lab.url()))
        assert lab.seen == []


def test_the_name_is_checked_though_the_address_is_connected_to(
    authority: Authority, make: MakeTransport
) -> None:
    seen: list[str | None] = []
    context = authority.server_context(names=("dav.example.com",))
    context.sni_callback = lambda sock, name, ctx: seen.append(name)
    resolver = FakeResolver({"dav.example.com": ["127.0.0.1"], "evil.example": ["127.0.0.1"]})
    with Lab(context=context) as lab:
        transport = make(lab, ca_file=authority.ca_file, resolver=resolver)
        assert status(transport, Request("GET", lab.url(host="dav.example.com"))) == 200
        assert lab.seen[0].headers["host"] == f"dav.example.com:{lab.port}"
        with pytest.raises(TlsUntrusted, match="Hostname mismatch"):
            transport.exchange(Request("GET", lab.url(host="evil.example")))
        assert seen == ["dav.example.com", "evil.example"]
        assert len(lab.seen) == 1


def test_old_tls_is_refused(authority: Authority, make: MakeTransport) -> None:
    context = authority.server_context()
    with pytest.warns(DeprecationWarning, match="TLSv1 is deprecated"):
        context.minimum_version = ssl.TLSVersion.TLSv1
    with pytest.warns(DeprecationWarning, match="TLSv1_1 is deprecated"):
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")
    with Lab(context=context) as lab, pytest.raises(Unreachable, match="TLS"):
        make(lab, ca_file=authority.ca_file).exchange(Request("GET", lab.url()))


def test_a_server_without_tls_is_unreachable_by_https(lab: Lab, make: MakeTransport) -> None:
    lab.converse = lambda wire, number: wire.sendall(b"HTTP/1.1 400 Bad\r\n\r\n")
    with pytest.raises(Unreachable, match="TLS"):
        make(lab).exchange(Request("GET", f"https://127.0.0.1:{lab.port}/"))


def test_an_end_without_farewell_is_a_cut_off_body(
    authority: Authority, make: MakeTransport
) -> None:
    """RFC 9112 §9.8: without Content-Length only close_notify ends a body."""
    with Lab(context=authority.server_context()) as lab:
        lab.converse = lambda wire, number: (
            wire.recv(65536),
            wire.sendall(b"HTTP/1.1 200 OK\r\n\r\nBEGIN:VCARD"),
        )
        transport = make(lab, ca_file=authority.ca_file, pause=FakeTime().pause)
        with transport.exchange(Request("GET", lab.url())) as reply, pytest.raises(Unreachable):
            reply.read()


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_ca_file_that_cannot_be_used(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_text(content)
    with pytest.raises(TlsUntrusted, match="private authorities"):
        make_context(path)


def test_nothing_switches_verification_off(authority: Authority) -> None:
    for context in (make_context(), make_context(authority.ca_file)):
        assert context.verify_mode is ssl.CERT_REQUIRED
        assert context.check_hostname
        assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
