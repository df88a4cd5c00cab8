"""When an account is due, row by row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksync.scheduler.plan import (
    CLOCK_SLACK,
    LONGEST_RETRY,
    MINUTE,
    SPREAD,
    Happened,
    Past,
    Wait,
    Why,
    next_run,
    wait_for,
)

ACCOUNT = "11111111-2222-4333-8444-555555555555"
INTERVAL = 15 * MINUTE
NOW = 1_800_000_000.0


NOTHING = Happened()


def due(past: Past, happened: Happened = NOTHING, account: str = ACCOUNT):
    """The next run, seen from NOW."""
    return next_run(account, past, happened, INTERVAL, NOW)


@pytest.mark.parametrize(
    ("outcome", "reference", "wait"),
    [
        (None, "", Wait.CUT),
        ("done", "", Wait.INTERVAL),
        ("partial", "", Wait.INTERVAL),
        ("interrupted", "sync.cancelled", Wait.CUT),
        ("failed", "sync.aborted", Wait.CUT),
        ("failed", "transport.unreachable", Wait.RETRY),
        ("failed", "http.hold_off", Wait.RETRY),
        ("failed", "http.server_failure", Wait.RETRY),
        ("failed", "never.heard_of", Wait.RETRY),
        ("failed", "transport.gate_denied", Wait.GUARD),
        ("failed", "credential.keyring_locked", Wait.SECRET),
        ("failed", "http.unauthorized", Wait.PERSON),
        ("failed", "transport.tls_untrusted", Wait.PERSON),
        ("failed", "policy.invalid", Wait.PERSON),
    ],
)
def test_what_the_end_of_a_run_means(outcome, reference, wait):
    assert wait_for(outcome, reference) is wait


def test_the_first_run_is_due_at_once():
    assert due(Past()).at <= NOW
    assert due(Past()).why is Why.FIRST


@pytest.mark.parametrize(
    ("wait", "in_a_row", "least", "most"),
    [
        (Wait.INTERVAL, 1, 0.9 * INTERVAL, 1.1 * INTERVAL),
        (Wait.INTERVAL, 9, 0.9 * INTERVAL, 1.1 * INTERVAL),
        (Wait.GUARD, 3, 0.9 * INTERVAL, 1.1 * INTERVAL),
        (Wait.RETRY, 1, 0.5 * MINUTE, 1.5 * MINUTE),
        (Wait.RETRY, 4, 4 * MINUTE, 12 * MINUTE),
        (Wait.RETRY, 12, 0.5 * LONGEST_RETRY, 1.5 * LONGEST_RETRY),
        (Wait.SECRET, 5, 5 * MINUTE, 5 * MINUTE),
        (Wait.PERSON, 1, 10 * 60 * MINUTE, 14 * 60 * MINUTE),
        (Wait.CUT, 1, 0.5 * MINUTE, 0.5 * MINUTE),
        (Wait.CUT, 20, INTERVAL, INTERVAL),
    ],
)
def test_the_pause_after_each_end(wait, in_a_row, least, most):
    found = due(Past(NOW, NOW, wait, in_a_row))
    assert least <= found.at - NOW <= most


def test_a_denial_that_goes_on_is_looked_at_once_in_an_interval():
    found = due(Past(NOW - 40 * INTERVAL, NOW, Wait.GUARD, 1))
    assert 0.9 * INTERVAL <= found.at - NOW <= 1.1 * INTERVAL


def test_a_server_that_named_a_time_is_left_alone_until_then():
    held = NOW + 40 * MINUTE
    for happened in (Happened(), Happened(changed=NOW), Happened(network=NOW + 1)):
        for wait in (Wait.INTERVAL, Wait.RETRY):
            assert due(Past(NOW - 1, NOW - 1, wait, 1, held), happened).at >= held


def test_a_local_edit_goes_out_at_once():
    found = due(Past(NOW - 60, NOW - 50), Happened(changed=NOW))
    assert (found.at, found.why) == (NOW, Why.CHANGE)


def test_an_edit_that_a_run_has_seen_is_no_cause():
    assert due(Past(NOW - 60, NOW - 50), Happened(changed=NOW - 61)).why is Why.SCHEDULE


@pytest.mark.parametrize("wait", [Wait.RETRY, Wait.SECRET, Wait.PERSON, Wait.GUARD])
def test_an_edit_does_not_hurry_what_cannot_work(wait):
    past = Past(NOW - 1, NOW - 1, wait, 3)
    assert due(past, Happened(changed=NOW)).at == due(past).at


@pytest.mark.parametrize("wait", [Wait.RETRY, Wait.GUARD])
def test_a_network_that_is_back_is_used_soon_and_not_by_all_at_once(wait):
    past = Past(NOW - 100, NOW - 90, wait, 7)
    found = due(past, Happened(network=NOW))
    assert NOW <= found.at <= NOW + SPREAD
    assert found.why is Why.NETWORK
    moments = {due(past, Happened(network=NOW), f"{n}").at for n in range(50)}
    assert max(moments) - min(moments) > SPREAD / 2


def test_a_changed_setting_frees_what_waits_for_a_person():
    past = Past(NOW - 100, NOW - 90, Wait.PERSON, 1)
    found = due(past, Happened(settings=NOW))
    assert (found.at, found.why) == (NOW, Why.SETTINGS)
    assert due(Past(NOW - 100, NOW - 90), Happened(settings=NOW)).why is Why.SCHEDULE


def test_what_fell_due_while_the_computer_slept_is_due_on_waking():
    assert due(Past(NOW - 8 * 3600, NOW - 8 * 3600 + 5)).at < NOW


def test_a_clock_that_was_put_back_does_not_stop_everything():
    assert due(Past(NOW + 365 * 86400.0, NOW + 365 * 86400.0)).at <= NOW
    assert due(Past(NOW + CLOCK_SLACK / 2, NOW)).at > NOW


pasts = st.builds(
    Past,
    st.floats(NOW - 1e6, NOW),
    st.floats(NOW - 1e6, NOW),
    st.sampled_from(Wait),
    st.integers(1, 40),
    st.sampled_from([0.0, NOW + 100]),
)
happenings = st.builds(Happened, *[st.sampled_from([0.0, NOW - 10, NOW])] * 3)


@given(pasts, happenings)
def test_two_processes_agree_and_nothing_is_asked_before_its_time(past, happened):
    first = due(past, happened)
    assert first == due(past, happened)
    assert first.at >= past.held_until or past.started is None
    assert first.at <= NOW + max(INTERVAL * 1.1, LONGEST_RETRY * 1.5, 14 * 3600.0)
