"""Sets of lines: what a side did, whose edit meets whose, and what comes of it."""

from __future__ import annotations

import pytest

from sync_engine.core.content.components import parse
from sync_engine.core.merge.model import Context, Side
from sync_engine.core.merge.sets import Edit, apply, edits, key_of, member_of, reconcile, split
from sync_engine.core.merge.units import Member, units
from tests.core.merge.samples import lines


def members(*items: str) -> list[Member]:
    """The members of the first property of a card with these lines."""
    (found,) = parse(lines("BEGIN:VCARD", *items, "END:VCARD")).components
    ours = units(found)
    return next(iter(ours.values())) if ours else []


def text(member: Member | None) -> str | None:
    if member is None:
        return None
    return " + ".join(line.unfolded.decode() for line in member.lines)


def shown(found: list[Edit]) -> list[tuple[str | None, str | None]]:
    return [(text(edit.before), text(edit.after)) for edit in found]


ANN, BOB = "ATTENDEE;CN=Ann:mailto:ann@x.org", "ATTENDEE;CN=Bob:mailto:bob@x.org"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([], [], []),
        (["TEL:1"], ["TEL:1"], []),
        (["TEL:1", "TEL:2"], ["TEL:2", "TEL:1"], []),
        (["tel:1"], ["TEL:1"], []),
        ([], ["TEL:1"], [(None, "TEL:1")]),
        (["TEL:1"], [], [("TEL:1", None)]),
        (["TEL:1"], ["TEL:2"], [("TEL:1", "TEL:2")]),
        # in order of appearance
        (
            ["TEL:1", "TEL:2", "TEL:3"],
            ["TEL:4", "TEL:2", "TEL:5"],
            [("TEL:1", "TEL:4"), ("TEL:3", "TEL:5")],
        ),
        (["TEL:1", "TEL:2"], ["TEL:3"], [("TEL:1", "TEL:3"), ("TEL:2", None)]),
        (["TEL:1"], ["TEL:2", "TEL:3"], [("TEL:1", "TEL:2"), (None, "TEL:3")]),
        # the same value under another label is the same member
        (
            ["TEL;TYPE=A:1", "TEL;TYPE=A:2"],
            ["TEL;TYPE=B:2", "TEL:3"],
            [("TEL;TYPE=A:1", "TEL:3"), ("TEL;TYPE=A:2", "TEL;TYPE=B:2")],
        ),
        (
            ["TEL;TYPE=A:2", "TEL;TYPE=A:1"],
            ["TEL;TYPE=B:2", "TEL:3"],
            [("TEL;TYPE=A:2", "TEL;TYPE=B:2"), ("TEL;TYPE=A:1", "TEL:3")],
        ),
        # one new line stands for one old line, not for two
        (
            ["TEL;TYPE=A:1", "TEL;TYPE=B:1"],
            ["TEL;TYPE=C:1"],
            [("TEL;TYPE=A:1", "TEL;TYPE=C:1"), ("TEL;TYPE=B:1", None)],
        ),
        # what stands twice says what it says once
        (["TEL:1", "TEL:1"], ["TEL:1"], []),
        (["TEL:1"], ["TEL:1", "TEL:1"], []),
        (["TEL:1", "TEL:1"], [], [("TEL:1", None)]),
        ([], ["TEL:1", "TEL:1"], [(None, "TEL:1")]),
        # guests are known by their address
        (
            [ANN, BOB],
            [BOB.replace("Bob", "B"), "ATTENDEE:mailto:eve@x.org"],
            [(ANN, None), (BOB, BOB.replace("Bob", "B")), (None, "ATTENDEE:mailto:eve@x.org")],
        ),
        ([ANN], [ANN.replace("ann@", "ANN@")], [(ANN, ANN.replace("ann@", "ANN@"))]),
        # a group is one member; its name is none of it
        (
            ["a.TEL:1", "a.X-ABLABEL:x"],
            ["b.TEL:1", "b.X-ABLABEL:x"],
            [],
        ),
        (
            ["a.TEL:1", "a.X-ABLABEL:x"],
            ["a.TEL:1", "a.X-ABLABEL:y"],
            [("a.TEL:1 + a.X-ABLABEL:x", "a.TEL:1 + a.X-ABLABEL:y")],
        ),
    ],
)
def test_edits(before, after, expected):
    assert shown(edits(members(*before), members(*after))) == expected


