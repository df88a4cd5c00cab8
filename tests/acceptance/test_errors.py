"""What goes wrong, and how it is told: exit code, reference, sentence, hint.

Each is the code of the command line's contract, and in no case anything is lost:
when the cause is gone, the next sync does what the failed one was to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.cli import Client, Done
from tests.acceptance.portal import portal
from tests.acceptance.sides import Pair
from tests.acceptance.waiting import wait_until
from tests.servers import Account, samples
from tests.servers.process import free_port

WITH_LOGIN = ("cyrus", "radicale", "sabre", "xandikos-tls")


def settled(account: Account, client: Client, *, url: str | None = None) -> Pair:
    """A calendar of six events, synced, with an edit that waits on each side."""
    href = account.make_calendar("work", ("VEVENT",), title="Work")
    client.add(account, url=url)
    pair = Pair(account, client, href)
    hrefs = pair.seed([b for b in samples.events(9, 41) if b"ATTENDEE" not in b][:6])
    client.sync()
    pair.edit_remote(hrefs[0], "Waits there")
    pair.edit_local(sorted(pair.folder.glob("*.ics"))[-1], "Waits here")
    return pair


def unharmed(pair: Pair) -> None:
    """The cause is gone: what waited is done, on both sides."""
    assert pair.client.sync().counts() == {"downloaded": 1, "uploaded": 1}
    pair.check()


def problem_of(done: Done) -> dict[str, str]:
    """The one problem of a call that ended with one, or of the account in a sync."""
    if "problem" in done.data:
        return done.problem
    (account,) = done.data["accounts"]
    assert account["errors"] or account["collections"]
    errors = account["errors"] or [e for c in account["collections"] for e in c["errors"]]
    return errors[0]


def nothing_was_kept(client: Client) -> None:
    """After an ``account add`` that failed."""
    assert client.run("account", "list").data["accounts"] == []
    assert not list((client.home / "state").glob("accounts/*"))


@pytest.mark.parametrize("server", WITH_LOGIN, indirect=True)
def test_a_wrong_password(server, client):
    done = client.add(server, password="wrong", expect=6)
    assert done.envelope["code"] == "http.unauthorized"
    assert done.problem["message"] == "The login was rejected by the server."
    assert done.problem["hint"]
    nothing_was_kept(client)
    pair = settled(server, client)
    secret = client.home.parent / f"{client.home.name}-acc.password"
    secret.write_text("changed elsewhere\n")
    done = client.sync(expect=6)
    assert done.envelope["code"] == "http.unauthorized"
    assert problem_of(done)["reference"] == "http.unauthorized"
    _, said = client.text("sync", expect=6)
    assert "[http.unauthorized]: The login was rejected by the server." in said
    assert "account: acc" in said
    assert "`ksync account set-password acc`" in said
    secret.write_text(f"{server.password}\n")
    unharmed(pair)


def test_an_email_address_is_no_login_at_infomaniak(radicale, client):
    """It is not refused, but the answer explains."""
    done = client.run(
        *("account", "add", "acc", "--provider", "infomaniak", "--url", radicale.url),
        *("--username", "me@example.com", "--password-command", "echo secret"),
        expect=6,
    )
    assert "short login, like AB12345" in done.problem["hint"]
    assert "config.infomaniak.com" in done.problem["hint"]
    nothing_was_kept(client)


@pytest.mark.parametrize(
    ("url", "reference"),
    [
        ("http://127.0.0.1:{port}/", "transport.unreachable"),
        ("https://no-such-host.invalid/", "transport.name_not_resolved"),
    ],
)
def test_nobody_there(radicale, client, url, reference):
    done = client.add(radicale, url=url.format(port=free_port()), expect=11)
    assert done.envelope["code"] == reference
    nothing_was_kept(client)


def test_a_server_that_is_down_for_a_while(radicale, client, watched):
    proxy = watched(radicale)
    pair = settled(radicale, client, url=proxy.rebase(radicale.url))
    proxy.refuse()
    done = client.sync(expect=11)
    assert done.envelope["code"] == "transport.unreachable"
    assert problem_of(done)["message"].startswith("The server cannot be reached.")
    proxy.accept()
    unharmed(pair)


def test_a_password_is_not_sent_without_encryption(radicale, client):
    done = client.add(radicale, url="http://caldav.example.org/", expect=2)
    assert done.envelope["code"] == "usage.invalid"
    assert "https" in done.problem["message"]
    nothing_was_kept(client)


def test_an_untrusted_certificate(xandikos_tls, client):
    words = ("--provider", "generic", "--url", xandikos_tls.url, "--password-command", "echo x")
    done = client.run(
        "account", "add", "acc", *words, "--username", xandikos_tls.username, expect=11
    )
    assert done.envelope["code"] == "transport.tls_untrusted"
    assert "ca_file" in done.problem["hint"] or "--ca-file" in done.problem["hint"]
    nothing_was_kept(client)
    client.add(xandikos_tls, more=())
    assert client.sync().counts() == {}


def test_a_certificate_that_changed(xandikos_tls, client, tmp_path):
    """Trusted once, and not any more: nothing is deleted."""
    pair = settled(xandikos_tls, client)
    path = client.run("config", "get", "accounts.acc.ca_file").data["value"]
    other = tmp_path / "other.pem"
    other.write_text(Path(xandikos_tls.server.folder / "ca.pem").read_text())
    assert Path(path) == xandikos_tls.ca_file
    from tests.servers.xandikos import make_certificate  # makes another authority

    folder = tmp_path / "certificates"
    folder.mkdir()
    make_certificate(
        folder, certificate=folder / "leaf.pem", key=folder / "leaf.key", ca=folder / "ca.pem"
    )
    client.run("account", "set", "acc", f"ca_file={folder / 'ca.pem'}")
    done = client.sync(expect=11)
    assert done.envelope["code"] == "transport.tls_untrusted"
    client.run("account", "set", "acc", f"ca_file={path}")
    unharmed(pair)


@pytest.mark.parametrize("redirect", [None, "/welcome", "http://login.example.net/welcome"])
def test_a_captive_portal(radicale, client, watched, redirect):
    proxy = watched(radicale)
    pair = settled(radicale, client, url=proxy.rebase(radicale.url))
    before = pair.server(), pair.files()
    with portal(redirect) as port:
        server, proxy.upstream_port = proxy.upstream_port, port
        done = client.sync(expect=4)
        elsewhere = redirect is not None and redirect.startswith("http")
        expected = "transport.redirect_refused" if elsewhere else "dav.not_dav"
        assert problem_of(done)["reference"] == expected
        assert (pair.server(), pair.files()) == before
        newcomer = Client(client.home.parent / "newcomer")
        failed = newcomer.add(radicale, url=f"http://127.0.0.1:{port}/", expect=None)
        assert failed.exit_code == 4
        # a search may follow to another host, but never without encryption
        expected = "transport.https_required" if elsewhere else "dav.not_dav"
        assert failed.problem["reference"] == expected
        assert failed.problem["hint"]
        nothing_was_kept(newcomer)
        proxy.upstream_port = server
    unharmed(pair)


def test_another_process_has_the_account(radicale, client, watched):
    proxy = watched(radicale)
    pair = settled(radicale, client, url=proxy.rebase(radicale.url))
    proxy.pause()
    proxy.reset()
    first = client.start("sync")
    locks = client.home / "state" / "locks"
    wait_until(
        lambda: any(file.read_text().strip() == str(first.pid) for file in locks.glob("*.lock")),
        "the first one's lock",
    )
    done = client.sync("--wait", "0", expect=12)
    assert done.envelope["code"] == "lock.held"
    assert str(first.pid) in problem_of(done)["message"]
    patient = client.start("sync", "--wait", "60")
    proxy.resume()
    assert client.finish(first).counts() == {"downloaded": 1, "uploaded": 1}
    assert client.finish(patient).counts() == {}
    pair.check()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("sync", "nobody"), "account.unknown"),
        (("sync", "acc/nothing"), "collection.unknown"),
        (("sync", "acc/work", "nobody/x"), "account.unknown"),
        (("account", "show", "nobody"), "account.unknown"),
        (("hold", "approve", "acc:99"), "hold.unknown"),
        (("history", "show", "acc:99"), "history.unknown"),
        (("report", "show", "acc:99"), "report.unknown"),
        (("collection", "set", "acc/work", "colour=red"), "usage.invalid"),
        (("sync", "--no-such-option"), "usage.invalid"),
    ],
)
def test_words_that_name_nothing(account_once, words, code):
    done = account_once.run(*words, expect=2)
    assert done.envelope["code"] == code


@pytest.fixture(scope="module")
def account_once(server_pool, tmp_path_factory) -> Iterator[Client]:
    """An account with one synced calendar, for what changes nothing."""
    account = server_pool.get("radicale").new_account()
    account.make_calendar("work", title="Work")
    client = Client(tmp_path_factory.mktemp("once") / "home")
    client.add(account)
    client.sync()
    yield client
    account.close()


def test_an_invalid_configuration(radicale, client):
    pair = settled(radicale, client)
    file = client.home / "config" / "config.toml"
    text = file.read_text()
    for spoilt, line in (
        (f"{text}\n[sync]\nconflict = 'maybe'\n", text.count("\n") + 3),
        (f"{text}\nthis is no setting\n", text.count("\n") + 2),
        (f"{text}\n[general]\npassword = 'hunter2'\n", text.count("\n") + 3),
    ):
        file.write_text(spoilt)
        done = client.sync(expect=13)
        assert done.envelope["code"] == "config.invalid"
        told = " ".join(done.problem.values())
        assert f":{line}" in told or f"line {line}" in told, told
        assert "hunter2" not in told
    file.write_text(text)
    unharmed(pair)
