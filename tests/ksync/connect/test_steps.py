"""A profile for macOS: both accounts, the certificate, always the same identifiers."""

import plistlib
from dataclasses import replace

from ksync.connect import steps
from tests.ksync.connect.offers import offer


def test_a_profile_has_both_accounts():
    found = plistlib.loads(steps.mobileconfig(offer()))
    kinds = {one["PayloadType"]: one for one in found["PayloadContent"]}
    assert set(kinds) == {"com.apple.caldav.account", "com.apple.carddav.account"}
    account = kinds["com.apple.caldav.account"]
    assert (account["CalDAVHostName"], account["CalDAVPort"]) == ("127.0.0.1", 5333)
    assert (account["CalDAVUsername"], account["CalDAVPassword"]) == ("kSync", "secret")
    assert account["CalDAVUseSSL"] is False


def test_with_a_certificate_it_is_https():
    secure = replace(offer(), secure="https://localhost:5334/", certificate=b"DER")
    found = plistlib.loads(steps.mobileconfig(secure))
    root, account, _ = found["PayloadContent"]
    assert (root["PayloadType"], root["PayloadContent"]) == ("com.apple.security.root", b"DER")
    assert (account["CalDAVHostName"], account["CalDAVPort"]) == ("localhost", 5334)
    assert account["CalDAVUseSSL"] is True
    told = " ".join(step.text for step in steps.apple(secure))
    assert "Server address: localhost. Server path: /. Port: 5334. Use SSL." in told


def test_installed_again_it_replaces_itself():
    first, second = (plistlib.loads(steps.mobileconfig(offer())) for _ in range(2))
    assert first == second
    assert len({one["PayloadUUID"] for one in (first, *first["PayloadContent"])}) == 3
