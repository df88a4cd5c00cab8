"""Basic up front, Digest after one challenge; who gets the login, and who does not."""

from __future__ import annotations

import base64
import hashlib
import threading
from concurrent.futures import ThreadPoolExecutor
from urllib.request import parse_http_list, parse_keqv_list

import httpx2
import pytest

from sync_engine.transport import challenges, digest
from sync_engine.transport.auth import Authenticator, Trust
from sync_engine.transport.port import Request, Secret
from sync_engine.transport.targets import Origin
from tests.transport.conftest import MakeTransport
from tests.transport.lab import LOGIN, Answer, Lab, Seen, status

BASIC = "Basic " + base64.b64encode(b"alice:wonder:land").decode()
HOME = Origin("https", "dav.example.com", 443)


class DigestServer:
    """Verifies Digest by the formula of RFC 7616 §3.4.1, written down a second time."""

    def __init__(self, algorithm: str = "MD5", qop: str = "auth", uses: int = 10**9) -> None:
        self.algorithm = algorithm
        self.qop = qop
        self.uses = uses
        self.nonces: dict[str, list[int]] = {}
        self.challenged = 0
        self.says_stale = True
        self._lock = threading.Lock()

    def __call__(self, seen: Seen) -> Answer:
        scheme, _, rest = seen.headers.get("authorization", "").partition(" ")
        if scheme != "Digest":
            return self.challenge(stale=False)
        given = parse_keqv_list(parse_http_list(rest))
        assert given["uri"] == seen.target
        with self._lock:
            counts = self.nonces.get(given["nonce"])
            if counts is None or len(counts) >= self.uses:
                return self.challenge(stale=True)
            count = int(given.get("nc", "0"), 16)
            assert not self.qop or count not in counts, "a nonce count came twice"
            counts.append(count)
        if given["response"] != self.expected(given, seen.method):
            return self.challenge(stale=False)
        return Answer(207)

    def challenge(self, *, stale: bool) -> Answer:
        self.challenged += 1
        nonce = f"nonce{self.challenged}"
        self.nonces[nonce] = []
        text = f'Digest realm="a, \\"b\\"", nonce="{nonce}", opaque="o=="'
        text += f', algorithm={self.algorithm}, qop="{self.qop}"' if self.qop else ""
        text += ", stale=true" if stale and self.says_stale else ""
        return Answer(401, (("WWW-Authenticate", text),), b"<html>no</html>")

    def expected(self, given: dict[str, str], method: str) -> str:
        name = self.algorithm.upper().removesuffix("-SESS")
        kind = {"MD5": "md5", "SHA-256": "sha256", "SHA-512-256": "sha512_256"}[name]

        def h(text: str) -> str:
            return hashlib.new(kind, text.encode()).hexdigest()

        key = h(f'{LOGIN.username}:a, "b":{LOGIN.password}')
        if self.algorithm.lower().endswith("-sess"):
            key = h(f"{key}:{given['nonce']}:{given['cnonce']}")
        about = h(f"{method}:{given['uri']}")
        if not self.qop:
            return h(f"{key}:{given['nonce']}:{about}")
        middle = f"{given['nonce']}:{given['nc']}:{given['cnonce']}:{given['qop']}"
        return h(f"{key}:{middle}:{about}")


def test_basic_goes_along_with_the_first_request(lab: Lab, make: MakeTransport) -> None:
    asked: list[int] = []

    def source() -> Secret:
        asked.append(1)
        return LOGIN

    transport = make(lab, credentials=source)
    assert asked == []
    for _ in range(3):
        transport.exchange(Request("GET", lab.url())).read()
    assert lab.authorizations == [BASIC] * 3
    assert asked == [1]


def test_anonymous(lab: Lab, make: MakeTransport) -> None:
    lab.app = DigestServer()
    with make(lab, credentials=lambda: None).exchange(Request("GET", lab.url())) as reply:
        assert reply.status == 401
    assert lab.authorizations == [None]


def test_a_rejected_basic_login_is_the_callers(lab: Lab, make: MakeTransport) -> None:
    both = (("WWW-Authenticate", 'Digest realm="r", nonce="n", qop="auth", Basic realm="r"'),)
    lab.app = lambda seen: Answer(401, both)
    with make(lab).exchange(Request("GET", lab.url())) as reply:
        assert reply.status == 401
    assert lab.authorizations == [BASIC]