def test_keys():
    assert key_of(members(ANN.replace(":mailto", ": MAILTO"))[0]) == b"mailto:ann@x.org"
    for line in ("TEL:1", "X-A:1", "a.X-A:1"):
        assert key_of(members(line)[0]) is None


@pytest.mark.parametrize(
    ("name", "items", "values"),
    [
        ("CATEGORIES", ["CATEGORIES:A,B"], ["CATEGORIES:A", "CATEGORIES:B"]),
        ("CATEGORIES", ["CATEGORIES:A", "CATEGORIES:B"], ["CATEGORIES:A", "CATEGORIES:B"]),
        (
            "CATEGORIES",
            ["CATEGORIES;X=1:A\\,B,C", "CATEGORIES:D"],
            ["CATEGORIES;X=1:A\\,B", "CATEGORIES;X=1:C", "CATEGORIES:D"],
        ),
        (
            "CATEGORIES",
            ["CATEGORIES:D", "CATEGORIES:A,B"],
            ["CATEGORIES:D", "CATEGORIES:A", "CATEGORIES:B"],
        ),
        ("TEL", ["TEL:1,2"], ["TEL:1,2"]),
        ("NICKNAME", ["a.NICKNAME:A,B", "a.X-ABLABEL:x"], ["a.NICKNAME:A,B + a.X-ABLABEL:x"]),
        # a quoted-printable line cannot be written anew
        (
            "NICKNAME",
            ["NICKNAME;ENCODING=QUOTED-PRINTABLE:A,B"],
            ["NICKNAME;ENCODING=QUOTED-PRINTABLE:A,B"],
        ),
    ],
)
def test_split(name, items, values):
    parts = split(name, members(*items))
    assert [text(part) for part in parts] == values
    assert [part.form for part in parts] == [part.form for part in map(_again, parts)]


def _again(part: Member) -> Member:
    return part if len(part.lines) > 1 else member_of(part.lines[0])


def test_what_is_not_split_stays_as_it_is():
    whole = members("CATEGORIES:A", "CATEGORIES:B")
    assert split("CATEGORIES", whole) is whole
    one, other = members("CATEGORIES:A,B", "CATEGORIES:C")
    assert split("CATEGORIES", [one, other])[2] is other


def test_a_value_keeps_the_line_end_of_its_line():
    (line,) = split("CATEGORIES", members("CATEGORIES:A,B"))[0].lines
    assert line.raw == b"CATEGORIES:A\r\n"
    (bare,) = parse(b"BEGIN:VCARD\nCATEGORIES:A,B\nEND:VCARD\n").components
    (line,) = split("CATEGORIES", units(bare)["CATEGORIES"])[0].lines
    assert line.raw == b"CATEGORIES:A\n"
    cut = parse(b"BEGIN:VCARD\r\nCATEGORIES:A,B").components[0]
    (line,) = split("CATEGORIES", units(cut)["CATEGORIES"])[0].lines
    assert line.raw == b"CATEGORIES:A\r\n"


def met(base, local, remote, prefer=Side.REMOTE):
    """Both sides' edits after they met: local ones, remote ones, clashes."""
    before = members(*base)
    ours, theirs = edits(before, members(*local)), edits(before, members(*remote))
    both = reconcile(Context(prefer), ours, theirs)
    return shown(both.local), shown(both.remote), [tuple(map(text, c)) for c in both.clashes]


