"""Programs as they are: the caldav library and Thunderbird."""

from __future__ import annotations

import re

import caldav
import pytest

from ksync.composition import Parts
from ksync.config import load
from ksync.connect.memory import App
from ksync.service.connections import Connections
from tests.gateway.profile import addressbook, calendar, serving
from tests.programs.texts import card, event
from tests.programs.thunderbird import Thunderbird


def test_the_caldav_library(profile):
    work = calendar(profile, "Work", 3)
    with serving(profile) as gateway:
        client = caldav.DAVClient(
            f"http://127.0.0.1:{gateway.port}/dav/", username="ksync", password=gateway.token
        )
        with client:
            (found,) = client.principal().calendars()
            assert found.get_display_name() == "Work"
            assert len(found.events()) == 3
            made = found.save_event(event("made", "Made").decode())
            assert b"SUMMARY:Made" in (work / "made.ics").read_bytes()
            again = found.event_by_uid("made")
            again.data = again.data.replace("SUMMARY:Made", "SUMMARY:Changed")
            again.save()
            assert b"SUMMARY:Changed" in (work / "made.ics").read_bytes()
            changed = found.objects_by_sync_token()
            assert len(list(changed)) == 4
            (work / "made.ics").unlink()
            assert len(list(found.objects_by_sync_token(changed.sync_token))) <= 1
            assert made.url
            found.events()[0].delete()
            assert len(list(work.glob("*.ics"))) == 2


@pytest.fixture
def thunderbird(tmp_path):
    program = Thunderbird(tmp_path / "person")
    yield program
    program.kill()


@pytest.mark.timeout(180)
def test_thunderbird(profile, thunderbird):
    work = calendar(profile, "Work", 0, color="#ff0000")
    people = addressbook(profile, "People", 0)
    rich = event("e1", "First").replace(
        b"END:VEVENT", b'X-OTHER;P="a,b":keep\r\nIANA-NAME:keep\r\nEND:VEVENT'
    )
    (work / "e1.ics").write_bytes(rich)
    (people / "c1.vcf").write_bytes(card("c1", "Ada").replace(b"FN:", b"NICKNAME:a,b\r\nFN:"))
    thunderbird.start()
    thunderbird.stop()
    with serving(profile):
        Connections(Parts(profile.paths, load(profile.paths.config_file).config)).connect(
            App.THUNDERBIRD, profile=str(thunderbird.profile)
        )
        thunderbird.start()
        (shown,) = thunderbird.calendars()
        assert (shown["name"], shown["color"], shown["readOnly"]) == ("Work", "#ff0000", False)
        assert thunderbird.events("Work") == {"e1": "First"}
        thunderbird.add_event("Work", event("e2", "Second").decode())
        assert b"SUMMARY:Second" in (work / "e2.ics").read_bytes()
        thunderbird.retitle("Work", "e1", "Changed")
        text = (work / "e1.ics").read_bytes()
        assert b"SUMMARY:Changed" in text and b"IANA-NAME:keep" in text
        assert re.search(rb'X-OTHER;P="?a,b"?:keep', text), text
        thunderbird.delete_event("Work", "e1")
        assert not (work / "e1.ics").exists()
        (work / "e3.ics").write_bytes(event("e3", "Third"))
        assert thunderbird.events("Work") == {"e2": "Second", "e3": "Third"}

        assert thunderbird.cards("People") == {"c1": "Ada"}
        thunderbird.add_card("People", card("c2", "Grace").decode())
        thunderbird.rename_card("People", "c1", "Ada L.")
        text = (people / "c1.vcf").read_bytes()
        assert b"FN:Ada L." in text and b"NICKNAME:a,b" in text
        assert len(list(people.glob("*.vcf"))) == 2
        thunderbird.stop()
