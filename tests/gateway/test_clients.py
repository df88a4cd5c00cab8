"""Programs as they are: the caldav library (Thunderbird: tests/programs)."""

from __future__ import annotations

import caldav

from tests.gateway.profile import calendar, serving
from tests.programs.texts import event


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