@pytest.mark.parametrize(
    ("base", "local", "remote", "expected"),
    [
        # what does not meet goes through
        (["TEL:1"], ["TEL:1", "TEL:2"], ["TEL:3"], ([(None, "TEL:2")], [("TEL:1", "TEL:3")], [])),
        # the same on both sides
        (["TEL:1"], ["TEL:2"], ["TEL:2"], ([], [], [])),
        (["TEL:1"], [], [], ([], [], [])),
        ([], ["TEL:1"], ["TEL:1"], ([], [], [])),
        # what both brought is there, what one replaced by it is not
        (["TEL:1"], ["TEL:2"], ["TEL:1", "TEL:2"], ([("TEL:1", None)], [], [])),
        (["TEL:1"], ["TEL:1", "TEL:2"], ["TEL:2"], ([], [("TEL:1", None)], [])),
        (
            ["TEL:1", "TEL:2"],
            ["TEL:3", "TEL:2"],
            ["TEL:1", "TEL:3"],
            ([("TEL:1", None)], [("TEL:2", None)], []),
        ),
        # what one replaced by something of its own is changed all the same
        (
            ["TEL:1", "TEL:2", "TEL:4"],
            ["TEL:9", "TEL:3", "TEL:4"],
            ["TEL:1", "TEL:2", "TEL:3"],
            ([("TEL:1", "TEL:9"), ("TEL:2", None)], [("TEL:4", None)], []),
        ),
        # one member, changed differently: the preferred side's
        (
            ["TEL:1"],
            ["TEL:2"],
            ["TEL:3"],
            ([], [("TEL:2", "TEL:3")], [("TEL:1", "TEL:2", "TEL:3")]),
        ),
        # changed here, removed there: the edit wins
        (["TEL:1"], ["TEL:2"], [], ([(None, "TEL:2")], [], [("TEL:1", "TEL:2", None)])),
        (["TEL:1"], [], ["TEL:3"], ([], [(None, "TEL:3")], [("TEL:1", None, "TEL:3")])),
        # a guest who was changed here is not the second line that was added there
        (
            [ANN],
            ["ATTENDEE;CN=A:mailto:ann@x.org"],
            [ANN, "ATTENDEE;CN=Two:mailto:ann@x.org"],
            (
                [(ANN, "ATTENDEE;CN=A:mailto:ann@x.org")],
                [(None, "ATTENDEE;CN=Two:mailto:ann@x.org")],
                [],
            ),
        ),
        # two additions are two
        ([], ["TEL:1"], ["TEL:2"], ([(None, "TEL:1")], [(None, "TEL:2")], [])),
        # but one guest is one
        (
            [],
            ["ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@x"],
            ["ATTENDEE;PARTSTAT=DECLINED:mailto:A@x"],
            (
                [
                    (
                        "ATTENDEE;PARTSTAT=DECLINED:mailto:A@x",
                        "ATTENDEE;PARTSTAT=DECLINED:mailto:A@x",
                    )
                ],
                [
                    (
                        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@x",
                        "ATTENDEE;PARTSTAT=DECLINED:mailto:A@x",
                    )
                ],
                [
                    (
                        None,
                        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@x",
                        "ATTENDEE;PARTSTAT=DECLINED:mailto:A@x",
                    )
                ],
            ),
        ),
    ],
)
def test_reconcile(base, local, remote, expected):
    assert met(base, local, remote) == expected


def test_what_was_done_to_one_of_two_lines_of_a_guest_is_met_once():
    """Two lines of one address: each edit of the other side answers for one of them."""
    two = ["ATTENDEE;CN=A:mailto:a@x", "ATTENDEE;CN=B:mailto:a@x"]
    ours = ["ATTENDEE;CN=A1:mailto:a@x", "ATTENDEE;CN=B1:mailto:a@x"]
    theirs = ["ATTENDEE;CN=A;RSVP=TRUE:mailto:a@x", "ATTENDEE;CN=B;RSVP=TRUE:mailto:a@x"]
    merged = ["ATTENDEE;CN=A1;RSVP=TRUE:mailto:a@x", "ATTENDEE;CN=B1;RSVP=TRUE:mailto:a@x"]
    assert met(two, ours, theirs) == (
        list(zip(theirs, merged, strict=True)),
        list(zip(ours, merged, strict=True)),
        [],
    )
    # only the second was touched there
    here, there, _ = met(two, ours, [two[0], theirs[1]])
    assert len(here) == 2
    assert len(there) == 1


def test_the_local_side_may_be_preferred():
    here, there, clashes = met(["TEL:1"], ["TEL:2"], ["TEL:3"], Side.LOCAL)
    assert (here, there) == ([("TEL:3", "TEL:2")], [])
    assert clashes == [("TEL:1", "TEL:2", "TEL:3")]


