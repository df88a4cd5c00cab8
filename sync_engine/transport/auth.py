"""The login: to whom it goes, and in which form.

Rules
-----
* It goes to the exact origin it was given for, and to trusted hosts (a preset's
  list, or the user's), those by https alone. ``*.example.com`` stands for every
  host under example.com. Nobody else gets it, whatever challenge is sent.
* Basic (RFC 7617, UTF-8) goes along with the first request: some servers answer
  ``/`` to anonymous requests, without a principal. A server that offers Digest
  and no Basic is remembered: from then on Digest goes along with each request,
  the nonce count growing, without another challenge.
* A challenge is answered at most twice for one request: a new nonce because the
  old one went stale (or ran out without the server saying so), never the same
  login to the same nonce again. A 401 after that is the caller's.
* The source is asked once, when a request first needs the login; the transport
  asks after the gate has allowed that request.

Digest is computed here and not by the HTTP library's own class: that one takes
the first Digest field even if its algorithm is unknown, overlooks a challenge
that shares a field with another one, and counts nonces without a lock.
"""

from __future__ import annotations

import secrets
import threading
from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sync_engine.core.hosts import trusted
from sync_engine.transport import challenges, digest
from sync_engine.transport.port import CredentialSource, Secret
from sync_engine.transport.targets import Origin, is_localhost_name, is_loopback

_MAX_ANSWERS = 2


@dataclass(frozen=True, slots=True)
class Used:
    """What went along with a request.

    :param field: value of the Authorization field.
    :param nonce: the Digest nonce, or ``None`` for Basic.
    :param fresh: the nonce was given in answer to this very request.
    """

    field: bytes
    nonce: digest.Nonce | None
    fresh: bool


@dataclass(slots=True)
class _Space:
    """What an origin wants: Basic, or Digest with this nonce (RFC 9110 §11.5)."""

    nonce: digest.Nonce | None = None
    count: int = 0


class Trust:
    """Which origins may receive the login.

    :param origin: the one it was given for, or ``None`` for no origin at all.
    :param trusted_hosts: host names, or ``*.`` and a domain.
    """

    def __init__(self, origin: Origin | None, trusted_hosts: Sequence[str]) -> None:
        self._origin = origin
        self._hosts = tuple(trusted_hosts)

    def __call__(self, origin: Origin) -> bool:
        """Whether it may."""
        if origin == self._origin:
            return origin.scheme == "https" or _is_this_machine(origin.host)
        if origin.scheme != "https":
            return False
        return trusted(origin.host, self._hosts)


class Authenticator:
    """Makes Authorization fields. Thread-safe.

    :param make_cnonce: a new client nonce.
    """

    def __init__(
        self,
        source: CredentialSource,
        trust: Trust,
        *,
        make_cnonce: Callable[[], str] = lambda: secrets.token_hex(16),
    ) -> None:
        self.may_receive = trust
        self._source = source
        self._make_cnonce = make_cnonce
        self._lock = threading.Lock()
        self._asked = False
        self._secret: Secret | None = None
        self._spaces: dict[Origin, _Space] = {}

    def authorization(
        self, origin: Origin, method: str, target: str, *, answers: int = 0
    ) -> Used | None:
        """What to send along, or ``None`` for nothing.

        :param answers: challenges answered for this request already.
        """
        if not self.may_receive(origin):
            return None
        secret = self._login()
        if secret is None:
            return None
        with self._lock:
            space = self._spaces.setdefault(origin, _Space())
            nonce = space.nonce
            space.count += 1
            count = space.count
        if nonce is None:
            pair = f"{secret.username}:{secret.password}".encode()
            return Used(b"Basic " + b64encode(pair), None, fresh=True)
        field = digest.answer(nonce, secret, method, target, count)
        return Used(field, nonce, fresh=answers > 0)

    def learn(self, origin: Origin, fields: Iterable[str], used: Used | None, answers: int) -> bool:
        """Take in a 401; whether the request is worth sending again.

        :param fields: the WWW-Authenticate fields.
        :param used: what went along with the request that got it.
        :param answers: challenges answered for this request so far.
        """
        if used is None or answers >= _MAX_ANSWERS:
            return False
        offered = challenges.parse(fields)
        nonce = digest.choose(offered, self._make_cnonce)
        basic = any(challenge.scheme == "basic" for challenge in offered)
        with self._lock:
            space = self._spaces.setdefault(origin, _Space())
            if space.nonce != used.nonce:
                return True  # another thread has learnt in the meantime
            if used.nonce is None:
                adopt = nonce is not None and not basic
            elif nonce is not None:
                adopt = nonce.stale or not used.fresh
            else:
                adopt = basic  # the server has changed its mind: back to Basic
            if adopt:
                self._spaces[origin] = _Space(nonce)
            return adopt

    def _login(self) -> Secret | None:
        with self._lock:
            if not self._asked:
                self._secret = self._source()
                self._asked = True
            return self._secret


def _is_this_machine(host: str) -> bool:
    return is_loopback(host) or is_localhost_name(host)
