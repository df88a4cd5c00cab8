"""Any order of edits by a program and by others, against a model that knows what each one did."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ksync.gateway.keeping import restorer
from ksync.gateway.putting import Condition, Nothing, Refused, Write, put
from sync_engine.core.content.facts import content_hash

NAMES = ("SUMMARY", "LOCATION", "DESCRIPTION", "X-OTHER", "IANA-NAME")
Model = dict[str, str]
AGENTS = ("Thunderbird/153", "Evolution/3.46.4", "KDE")
LOST_BY = {"Thunderbird/153": (), "Evolution/3.46.4": ("IANA-NAME",), "KDE": ("IANA-NAME",)}


def text(model: Model) -> bytes:
    inner = "".join(f"{name}:{value}\r\n" for name, value in model.items() if value)
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:u\r\n"
        f"DTSTAMP:20260101T000000Z\r\nDTSTART:20261201T100000Z\r\n{inner}"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()


def model_of(body: bytes) -> Model:
    lines = (line.partition(":") for line in body.decode().split("\r\n"))
    found = {name: value for name, _, value in lines if name in NAMES}
    return {name: found.get(name, "") for name in NAMES}


VALUES = st.sampled_from(["", "a", "b", "c"])
OTHERS = st.tuples(st.just("other"), st.sampled_from(NAMES), VALUES)
PROGRAM = st.tuples(st.just("program"), st.sampled_from(NAMES), VALUES)
LOOKS = st.tuples(st.just("look"), st.just(""), st.just(""))


@given(
    st.sampled_from(AGENTS),
    st.fixed_dictionaries(dict.fromkeys(NAMES, VALUES)),
    st.lists(OTHERS | PROGRAM | LOOKS, max_size=12),
)
def test_what_a_program_did_is_done_and_what_others_did_stays(agent, first, steps):
    now = text(first)
    texts = {content_hash(now): now}
    served = now
    for who, name, value in steps:
        if who == "look":
            served = now
        elif who == "other":
            now = text({**model_of(now), name: value})
        else:
            if LOST_BY[agent] and name in ("X-OTHER", "IANA-NAME"):
                continue  # nobody can edit there what it does not show
            knows = model_of(served)
            wanted = {**knows, name: value}
            sent = text({n: v for n, v in wanted.items() if n not in LOST_BY[agent]})
            decided = put(
                sent, now, Condition(match=frozenset({content_hash(served)})), texts.get,
                restorer(agent),
            )  # fmt: skip
            before = model_of(now)
            clash = before[name] not in (knows[name], value) and value != knows[name]
            if isinstance(decided, Refused):
                assert clash, decided
                served = now
                continue
            # a text that says the same as the file is nobody's loss, whatever it was over
            assert not clash or sent == now
            expected = before if value == knows[name] else {**before, name: value}
            if isinstance(decided, Write):
                now = decided.body
            else:
                assert isinstance(decided, Nothing)
            assert model_of(now) == expected
            served = now
        texts[content_hash(now)] = now