GUEST = "ATTENDEE;CN=A;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:a@x"


@pytest.mark.parametrize(
    ("local", "remote", "preferring_remote", "preferring_local", "clash"),
    [
        # one parameter each
        (
            "ATTENDEE;CN=A;PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:a@x",
            "ATTENDEE;CN=B;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:A@x",
            "ATTENDEE;CN=B;PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:A@x",
            "ATTENDEE;CN=B;PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:a@x",
            False,
        ),
        # one takes one out, the other adds one
        (
            "ATTENDEE;CN=A;PARTSTAT=NEEDS-ACTION:mailto:a@x",
            "ATTENDEE;CN=A;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;ROLE=CHAIR:mailto:a@x",
            "ATTENDEE;CN=A;PARTSTAT=NEEDS-ACTION;ROLE=CHAIR:mailto:a@x",
            "ATTENDEE;CN=A;PARTSTAT=NEEDS-ACTION;ROLE=CHAIR:mailto:a@x",
            False,
        ),
        # the same parameter, differently; and another one as well
        (
            "ATTENDEE;CN=A;PARTSTAT=ACCEPTED:mailto:a@x",
            "ATTENDEE;CN=B;PARTSTAT=DECLINED;RSVP=TRUE:mailto:a@x",
            "ATTENDEE;CN=B;PARTSTAT=DECLINED:mailto:a@x",
            "ATTENDEE;CN=B;PARTSTAT=ACCEPTED:mailto:a@x",
            True,
        ),
        # changed here, taken out there
        (
            "ATTENDEE;CN=A;PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:a@x",
            "ATTENDEE;CN=A;RSVP=TRUE:mailto:a@x",
            "ATTENDEE;CN=A;RSVP=TRUE:mailto:a@x",
            "ATTENDEE;CN=A;PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:a@x",
            True,
        ),
        # as written: quotes, spelling of names
        (
            'ATTENDEE;cn="A, Dr.";PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:a@x',
            "ATTENDEE;CN=A;partstat=TENTATIVE;RSVP=TRUE:mailto:a@x",
            'ATTENDEE;cn="A, Dr.";partstat=TENTATIVE;RSVP=TRUE:mailto:a@x',
            'ATTENDEE;cn="A, Dr.";partstat=TENTATIVE;RSVP=TRUE:mailto:a@x',
            False,
        ),
    ],
)
def test_a_guest_is_merged_parameter_by_parameter(
    local, remote, preferring_remote, preferring_local, clash
):
    for prefer, expected in ((Side.REMOTE, preferring_remote), (Side.LOCAL, preferring_local)):
        here, there, clashes = met([GUEST], [local], [remote], prefer)
        assert (here, there) == ([(remote, expected)], [(local, expected)])
        assert clashes == ([(GUEST, local, remote)] if clash else [])


def test_a_long_guest_is_folded_anew():
    cn = "x" * 80
    here, _, _ = met([GUEST], [GUEST.replace("CN=A", f"CN={cn}")], [GUEST.replace("TRUE", "FALSE")])
    assert here[0][1] == GUEST.replace("CN=A", f"CN={cn}").replace("TRUE", "FALSE")
    both = reconcile(
        Context(Side.REMOTE),
        edits(members(GUEST), members(GUEST.replace("CN=A", f"CN={cn}"))),
        edits(members(GUEST), members(GUEST.replace("TRUE", "FALSE"))),
    )
    assert both.local[0].after is not None
    raw = both.local[0].after.lines[0].raw
    assert raw.endswith(b"\r\n")
    assert max(map(len, raw.split(b"\r\n"))) <= 75


def ended(body: str, ending: str) -> list[Member]:
    """Of a text that stops with this line."""
    (cut,) = parse(f"BEGIN:VCARD\r\n{body}{ending}".encode()).components
    return units(cut)["ATTENDEE"]


