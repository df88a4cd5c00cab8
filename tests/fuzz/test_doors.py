"""The doors in every test run: what was found before, the seeds, and Hypothesis."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from sync_engine.core.merge import Side
from tests.core.content.strategies import anything, objects
from tests.fuzz.doors import BASES, DOORS, check_merge, edited, found

xml_soup = st.lists(
    st.one_of(st.sampled_from(DOORS["multistatus"].words), st.binary(max_size=4)), max_size=30
).map(b"".join)


@st.composite
def replies(draw: st.DrawFn) -> bytes:
    """A reply, cut and spliced at random."""
    body = draw(st.sampled_from(list(DOORS["multistatus"].seeds())))
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(body)))
        end = min(len(body), start + draw(st.integers(0, 30)))
        body = body[:start] + draw(xml_soup) + body[end:]
    return body


@pytest.mark.parametrize("name", DOORS)
def test_the_seeds_pass(name: str) -> None:
    for octets in DOORS[name].seeds():
        DOORS[name].check(octets)


@pytest.mark.parametrize("name", DOORS)
def test_what_was_found_stays_mended(name: str) -> None:
    for octets in found(name):
        DOORS[name].check(octets)


@given(anything)
def test_tokenizer(octets: bytes) -> None:
    DOORS["tokenizer"].check(octets)


@given(st.binary(max_size=80))
def test_merges_of_edits(octets: bytes) -> None:
    DOORS["merge"].check(octets)


@given(st.one_of(st.none(), objects, anything), anything, anything, st.sampled_from(Side))
def test_merges_of_anything(base, here, there, prefer) -> None:
    check_merge(base, here, there, prefer)


@given(st.sampled_from(BASES), st.binary(max_size=60), st.sampled_from(Side))
def test_merges_without_a_base(base, octets, prefer) -> None:
    check_merge(None, *edited(base, octets), prefer)


@given(st.one_of(replies(), xml_soup, st.binary(max_size=200)))
def test_multistatus(octets: bytes) -> None:
    DOORS["multistatus"].check(octets)
