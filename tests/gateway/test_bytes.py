"""Octet by octet, out and in, whatever is in a text."""

import base64
import hashlib

from ksync.composition import FOLDERS
from sync_engine.core.collection import Kind

PHOTO = base64.b64encode(bytes(range(256)) * 3).decode()
CARD = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:1\r\nFN:Ann\r\nN:Ann;;;;\r\n"
    "NICKNAME:a,b\\,c\r\nPHOTO:data:image/png;base64," + PHOTO + "\r\n"
    "X-UNKNOWN;P=1,2:keep, this; as \\n it is\r\nFOO:bar\r\nNOTE:fol\r\n  ded\r\nEND:VCARD\r\n"
).encode()
CARDS = "contacts/home.people/"


def files(profile, kind, name):
    return profile.paths.data / "home" / FOLDERS[kind] / name


def test_a_card_of_version_4_survives_unchanged(profile, gateway):
    folder = files(profile, Kind.ADDRESSBOOK, "people")
    (folder / "ann.vcf").write_bytes(CARD)
    got = gateway.ask("GET", f"{CARDS}ann.vcf")
    assert got.body == CARD
    assert got.etag == f'"{hashlib.sha256(CARD).hexdigest()}"'
    put = gateway.ask("PUT", f"{CARDS}ann.vcf", got.body, if_match=got.etag)
    assert put.status == 204 and put.etag == got.etag
    assert (folder / "ann.vcf").read_bytes() == CARD
    other = gateway.ask("PUT", f"{CARDS}new.vcf", CARD.replace(b"uuid:1", b"uuid:2"))
    assert other.status == 201
    assert (folder / "new.vcf").read_bytes() == CARD.replace(b"uuid:1", b"uuid:2")
