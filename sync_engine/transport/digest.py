"""Digest access authentication (RFC 7616, and its elder RFC 2617), computed.

Pure: a challenge, a login and a request in, a field value out.

* Algorithms: MD5, SHA-256, SHA-512-256 and their ``-sess`` forms; of several
  challenges the first that is known is taken (RFC 7616 §3.7).
* qop: ``auth``; without qop the form of RFC 2069 (RFC 2617 §3.2.2.1). A
  challenge that demands ``auth-int`` alone is not answered.
* One client nonce serves a whole nonce: the ``-sess`` key is made from the
  first one (RFC 7616 §3.4.2), and the nonce count tells requests apart.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote

from sync_engine.transport.challenges import Challenge
from sync_engine.transport.port import Secret

_HASHES = MappingProxyType({"MD5": "md5", "SHA-256": "sha256", "SHA-512-256": "sha512_256"})


@dataclass(frozen=True, slots=True)
class Nonce:
    """A Digest challenge that can be answered.

    :param algorithm: as spelled by the server, or ``""`` where it named none.
    :param qop: ``auth`` or ``""`` (RFC 2069).
    :param cnonce: the client nonce used with it.
    """

    realm: str
    nonce: str
    opaque: str | None
    algorithm: str
    qop: str
    utf8: bool
    userhash: bool
    stale: bool
    cnonce: str


def choose(challenges: Iterable[Challenge], make_cnonce: Callable[[], str]) -> Nonce | None:
    """The first Digest challenge that can be answered, or ``None``."""
    for challenge in challenges:
        given = challenge.parameters
        algorithm = given.get("algorithm", "")
        offered = [part.strip().lower() for part in given.get("qop", "").split(",")]
        usable = "auth" in offered or offered == [""]
        if challenge.scheme != "digest" or not usable or "nonce" not in given:
            continue
        if _hash_name(algorithm) not in hashlib.algorithms_available:
            continue
        return Nonce(
            realm=given.get("realm", ""),
            nonce=given["nonce"],
            opaque=given.get("opaque"),
            algorithm=algorithm,
            qop="auth" if "auth" in offered else "",
            utf8=given.get("charset", "").lower() == "utf-8",
            userhash=given.get("userhash", "").lower() == "true",
            stale=given.get("stale", "").lower() == "true",
            cnonce=make_cnonce(),
        )
    return None


def answer(nonce: Nonce, secret: Secret, method: str, target: str, count: int) -> bytes:
    """The Authorization field's value (RFC 7616 §3.4).

    :param target: the request-target, exactly as it is sent.
    :param count: how often this nonce has been used, this time included.
    """
    user, realm = secret.username.encode(), nonce.realm.encode()
    key = _h(nonce, user + b":" + realm + b":" + secret.password.encode())
    if nonce.algorithm.upper().endswith("-SESS"):
        key = _h(nonce, b":".join((key, nonce.nonce.encode(), nonce.cnonce.encode())))
    about = _h(nonce, f"{method}:{target}".encode())
    if nonce.qop:
        middle = f"{nonce.nonce}:{count:08x}:{nonce.cnonce}:{nonce.qop}"
    else:
        middle = nonce.nonce
    response = _h(nonce, b":".join((key, middle.encode(), about)))
    fields = [
        *_user_fields(nonce, secret.username),
        f'realm="{_quoted(nonce.realm)}"',
        f'nonce="{_quoted(nonce.nonce)}"',
        f'uri="{target}"',
        f'response="{response.decode()}"',
    ]
    if nonce.algorithm:
        fields.append(f"algorithm={nonce.algorithm}")
    if nonce.opaque is not None:
        fields.append(f'opaque="{_quoted(nonce.opaque)}"')
    if nonce.qop:
        fields.append(f'qop={nonce.qop}, nc={count:08x}, cnonce="{nonce.cnonce}"')
    return b"Digest " + ", ".join(fields).encode()


def _user_fields(nonce: Nonce, username: str) -> list[str]:
    if nonce.userhash:  # RFC 7616 §3.4.4
        hashed = _h(nonce, f"{username}:{nonce.realm}".encode()).decode()
        return [f'username="{hashed}"', "userhash=true"]
    if nonce.utf8 and not username.isascii():  # RFC 7616 §3.4, RFC 8187
        return [f"username*=UTF-8''{quote(username, safe='')}"]
    return [f'username="{_quoted(username)}"']


def _hash_name(algorithm: str) -> str:
    return _HASHES.get(algorithm.upper().removesuffix("-SESS") or "MD5", "")


def _h(nonce: Nonce, data: bytes) -> bytes:
    # RFC 7616 §3.3 still has MD5; it is the server that chooses, under TLS.
    made = hashlib.new(_hash_name(nonce.algorithm), data, usedforsecurity=False)
    return made.hexdigest().encode()


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
