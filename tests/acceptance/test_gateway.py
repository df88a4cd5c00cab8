"""The gateway beside ``ksync run``: started, kept alive, ended; a write is noticed."""

from __future__ import annotations

import http.client
import os
import signal
from contextlib import closing, suppress
from pathlib import Path

import pytest

from ksync.gateway import place
from ksync.paths import Paths
from tests.acceptance.headless import running
from tests.acceptance.waiting import wait_until
from tests.programs.texts import event
from tests.servers import samples


@pytest.fixture
def server(radicale):
    """A calendar with three events."""
    radicale.seed(radicale.make_calendar("cal", title="Work"), samples.events(3, 1))
    return radicale


def ask(paths: Paths, method: str, path: str, body: bytes = b"") -> int:
    """The status of a request; 0 if nobody answers."""
    found = place.read(paths)
    if found is None:
        return 0
    with (
        suppress(OSError),
        closing(http.client.HTTPConnection("127.0.0.1", found.port, timeout=10)) as connection,
    ):
        connection.request(method, f"/{found.token}/{path}", body, {"Depth": "0"})
        return connection.getresponse().status
    return 0


def process_of(paths: Paths) -> int:
    """The process id in the gateway's lock, 0 if there is none."""
    with suppress(OSError, ValueError):
        return int((paths.state / "locks" / "gateway.lock").read_text())
    return 0


WORK = "calendars/acc.work/"


def test_it_lives_with_the_service_and_wakes_it(server, client, tmp_path):
    client.add(server)
    paths = Paths.under(client.home)
    with running(client, tmp_path / "n") as service:
        service.idle()
        assert place.read(paths) is None  # nothing listens that nobody switched on
        client.run("config", "set", "gateway.enabled", "true")
        wait_until(lambda: ask(paths, "PROPFIND", WORK) == 207, "switched on")
        assert ask(paths, "PUT", f"{WORK}new.ics", event("new", "New")) == 201
        wait_until(lambda: len(server.etags(f"{server.calendar_home}cal/")) == 4, "uploaded")
        service.idle()
        triggers = [run["trigger"] for run in client.run("report", "list").data["runs"]]
        assert triggers[0] == "change", triggers

        first = process_of(paths)
        os.kill(first, signal.SIGKILL)
        wait_until(
            lambda: process_of(paths) not in (0, first) and ask(paths, "PROPFIND", WORK) == 207,
            "another one",
        )
        client.run("config", "set", "gateway.enabled", "false")
        wait_until(lambda: ask(paths, "PROPFIND", WORK) == 0, "switched off")
        client.run("config", "set", "gateway.enabled", "true")
        wait_until(lambda: ask(paths, "PROPFIND", WORK) == 207, "switched on")
        service.stop()
        assert ask(paths, "PROPFIND", WORK) == 0


def test_it_ends_with_a_service_that_is_killed(server, client, tmp_path):
    client.add(server)
    client.run("config", "set", "gateway.enabled", "true")
    paths = Paths.under(client.home)
    with running(client, tmp_path / "n") as service:
        wait_until(lambda: ask(paths, "OPTIONS", "") == 200, "the gateway")
        number = process_of(paths)
        service.process.kill()
        service.process.communicate()
        wait_until(lambda: not Path(f"/proc/{number}").exists(), "the end")
