"""The task list: due dates, priorities, progress, one that recurs, one that is done."""

from __future__ import annotations

from datetime import UTC, timedelta

from ksync.demo.samples.writing import Maker, escaped, timed, whole_day


def tasks(maker: Maker) -> dict[str, bytes]:
    """All tasks."""
    done = (maker.now - timedelta(days=1)).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    wanted = {
        "present-for-lea": (
            "Present for Lea", whole_day("DUE", maker.day(7)), "PRIORITY:1", "STATUS:NEEDS-ACTION",
        ),
        "passport": (
            "Renew the passport", whole_day("DUE", maker.day(30)), "STATUS:NEEDS-ACTION",
        ),
        "train-tickets": (
            "Train tickets to Lugano", timed("DUE", maker.day(12), "18:00"),
            "STATUS:IN-PROCESS", "PERCENT-COMPLETE:50",
        ),
        "flowers": (
            "Water the flowers", timed("DTSTART", maker.day(-14), "08:00"),
            timed("DUE", maker.day(-14), "20:00"), "RRULE:FREQ=WEEKLY;INTERVAL=1",
        ),
        "expenses": (
            "Expenses of the trip to Bern", "STATUS:COMPLETED", "PERCENT-COMPLETE:100",
            f"COMPLETED:{done}",
        ),
        "insurance": ("Call the insurance, ask for the policy", "PRIORITY:5"),
    }  # fmt: skip
    return {f"{name}.ics": _task(maker, name, *values) for name, values in wanted.items()}


def _task(maker: Maker, name: str, title: str, *lines: str) -> bytes:
    head = [
        "BEGIN:VTODO",
        f"UID:{name}@keller.example",
        f"DTSTAMP:{maker.stamp}",
        f"SUMMARY:{escaped(title)}",
    ]
    return maker.calendar([*head, *lines, "END:VTODO"])