@pytest.mark.parametrize(
    ("algorithm", "qop"),
    [
        ("MD5", ""),
        ("MD5", "auth"),
        ("MD5-sess", "auth"),
        ("SHA-256", "auth"),
        ("SHA-256", "auth,auth-int"),
        ("SHA-256-sess", "auth"),
        ("SHA-512-256", "auth"),
    ],
)
def test_digest_costs_one_challenge(
    lab: Lab, make: MakeTransport, algorithm: str, qop: str
) -> None:
    server = DigestServer(algorithm, qop)
    lab.app = server
    transport = make(lab)
    for target in ("/a%40b/?x=1", "/c", "/d"):
        request = Request("PROPFIND", lab.url(target), body=b"<propfind/>")
        with transport.exchange(request) as reply:
            assert reply.status == 207
    assert len(lab.seen) == 4
    if qop:
        given = [parse_keqv_list(parse_http_list(s[7:])) for s in lab.authorizations[1:] if s]
        assert [one["nc"] for one in given] == ["00000001", "00000002", "00000003"]
        assert {one["qop"] for one in given} == {"auth"}


@pytest.mark.parametrize("says_stale", [True, False])
def test_a_spent_nonce_is_renewed_without_a_failure(
    lab: Lab, make: MakeTransport, says_stale: bool
) -> None:
    server = DigestServer(uses=2)
    server.says_stale = says_stale
    lab.app = server
    transport = make(lab)
    for _ in range(6):
        with transport.exchange(Request("GET", lab.url())) as reply:
            assert reply.status == 207
    assert server.challenged == 3


def test_a_wrong_digest_password_is_asked_for_once(lab: Lab, make: MakeTransport) -> None:
    lab.app = DigestServer()
    transport = make(lab, credentials=lambda: Secret("alice", "wrong"))
    with transport.exchange(Request("GET", lab.url())) as reply:
        assert reply.status == 401
    assert len(lab.seen) == 2


def test_a_server_that_goes_back_to_basic_is_followed(lab: Lab, make: MakeTransport) -> None:
    server = DigestServer()
    lab.app = server
    transport = make(lab)
    transport.exchange(Request("GET", lab.url())).read()

    def basic(seen: Seen) -> Answer:
        if seen.headers.get("authorization") == BASIC:
            return Answer(200)
        return Answer(401, (("WWW-Authenticate", 'Basic realm="r"'),))

    lab.app = basic
    assert status(transport, Request("GET", lab.url())) == 200


def test_threads_share_one_nonce(lab: Lab, make: MakeTransport) -> None:
    server = DigestServer()
    lab.app = server
    transport = make(lab)

    def work(number: int) -> int:
        with transport.exchange(Request("GET", lab.url(f"/{number}"))) as reply:
            reply.read()
            return reply.status

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(work, range(64))) == {207}
    assert sum(bool(counts) for counts in server.nonces.values()) == 1


def test_a_challenge_of_another_origin_is_not_answered(lab: Lab, make: MakeTransport) -> None:
    with Lab(DigestServer()) as other:
        with make(lab).exchange(Request("GET", other.url())) as reply:
            assert reply.status == 401
        assert other.authorizations == [None]


@pytest.mark.parametrize(
    ("origin", "trusted"),
    [
        (("https", "dav.example.com", 443), True),
        (("https", "dav.example.com", 8443), False),
        (("http", "dav.example.com", 80), False),
        (("https", "p07-caldav.icloud.com", 443), True),
        (("https", "icloud.com", 443), False),
        (("https", "evil-icloud.com", 443), False),
        (("http", "p07-caldav.icloud.com", 80), False),
        (("https", "cdn.example.net", 443), True),
        (("https", "a.cdn.example.net", 443), False),
        (("http", "127.0.0.1", 80), False),
    ],
)
def test_trust(origin: tuple[str, str, int], trusted: bool) -> None:
    trust = Trust(HOME, ("*.icloud.com", "CDN.example.net"))
    assert trust(Origin(*origin)) is trusted


def test_plain_http_to_another_machine_never_gets_the_login() -> None:
    origin = Origin("http", "dav.example.com", 80)
    trust = Trust(origin, ("dav.example.com",))
    assert not trust(origin)
    auth = Authenticator(lambda: LOGIN, trust)
    assert auth.authorization(origin, "GET", "/") is None
    assert not auth.learn(origin, ['Basic realm="x"'], None, 0)


