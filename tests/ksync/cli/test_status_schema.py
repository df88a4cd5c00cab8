"""`status --json` is what resources/schema/status.schema.json says, in every state."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from ksync.resources import resource
from ksync.scheduler.plan import Why
from tests.servers import samples

SCHEMA = json.loads(resource("schema/status.schema.json").read_text())
CHECK = Draft202012Validator(SCHEMA)


def checked(done):
    """The envelope, after the schema: nothing wrong, and no key that it does not tell."""
    CHECK.validate(done.envelope)
    _told(done.envelope, SCHEMA)
    return done.data


def _told(value, schema):
    """Every key that is printed is described."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    for choice in schema.get("oneOf", ()):
        if "$ref" in choice and value is not None:
            _told(value, choice)
    if isinstance(value, dict) and "oneOf" not in schema:
        assert set(value) <= set(schema["properties"]), set(value) - set(schema["properties"])
        for key, inner in value.items():
            _told(inner, schema["properties"][key])
    elif isinstance(value, list):
        for inner in value:
            _told(inner, schema["items"])


def test_the_schema_is_one_and_is_strict():
    Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["$defs"]["account"]["properties"]["next_run_why"]["enum"]) == {
        why.value for why in Why
    }
    assert not CHECK.is_valid({"schema": "ksync/1", "ok": True})


def test_without_an_account(cli):
    assert checked(cli.json("status"))["accounts"] == []


def test_before_and_after_a_sync(added):
    assert checked(added.json("status"))["accounts"][0]["last_run"] is None
    added.sync()
    assert checked(added.json("status"))["accounts"][0]["last_run"]["outcome"] == "done"


def test_paused(synced):
    synced("pause")
    assert checked(synced.json("status"))["paused"] == {"until": None}
    synced("pause", "1h")
    assert checked(synced.json("status"))["paused"]["until"].endswith("Z")


def test_with_a_hold_and_problems(synced, folder, remote):
    for number, text in enumerate(samples.events(12, 9)):
        remote.put(f"{remote.calendar_home}cal/more-{number}.ics", text)
    synced.sync()
    for file in folder.glob("*.ics"):
        file.unlink()
    (folder / "broken.ics").write_text("nothing")
    synced.sync(code=5)
    data = checked(synced.json("status", code=5))
    assert len(data["holds"]) == 1
    assert data["accounts"][0]["problems"]
    synced("hold", "reject", "home:1")
    assert checked(synced.json("status"))["holds"][0]["state"] == "rejected"


def test_with_a_conflict(synced, folder, remote, calendar):
    synced("collection", "set", "home/work", "conflict=ask")
    file = sorted(folder.glob("*.ics"))[0]
    text = file.read_bytes()
    uid = next(line for line in text.splitlines() if line.startswith(b"UID:"))
    (path,) = (p for p, body in remote.listing(calendar).items() if uid in body)
    there = remote.listing(calendar)[path]
    file.write_bytes(_retitled(text, b"here"))
    remote.put(path, _retitled(there, b"there"))
    synced.sync(code=5)
    (conflict,) = checked(synced.json("status", code=5))["conflicts"]
    assert conflict["properties"] == ["SUMMARY"]


def _retitled(text: bytes, title: bytes) -> bytes:
    lines = text.split(b"\r\n")
    (at,) = (n for n, line in enumerate(lines) if line.startswith(b"SUMMARY"))
    end = at + 1
    while lines[end].startswith((b" ", b"\t")):
        end += 1
    return b"\r\n".join([*lines[:at], b"SUMMARY:" + title, *lines[end:]])


@pytest.mark.parametrize("code", [11])
def test_after_a_failure(synced, remote, code):
    remote.server.halt()
    try:
        synced.sync(code=code)
    finally:
        remote.server.come_back()
    (account,) = checked(synced.json("status"))["accounts"]
    assert account["next_run_why"] == "retry"
    assert account["problems"][0]["reference"] == "transport.unreachable"
