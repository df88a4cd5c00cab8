"""Back-off: the tables, then on the wire with a clock that only pauses move."""

from __future__ import annotations

import threading
from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync_engine.cancellation import CancelToken
from sync_engine.errors import Cancelled, GateDenied, HoldOff
from sync_engine.transport.backoff import (
    HostBook,
    HostState,
    Limits,
    Reason,
    held_back,
    parse_retry_after,
    pause_before_retry,
)
from sync_engine.transport.port import Request
from tests.transport.conftest import MakeTransport
from tests.transport.lab import Answer, FakeTime, Lab, Seen, SwitchGate, status

WALL = 1_790_000_000.0


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("0", 0.0),
        (" 120 ", 120.0),
        (formatdate(WALL + 90, usegmt=True), 90.0),
        (formatdate(WALL - 90, usegmt=True), 0.0),
        (formatdate(WALL + 90).replace("-0000", ""), 90.0),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("²", None),
        ("", None),
    ],
)
def test_retry_after(value: str | None, seconds: float | None) -> None:
    assert parse_retry_after(value, WALL) == seconds


def test_the_pause_is_clamped_doubles_without_retry_after_and_never_shrinks() -> None:
    limits = Limits()
    assert held_back(HostState(), 429, 1e9, 0.0, limits) == HostState(1, 3600.0, 429)
    state, pauses = HostState(), []
    for _ in range(11):
        state = held_back(state, 503, None, state.until, limits)
        pauses.append(state.until)
    lengths = [later - sooner for sooner, later in zip([0.0, *pauses], pauses, strict=False)]
    assert lengths == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert held_back(HostState(1, 500.0, 503), 503, 1.0, 100.0, limits).until == 500.0


IDEMPOTENT, WRITE = True, False


@pytest.mark.parametrize(
    ("reason", "idempotent", "tries", "held_for", "budget", "pause"),
    [
        (Reason.TOO_MANY, IDEMPOTENT, 1, 5.0, 30.0, 5.0),
        (Reason.TOO_MANY, WRITE, 3, 5.0, 30.0, 5.0),
        (Reason.TOO_MANY, WRITE, 4, 5.0, 30.0, None),
        (Reason.TOO_MANY, IDEMPOTENT, 1, 31.0, 30.0, None),
        (Reason.UNAVAILABLE, IDEMPOTENT, 3, 5.0, 30.0, 5.0),
        (Reason.UNAVAILABLE, WRITE, 1, 5.0, 30.0, None),
        (Reason.LOCKED, WRITE, 1, 0.0, 30.0, 0.2),
        (Reason.LOCKED, WRITE, 3, 0.0, 30.0, 1.0),
        (Reason.LOCKED, WRITE, 4, 0.0, 30.0, None),
        (Reason.LOST, IDEMPOTENT, 1, 0.0, 30.0, 0.2),
        (Reason.LOST, IDEMPOTENT, 2, 0.0, 30.0, 1.0),
        (Reason.LOST, IDEMPOTENT, 3, 0.0, 30.0, None),
        (Reason.LOST, WRITE, 1, 0.0, 30.0, None),
        (Reason.LOST, IDEMPOTENT, 2, 0.0, 0.5, None),
    ],
)
def test_the_table_of_retries(
    reason: Reason,
    idempotent: bool,
    tries: int,
    held_for: float,
    budget: float,
    pause: float | None,
) -> None:
    found = pause_before_retry(
        reason, idempotent=idempotent, tries=tries, held_for=held_for, budget=budget
    )
    assert found == pause


@given(
    st.sampled_from(Reason), st.booleans(), st.integers(1, 9), st.floats(0, 99), st.floats(0, 99)
)
def test_no_pause_is_longer_than_the_budget(
    reason: Reason, idempotent: bool, tries: int, held_for: float, budget: float
) -> None:
    pause = pause_before_retry(
        reason, idempotent=idempotent, tries=tries, held_for=held_for, budget=budget
    )
    assert pause is None or 0 <= pause <= budget