@pytest.mark.parametrize(
    ("text", "schemes"),
    [
        ('Basic realm="x"', ["basic"]),
        ('Digest realm="a", nonce="n", Basic realm="b, c=d"', ["digest", "basic"]),
        ('NEGOTIATE YII==, digest nonce=abc,qop = "auth"', ["negotiate", "yii", "digest"]),
        ('Basic realm="a \\" Digest nonce=1"', ["basic"]),
        ("Bearer,Basic", ["bearer", "basic"]),
        ("", []),
        (';;"', []),
    ],
)
def test_challenges_are_told_apart(text: str, schemes: list[str]) -> None:
    assert [challenge.scheme for challenge in challenges.parse([text])] == schemes


def test_the_first_known_digest_is_taken() -> None:
    fields = [
        'Digest realm="r", nonce="1", algorithm=WHIRLPOOL, qop="auth"',
        'Digest realm="r", nonce="2", algorithm=SHA-256, qop="auth-int"',
        'Digest realm="r", algorithm=SHA-256, qop="auth"',
        'Digest realm="r", nonce="4", algorithm=SHA-256, qop="auth", Digest nonce="5"',
    ]
    chosen = digest.choose(challenges.parse(fields), lambda: "c")
    assert chosen is not None
    assert chosen.nonce == "4"
    assert digest.choose(challenges.parse(fields[:3]), lambda: "c") is None


def vector(algorithm: str, response: str) -> None:
    fields = [
        'Digest realm="http-auth@example.org", qop="auth, auth-int", '
        f"algorithm={algorithm}, "
        'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", '
        'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
    ]
    cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
    nonce = digest.choose(challenges.parse(fields), lambda: cnonce)
    assert nonce is not None
    secret = Secret("Mufasa", "Circle of Life")
    field = digest.answer(nonce, secret, "GET", "/dir/index.html", 1).decode()
    assert f'response="{response}"' in field
    assert field.startswith('Digest username="Mufasa", realm="http-auth@example.org", ')
    assert "qop=auth, nc=00000001" in field


def test_rfc_7616_section_3_9_1() -> None:
    vector("MD5", "8ca523f5e9506fed4657c9700eebdbec")
    vector("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")


def test_rfc_2617_section_3_5() -> None:
    text = (
        'Digest realm="testrealm@host.com", qop="auth,auth-int", '
        'nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"'
    )
    nonce = digest.choose(challenges.parse([text]), lambda: "0a4f113b")
    assert nonce is not None
    field = digest.answer(nonce, Secret("Mufasa", "Circle Of Life"), "GET", "/dir/index.html", 1)
    assert b'response="6629fae49393a05397450978507c4ef1"' in field


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ("", 'username="J\\"ås"'),
        (", charset=UTF-8", "username*=UTF-8''J%22%C3%A5s"),
        (", userhash=true", "userhash=true"),
    ],
)
def test_the_user_name_in_each_form(more: str, shown: str) -> None:
    text = f'Digest realm="r", nonce="n", qop="auth", algorithm=SHA-256{more}'
    nonce = digest.choose(challenges.parse([text]), lambda: "c")
    assert nonce is not None
    field = digest.answer(nonce, Secret('J"ås', "p"), "GET", "/", 1).decode()
    assert shown in field
    if "userhash" in more:
        assert hashlib.sha256('J"ås:r'.encode()).hexdigest() in field


@pytest.mark.parametrize("algorithm", ["MD5", "SHA-256"])
def test_another_library_computes_the_same(algorithm: str) -> None:
    text = f'Digest realm="r", nonce="n", qop="auth", algorithm={algorithm}, opaque="o"'
    request = httpx2.Request("PROPFIND", "https://dav.example.com/a?b")
    flow = httpx2.DigestAuth("alice", "secret").auth_flow(request)
    next(flow)
    theirs = flow.send(httpx2.Response(401, headers={"WWW-Authenticate": text}, request=request))
    given = parse_keqv_list(parse_http_list(theirs.headers["authorization"][7:]))
    nonce = digest.choose(challenges.parse([text]), lambda: given["cnonce"])
    assert nonce is not None
    ours = digest.answer(nonce, Secret("alice", "secret"), "PROPFIND", "/a?b", 1).decode()
    assert parse_keqv_list(parse_http_list(ours[7:])) == given