@pytest.mark.parametrize(("ending", "written"), [("\r\n", b"\r\n"), ("\n", b"\n"), ("", b"\r\n")])
def test_a_guest_keeps_the_line_end_of_the_line(ending, written):
    base = ended(GUEST, ending)
    both = reconcile(
        Context(Side.REMOTE),
        edits(base, ended(GUEST.replace("CN=A", "CN=B"), ending)),
        edits(base, ended(GUEST.replace("TRUE", "FALSE"), ending)),
    )
    assert both.local[0].after is not None
    merged = GUEST.replace("CN=A", "CN=B").replace("TRUE", "FALSE").encode()
    assert both.local[0].after.lines[0].raw == merged + written


@pytest.mark.parametrize("grouped", ["local", "remote", "both"])
def test_a_guest_in_a_group_is_decided_as_a_whole(grouped):
    base = ["ATTENDEE;CN=A:mailto:a@x"]
    local = ["ATTENDEE;CN=B:mailto:a@x"]
    remote = ["ATTENDEE;CN=A;RSVP=TRUE:mailto:a@x"]
    if grouped in ("local", "both"):
        local = [f"a.{local[0]}", "a.X-L:1"]
    if grouped in ("remote", "both"):
        remote = [f"a.{remote[0]}", "a.X-L:1"]
    here, there, clashes = met(base, local, remote)
    assert here == []
    assert there == [(" + ".join(local), " + ".join(remote))]
    assert len(clashes) == 1


@pytest.mark.parametrize(
    ("own", "before", "after", "expected"),
    [
        (["TEL:1", "TEL:2"], "TEL:1", "TEL:3", ["TEL:3", "TEL:2"]),
        (["TEL:1", "TEL:2"], "TEL:1", None, ["TEL:2"]),
        (["TEL:1"], None, "TEL:2", ["TEL:1", "TEL:2"]),
        (["TEL:1"], None, "TEL:1", ["TEL:1"]),
        # what is not there any more is added, what is gone is gone
        (["TEL:1"], "TEL:9", "TEL:2", ["TEL:1", "TEL:2"]),
        (["TEL:1"], "TEL:9", None, ["TEL:1"]),
        (["TEL:1"], "TEL:9", "TEL:1", ["TEL:1"]),
        # all of what stood twice
        (["TEL:1", "TEL:2", "TEL:1"], "TEL:1", None, ["TEL:2"]),
        (["TEL:1", "TEL:2", "TEL:1"], "TEL:1", "TEL:3", ["TEL:3", "TEL:2"]),
        # in other words: found by the address
        (
            [ANN, BOB],
            ANN.replace("Ann", "A"),
            ANN.replace("Ann", "B"),
            [ANN.replace("Ann", "B"), BOB],
        ),
        ([ANN, BOB], ANN.replace("Ann", "A"), None, [BOB]),
        ([ANN, BOB], None, BOB.replace("Bob", "B"), [ANN, BOB.replace("Bob", "B")]),
    ],
)
def test_apply(own, before, after, expected):
    change = Edit(members(before)[0] if before else None, members(after)[0] if after else None)
    assert [text(m) for m in apply(members(*own), [change])] == expected


def test_changes_are_applied_one_after_the_other():
    own = members("TEL:1", "TEL:2")
    one, two, three = members("TEL:1", "TEL:2", "TEL:3")
    changes = [Edit(one, two), Edit(two, three), Edit(None, one), Edit(one, None)]
    assert [text(m) for m in apply(own, changes)] == ["TEL:3"]


def test_what_is_there_already_does_not_end_the_changes():
    one, two = members("TEL:1", "TEL:2")
    assert [text(m) for m in apply([one], [Edit(None, one), Edit(None, two)])] == ["TEL:1", "TEL:2"]


def test_of_two_lines_of_a_guest_the_one_that_says_the_same_is_meant():
    two = members("ATTENDEE;CN=A:mailto:a@x", "ATTENDEE;CN=B:mailto:a@x")
    assert [text(m) for m in apply(two, [Edit(two[1], None)])] == ["ATTENDEE;CN=A:mailto:a@x"]


def test_a_member_that_went_is_not_found_again_by_its_key():
    ann, bob = members(ANN, BOB)
    other = members(ANN.replace("Ann", "A"))[0]
    assert [text(m) for m in apply([ann, bob], [Edit(ann, None), Edit(None, other)])] == [
        BOB,
        text(other),
    ]
