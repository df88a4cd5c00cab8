"""A private session bus and what may answer for ``org.freedesktop.secrets`` on it.

Each is a real process in a fresh folder, stopped by its own process id.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jeepney
from jeepney.io.blocking import open_dbus_connection

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
# No <servicedir>: nothing is started behind the test's back.

SILENT = """
import jeepney, time
from jeepney.io.blocking import open_dbus_connection
connection = open_dbus_connection("SESSION")
request = jeepney.message_bus.RequestName("org.freedesktop.secrets")
assert connection.send_and_get_reply(request).body[0] == 1
print("ready", flush=True)
while True:
    connection.receive()
"""

# A locked collection whose prompt a person answers with argv[1]: yes, no or never.
PROMPTING = """
import jeepney, sys
from jeepney.io.blocking import open_dbus_connection
connection = open_dbus_connection("SESSION")
request = jeepney.message_bus.RequestName("org.freedesktop.secrets")
assert connection.send_and_get_reply(request).body[0] == 1
print("ready", flush=True)
root, prompt = "/org/freedesktop/secrets", "/org/freedesktop/secrets/prompt/p1"
answers = {
    "ReadAlias": ("o", (root + "/collection/login",)),
    "Get": ("v", (("b", True),)),
    "Unlock": ("aoo", ([], prompt)),
    "Prompt": ("", ()),
}
while True:
    message = connection.receive()
    member = message.header.fields.get(jeepney.HeaderFields.member)
    if message.header.message_type is not jeepney.MessageType.method_call:
        continue
    connection.send(jeepney.new_method_return(message, *answers[member]))
    if member == "Prompt" and sys.argv[1] != "never":
        emitter = jeepney.DBusAddress(prompt, interface="org.freedesktop.Secret.Prompt")
        body = (sys.argv[1] == "no", ("ao", []))
        connection.send(jeepney.new_signal(emitter, "Completed", "bv", body))
"""


@contextmanager
def _process(
    words: list[str], env: dict[str, str], send: str | None = None, until: str | None = None
) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        words,
        env=env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        with process.stdin as stdin:
            if send is not None:
                stdin.write(send)
        if until is not None:
            line = process.stdout.readline()
            assert until in line, line
        yield process
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


@contextmanager
def session_bus(folder: Path) -> Iterator[dict[str, str]]:
    """The environment of a fresh session with its own bus and home."""
    folder.chmod(0o700)
    config = folder / "bus.conf"
    config.write_text(BUS.format(folder=folder))
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/bus",
    }
    words = ["dbus-daemon", "--nofork", "--print-address", f"--config-file={config}"]
    with _process(words, env, until="unix:path="):
        yield env


@contextmanager
def gnome_keyring(env: dict[str, str], *, password: str | None) -> Iterator[None]:
    """The real daemon; with a password its login keyring is made or opened."""
    words = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
    if password is not None:
        words.append("--unlock")
    with _process(words, env, send=password):
        _wait_for_owner(env)
        yield


@contextmanager
def silent_service(env: dict[str, str]) -> Iterator[None]:
    """Somebody who owns the name and never answers."""
    with _process([sys.executable, "-c", SILENT], env, until="ready"):
        yield


@contextmanager
def prompting_service(env: dict[str, str], answer: str) -> Iterator[None]:
    """A locked keyring and a person who answers its prompt: yes, no or never."""
    with _process([sys.executable, "-c", PROMPTING, answer], env, until="ready"):
        yield


def entries(env: dict[str, str]) -> str:
    """What the keyring has of kSync, as another program sees it."""
    done = subprocess.run(
        ["secret-tool", "search", "--all", "service", "kSync"],
        env=env, capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    return done.stdout + done.stderr


def lock_default_collection() -> None:
    """Lock it as a screen locker would (on the bus of this process's environment)."""
    service = jeepney.DBusAddress(
        "/org/freedesktop/secrets", "org.freedesktop.secrets", "org.freedesktop.Secret.Service"
    )
    paths = ["/org/freedesktop/secrets/aliases/default"]
    with open_dbus_connection("SESSION") as connection:
        call = jeepney.new_method_call(service, "Lock", "ao", (paths,))
        reply = connection.send_and_get_reply(call, timeout=10)
        assert reply.header.message_type is jeepney.MessageType.method_return, reply.body


def unlock_default_collection(password: str) -> None:
    """Unlock it as a login does: with the keyring's password, and no prompt."""
    service = jeepney.DBusAddress(
        "/org/freedesktop/secrets", "org.freedesktop.secrets", "org.freedesktop.Secret.Service"
    )
    # the daemon's own interface, under its own name for it
    login = service.with_interface("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface")
    with open_dbus_connection("SESSION") as connection:

        def call(to: jeepney.DBusAddress, method: str, signature: str, *body: object) -> tuple:
            message = jeepney.new_method_call(to, method, signature, body)
            reply = connection.send_and_get_reply(message, timeout=10)
            assert reply.header.message_type is jeepney.MessageType.method_return, reply.body
            return reply.body

        (collection,) = call(service, "ReadAlias", "s", "default")
        _, session = call(service, "OpenSession", "sv", "plain", ("s", ""))
        secret = (session, b"", password.encode(), "text/plain")
        call(login, "UnlockWithMasterPassword", "o(oayays)", collection, secret)


def _wait_for_owner(env: dict[str, str]) -> None:
    deadline = time.monotonic() + 15
    address = env["DBUS_SESSION_BUS_ADDRESS"]
    with open_dbus_connection(address) as connection:
        ask = jeepney.message_bus.NameHasOwner("org.freedesktop.secrets")
        while time.monotonic() < deadline:
            if connection.send_and_get_reply(ask, timeout=10).body[0]:
                return
            time.sleep(0.02)
    raise AssertionError("gnome-keyring-daemon did not take its name")
