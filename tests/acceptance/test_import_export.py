"""Files of other programs in, a copy of everything out, and in again."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.acceptance.cli import Client
from tests.acceptance.sides import Pair, uid_of
from tests.servers import samples

EVENTS = [body for body in samples.events(30, 3) if b"ATTENDEE" not in body][:12]
TASKS = samples.tasks(4, 3)
CARDS = samples.contacts(8, 3)


def folder_of(client: Client, collection: str) -> Path:
    return Path(client.listed()[collection]["path"])


def files(folder: Path, suffix: str = ".ics") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob(f"*{suffix}")}


def test_export_and_import_into_an_empty_account_is_the_same_byte_for_byte(
    radicale, client, other_client, tmp_path
):
    """Both ways: a file for each item, and one file for all of a collection."""
    work = radicale.make_calendar("work", ("VEVENT", "VTODO"), title="Work")
    people = radicale.make_addressbook("people", title="People")
    client.add(radicale)
    client.sync()
    for name, bodies, suffix in (("work", EVENTS + TASKS, ".ics"), ("people", CARDS, ".vcf")):
        for number, body in enumerate(bodies):
            (folder_of(client, f"acc/{name}") / f"{number}{suffix}").write_bytes(body)
    client.sync()
    target = tmp_path / "copy"
    done = client.run("export", str(target))
    assert {c["id"]: c["items"] for c in done.data["collections"]} == {
        "acc/work": len(EVENTS + TASKS), "acc/people": len(CARDS),
    }  # fmt: skip
    assert files(target / "acc/calendars/work") == files(folder_of(client, "acc/work"))
    assert files(target / "acc/contacts/people", ".vcf") == files(
        folder_of(client, "acc/people"), ".vcf"
    )
    modes = {path.stat().st_mode & 0o777 for path in target.rglob("*")}
    assert modes == {0o700, 0o600}
    # an empty account, on the same server: everything of the first one goes
    for href in (work, people):
        radicale.delete(href)
    other_client.add(radicale, "new")
    for words in (
        ("Work",),
        ("Also work",),
        ("People", "--address-book"),
        ("Both", "--address-book"),
    ):
        other_client.run("collection", "create", "new", *words)
    one_by_one = [str(path) for path in sorted((target / "acc/calendars/work").iterdir())]
    other_client.run("import", *one_by_one, "--into", "new/work")
    cards = [str(path) for path in sorted((target / "acc/contacts/people").iterdir())]
    other_client.run("import", *cards, "--into", "new/people")
    assert sorted(files(folder_of(other_client, "new/work")).values()) == sorted(EVENTS + TASKS)
    assert sorted(files(folder_of(other_client, "new/people"), ".vcf").values()) == sorted(CARDS)
    # one file for all: cards byte for byte, events by their components
    other_client.run("import", str(target / "acc/contacts/people.vcf"), "--into", "new/both")
    assert sorted(files(folder_of(other_client, "new/both"), ".vcf").values()) == sorted(CARDS)
    other_client.run("import", str(target / "acc/calendars/work.ics"), "--into", "new/also-work")
    again = {uid_of(body) for body in files(folder_of(other_client, "new/also-work")).values()}
    assert again == {uid_of(body) for body in EVENTS + TASKS}


def test_an_import_reaches_the_server_and_what_is_wrong_is_listed(server, client, tmp_path):
    href = server.make_calendar("work", ("VEVENT",), title="Work")
    client.add(server)
    client.sync()
    pair = Pair(server, client, href)
    source = tmp_path / "mixed.ics"
    broken = EVENTS[2].replace(b"END:VEVENT\r\n", b"")
    card = CARDS[0]
    source.write_bytes(EVENTS[0] + broken + EVENTS[1] + card + TASKS[0])
    done = client.run("import", str(source), "--into", pair.id, expect=4)
    assert done.envelope["code"] == "import.partial"
    assert (done.data["added"], done.data["bad"]) == (2, 3)
    bad = {item["reference"]: item["line"] for item in done.data["items"] if item["reference"]}
    assert set(bad) == {"resource.broken", "resource.wrong_kind", "resource.wrong_component"}
    first = EVENTS[0].count(b"\n")
    assert bad["resource.broken"] > first
    for body in EVENTS[:2]:
        pair.ledger[uid_of(body)] = pair.ledger.get(uid_of(body)) or _local(body)
    assert client.sync().counts() == {"uploaded": 2}
    pair.check()
    # once more: nothing new
    again = client.run("import", str(source), "--into", pair.id, expect=4)
    assert (again.data["added"], again.data["same"]) == (0, 2)
    assert client.sync().counts() == {}


def _local(body: bytes):
    from tests.acceptance.sides import Written

    return Written(body, True)


def test_what_is_there_is_left_alone_or_merged(radicale, client, tmp_path):
    radicale.make_calendar("work", ("VEVENT",), title="Work")
    client.add(radicale)
    client.sync()
    folder = folder_of(client, "acc/work")
    mine = EVENTS[0].replace(b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\r\nX-MINE:kept\r\n")
    (folder / "mine.ics").write_bytes(mine)
    client.sync()
    theirs = tmp_path / "theirs.ics"
    theirs.write_bytes(
        EVENTS[0].replace(b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\r\nX-THEIRS:comes\r\n")
    )
    done = client.run("import", str(theirs), "--into", "acc/work")
    assert (done.data["skipped"], files(folder)) == (1, {"mine.ics": mine})
    dry = client.run("import", str(theirs), "--into", "acc/work", "--replace", "--dry-run")
    assert (dry.data["merged"], files(folder)) == (1, {"mine.ics": mine})
    client.run("import", str(theirs), "--into", "acc/work", "--replace")
    merged = files(folder)["mine.ics"]
    assert b"X-MINE:kept\r\n" in merged
    assert b"X-THEIRS:comes\r\n" in merged
    assert mine in {client.version(v["id"]) for v in client.versions()}


def test_the_history_and_the_settings_go_along_and_no_secret_does(radicale, client, tmp_path):
    radicale.make_calendar("work", ("VEVENT",), title="Work")
    client.add(radicale)
    client.sync()
    folder = folder_of(client, "acc/work")
    (folder / "a.ics").write_bytes(EVENTS[0])
    client.sync()
    (folder / "a.ics").unlink()
    client.sync()
    target = tmp_path / "copy"
    done = client.run("export", str(target), "--history")
    assert done.data["versions"] == 1
    (entry,) = json.loads((target / "acc/versions.json").read_text())
    kept = (target / "acc/history" / entry["file"]).read_bytes()
    assert uid_of(kept) == uid_of(EVENTS[0])
    settings = tomllib.loads((target / "settings.toml").read_text())
    assert settings["accounts"]["acc"]["username"] == radicale.username
    everything = b"".join(path.read_bytes() for path in target.rglob("*") if path.is_file())
    assert radicale.password.encode() not in everything
    assert b"password" not in everything
    # nothing is overwritten
    client.run("export", str(target), expect=2)


@pytest.mark.parametrize(
    ("words", "code", "reference"),
    [
        (("import", "nowhere.ics", "--into", "acc/work"), 2, "usage.invalid"),
        (("import", "x.ics", "--into", "acc/nothing"), 2, "collection.unknown"),
        (("import", "x.ics", "--into", "acc/pulled"), 4, "collection.read_only"),
    ],
)
def test_what_cannot_be(radicale, client, tmp_path, words, code, reference):
    for name in ("work", "pulled"):
        radicale.make_calendar(name, ("VEVENT",), title=name)
    client.add(radicale)
    client.run("collection", "set", "acc/pulled", "direction=pull")
    (tmp_path / "x.ics").write_bytes(EVENTS[0])
    done = client.run(*(str(tmp_path / w) if w.endswith(".ics") else w for w in words), expect=code)
    assert done.problem["reference"] == reference
