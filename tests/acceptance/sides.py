"""A collection seen from outside on both sides, and what it must look like.

The ledger holds for each UID what was last written, and by which side. What the
client's side wrote stays byte for byte in its file, and the server may have made
of it what that server is known to make; what was written on the server is in the
file as the server gives it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sync_engine.core.content.equality import same_but_for_server
from tests.acceptance.cli import Client
from tests.servers import Account, samples
from tests.servers.oracle import CALDAV, CARDDAV, DAV, XML_HEADERS, responses

_UID = re.compile(rb"(?im)^UID(?:;[^:\r\n]*)?:(.*?)\r?$")
_ESCAPED = rb"(?m)^(CATEGORIES|X-)[^\r]*\\[,;]"
_TITLE = re.compile(rb"(?m)^(SUMMARY|FN)[;:].*\r\n(?:[ \t].*\r\n)*")
_BATCH = 500


def uid_of(body: bytes) -> str:
    """The UID of a resource."""
    found = _UID.search(body.replace(b"\r\n ", b""))
    assert found is not None, body
    return found[1].decode()


def retitled(body: bytes, title: str) -> bytes:
    """The resource with another SUMMARY or FN (of its first component)."""
    changed, number = _TITLE.subn(rb"\g<1>:" + title.encode() + b"\r\n", body, count=1)
    assert number == 1, body
    return changed


def with_uid(body: bytes, uid: str) -> bytes:
    """The resource with another UID."""
    return re.sub(rb"(?m)^UID:.*\r\n(?: .*\r\n)*", f"UID:{uid}\r\n".encode(), body)


def read_server(account: Account, collection: str) -> dict[str, bytes]:
    """All of a collection by multiget (RFC 4791 §7.9, RFC 6352 §8.7), CRLF: href -> body."""
    hrefs = list(account.etags(collection))
    card = collection.startswith(account.addressbook_home) and any(
        href.endswith(".vcf") for href in hrefs
    )
    space, report, data = (
        (CARDDAV, "addressbook-multiget", "address-data")
        if card
        else (CALDAV, "calendar-multiget", "calendar-data")
    )
    found: dict[str, bytes] = {}
    for start in range(0, len(hrefs), _BATCH):
        wanted = "".join(f"<d:href>{href}</d:href>" for href in hrefs[start : start + _BATCH])
        body = (
            f'<c:{report} xmlns:d="DAV:" xmlns:c="{space}"><d:prop><d:getetag/><c:{data}/>'
            f"</d:prop>{wanted.replace('&', '&amp;')}</c:{report}>"
        )
        headers = {**XML_HEADERS, "Depth": "1"}
        reply = account.client.request("REPORT", collection, body.encode(), headers, expect=(207,))
        for href, row in responses(reply.body):
            if href == collection:
                continue  # Xandikos takes what is behind %23 for a fragment
            text = row.findtext(f".//{{{space}}}{data}")
            assert text is not None, (href, row.findtext(f".//{{{DAV}}}status"))
            found[href] = crlf(text.encode())
    for left_out in set(hrefs) - found.keys():
        found[left_out] = crlf(account.get(left_out).body)
    assert found.keys() == set(hrefs)
    return found


def crlf(body: bytes) -> bytes:
    """Line ends as RFC 5545 §3.1 has them."""
    return body.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


@dataclass(frozen=True)
class Written:
    """What was last written of a resource, and on which side."""

    body: bytes
    local: bool


class Pair:
    """One collection of one client.

    :param href: its path on the server.
    """

    def __init__(self, account: Account, client: Client, href: str) -> None:
        self.account = account
        self.client = client
        self.href = href
        row = client.row(href)
        self.suffix = ".vcf" if row["kind"] == "addressbook" else ".ics"
        self.id: str = row["id"]
        """``ACCOUNT/SLUG``."""
        self.ledger: dict[str, Written] = {}
        self.deleted: dict[str, bytes] = {}
        """What was deleted on purpose: file name or href -> its bytes."""

    @functools.cached_property
    def folder(self) -> Path:
        """Its local folder, once there is one."""
        return Path(self.client.row(self.href, synced=True)["path"])

    # -- reading -------------------------------------------------------------------------

    def files(self) -> dict[str, bytes]:
        """Name -> bytes, of the resources in the folder."""
        return {
            path.name: path.read_bytes()
            for path in self.folder.glob(f"*{self.suffix}")
            if not path.name.startswith(".")
        }

    def server(self) -> dict[str, bytes]:
        """Href -> bytes."""
        return read_server(self.account, self.href)

    def path_of(self, uid: str) -> Path:
        """The one file that has a UID."""
        found = [name for name, body in self.files().items() if uid_of(body) == uid]
        assert len(found) == 1, (uid, found)
        return self.folder / found[0]

    # -- what a user does in the folder ----------------------------------------------

    def create_local(self, body: bytes, name: str) -> None:
        """Put a file there."""
        (self.folder / f"{name}{self.suffix}").write_bytes(body)
        self.ledger[uid_of(body)] = Written(body, True)

    def edit_local(self, path: Path, title: str) -> str:
        """Give a file another title, as an editor that replaces by rename."""
        body = retitled(path.read_bytes(), title)
        draft = path.with_name(f"{path.name}.tmp")
        draft.write_bytes(body)
        draft.replace(path)
        self.ledger[uid_of(body)] = Written(body, True)
        return uid_of(body)

    def delete_local(self, path: Path) -> str:
        """Remove a file."""
        body = path.read_bytes()
        path.unlink()
        del self.ledger[uid_of(body)]
        self.deleted[path.name] = body
        return uid_of(body)

    # -- what another client does on the server ---------------------------------------

    def seed(self, bodies: list[bytes], *, prefix: str = "r", writers: int = 1) -> list[str]:
        """Fill the server; returns the paths."""
        hrefs = self.account.seed(self.href, bodies, prefix=prefix, writers=writers)
        self.ledger |= {uid_of(body): Written(body, False) for body in bodies}
        return hrefs

    def create_remote(self, body: bytes, name: str) -> None:
        """Put a resource on the server."""
        self.account.put(f"{self.href}{name}{self.suffix}", body)
        self.ledger[uid_of(body)] = Written(body, False)

    def edit_remote(self, href: str, title: str) -> str:
        """Give a resource another title on the server."""
        body = retitled(crlf(self.account.get(href).body), title)
        self.account.put(href, body)
        self.ledger[uid_of(body)] = Written(body, False)
        return uid_of(body)

    def delete_remote(self, href: str) -> str:
        """Delete a resource on the server."""
        body = crlf(self.account.get(href).body)
        self.account.delete(href)
        del self.ledger[uid_of(body)]
        self.deleted[href] = body
        return uid_of(body)

    # -- judging ---------------------------------------------------------------------------

    def check(self) -> None:
        """Both sides have exactly what the ledger says."""
        local = _by_uid(self.files())
        remote = _by_uid(self.server())
        for side, found in (("here", local), ("there", remote)):
            lost, extra = self.ledger.keys() - found.keys(), found.keys() - self.ledger.keys()
            assert not lost and not extra, (side, "lost", lost, "extra", extra)
        for uid, written in self.ledger.items():
            here, there = local[uid], remote[uid]
            assert known_rewriting(self.account.kind, written.body, there), (
                uid,
                written.body,
                there,
            )
            if written.local:
                assert here == written.body, (uid, written.body, here)
            else:
                # the bytes that the server gives; by another report they may differ
                assert here == there or known_rewriting(self.account.kind, written.body, here), (
                    uid,
                    here,
                    there,
                )


@functools.lru_cache(maxsize=20_000)
def known_rewriting(kind: str, written: bytes, read: bytes) -> bool:
    """Whether a server of that kind is known to make ``read`` of ``written``."""
    if same_but_for_server(written, read):
        return True
    # Cyrus 3.6 gives CATEGORIES and X- properties with commas and semicolons
    # unescaped: a loss of its own, which no client can tell from an edit.
    return kind == "cyrus" and same_but_for_server(_unescaped(written), _unescaped(read))


def _unescaped(body: bytes) -> bytes:
    return re.sub(rb"\\([,;])", rb"\1", unfolded(body))


def unfolded(body: bytes) -> bytes:
    """With each content line on a line of its own (RFC 5545 §3.1)."""
    return re.sub(rb"\r\n[ \t]", b"", body)


def harmless(number: int, seed: int) -> list[bytes]:
    """Events without guests, and without what Cyrus damages.

    It takes the backslashes out of CATEGORIES, and splits what they held together. When
    the reply to an upload is lost, nobody can tell that from another program's edit: it is
    merged, which is right, and is not what is looked for here.
    """
    bodies = samples.events(3 * number, seed)
    whole = [b for b in bodies if b"ATTENDEE" not in b and not re.search(_ESCAPED, unfolded(b))]
    assert len(whole) >= number
    return whole[:number]


def _by_uid(bodies: Mapping[str, bytes]) -> dict[str, bytes]:
    found = {uid_of(body): body for body in bodies.values()}
    assert len(found) == len(bodies), "doubled: " + repr(
        sorted((uid_of(body), name) for name, body in bodies.items())
    )
    return found