def test_hosts_are_apart_and_jitter_is_added() -> None:
    time = FakeTime()
    book = HostBook(clock=time.clock, wall=lambda: WALL, jitter=lambda s: s / 4)
    book.hold("a", 429, "8")
    assert book.held_for("a") == (10.0, 429)
    assert book.held_for("b") == (0.0, 0)
    time.now += 8
    assert book.held_for("a") == (0.0, 429)


def once(status: int, *headers: tuple[str, str]):
    def app(seen: Seen) -> Answer:
        return Answer(status, headers) if seen.number == 1 else Answer(207)

    return app


def held(make: MakeTransport, lab: Lab, time: FakeTime, **more: object):
    return make(
        lab, clock=time.clock, wall=lambda: WALL, pause=time.pause, jitter=lambda s: 0.5, **more
    )


@pytest.mark.parametrize(
    ("value", "waited"), [("7", 7.5), (formatdate(WALL + 12, usegmt=True), 12.5)]
)
@pytest.mark.parametrize("code", [429, 503])
def test_retry_after_is_waited_for(
    lab: Lab, make: MakeTransport, code: int, value: str, waited: float
) -> None:
    time = FakeTime()
    lab.app = once(code, ("Retry-After", value))
    assert status(held(make, lab, time), Request("REPORT", lab.url())) == 207
    assert time.pauses == [waited]


def test_a_write_is_tried_again_after_429_and_423_but_not_after_503(
    lab: Lab, make: MakeTransport
) -> None:
    time = FakeTime()
    transport = held(make, lab, time)
    put = Request("PUT", lab.url("/a"), body=b"x", idempotent=False)
    for code, answered, pauses in ((429, 207, [1.5]), (423, 207, [0.2]), (503, 503, [])):
        lab.seen.clear()
        time.pauses.clear()
        lab.app = once(code)
        assert status(transport, put) == answered
        assert time.pauses == pauses


def test_a_host_held_for_long_is_left_alone_by_everybody(lab: Lab, make: MakeTransport) -> None:
    time = FakeTime()
    gate = SwitchGate()
    transport = held(make, lab, time, gate=gate)
    lab.app = once(503, ("Retry-After", "600"))
    with transport.exchange(Request("GET", lab.url())) as reply:
        assert reply.status == 503
    with pytest.raises(HoldOff) as hold:
        transport.exchange(Request("GET", lab.url("/other")))
    assert (hold.value.status, hold.value.retry_after) == (503, 600.5)
    assert len(lab.seen) == 1
    gate.deny = True
    with pytest.raises(GateDenied):
        transport.exchange(Request("GET", lab.url("/other")))
    gate.deny = False
    time.now += 580
    assert status(transport, Request("GET", lab.url("/other"))) == 207
    assert time.pauses == [20.5]


def test_the_budget_bounds_one_call(lab: Lab, make: MakeTransport) -> None:
    time = FakeTime()
    lab.app = lambda seen: Answer(503, (("Retry-After", "12"),))
    with held(make, lab, time).exchange(Request("GET", lab.url())) as reply:
        assert reply.status == 503
    assert time.pauses == [12.5, 12.5]
    assert len(lab.seen) == 3


def test_a_cancellation_ends_the_wait(lab: Lab, make: MakeTransport) -> None:
    cancel = CancelToken()
    timer = threading.Timer(0.05, cancel.cancel)

    def app(seen: Seen) -> Answer:
        timer.start()
        return Answer(503, (("Retry-After", "25"),))

    lab.app = app
    with pytest.raises(Cancelled):
        make(lab).exchange(Request("GET", lab.url()), cancel=cancel)
    with pytest.raises(Cancelled):
        make(lab).exchange(Request("GET", lab.url()), cancel=cancel)
    assert len(lab.seen) == 1
