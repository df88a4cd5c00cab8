"""Multiget in batches, what is left out, and vCards in the version that is stored."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pytest

from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import ResourceId
from sync_engine.core.observation import Failure
from sync_engine.errors import (
    AuthenticationRejected,
    IdentityMismatch,
    NotDav,
    ReplicaUnavailable,
    ReplyTooLarge,
    Unreachable,
)
from sync_engine.replicas.port import Got, Loaded, Missing
from sync_engine.replicas.remote.collection import RemoteCollection
from sync_engine.replicas.remote.traits import Traits
from sync_engine.transport.port import Request
from tests.client.scripted import (
    FOLDER,
    Answer,
    Script,
    card,
    error,
    etag,
    event,
    length,
    multistatus,
    page,
    resource,
    row,
)
from tests.replicas.remote.scripts import BODY, TEXT, collection, identity

A, B, C = (ResourceId(f"/cal/{name}.ics") for name in "abc")


def told(id_: str) -> str:
    return row(id_, etag(id_[-5]) + event(TEXT))


def loaded(id_: str) -> Loaded:
    return Loaded(f'"{id_[-5]}"', BODY)


def read(remote: RemoteCollection, ids: Sequence[ResourceId]) -> Mapping[ResourceId, Got]:
    answers: dict[ResourceId, Got] = {}
    for batch in remote.get(ids):
        assert not answers.keys() & batch.keys()
        answers.update(batch)
    assert answers.keys() == set(ids)
    return answers


def asked(request: Request) -> list[str]:
    return re.findall(r"href>([^<]+)</", request.body.decode())


def answering(request: Request) -> Answer:
    """A multiget that gives what is asked."""
    return multistatus(*(told(href) for href in asked(request)))


def test_one_report_for_all() -> None:
    remote, script = collection(multistatus(told(B), row(C, status=404), told(A)))
    assert read(remote, [A, B, C, A]) == {A: loaded(A), B: loaded(B), C: Missing()}
    assert asked(script.requests[0]) == [A, B, C]


def test_answers_are_matched_in_other_spellings() -> None:
    ids = [
        ResourceId("/cal/a%7eb%40.ics"),
        ResourceId("/cal/c d.ics"),
        ResourceId("/cal/x%2Fy.ics"),
    ]
    rows = [
        row("/cal/a~b%40.ics", etag("1") + event(TEXT)),
        row("https://dav.example.org/cal/c%20d.ics", etag("2") + event(TEXT)),
        row("/cal/x%2fy.ics", etag("3") + event(TEXT)),
    ]
    remote, script = collection(multistatus(*rows))
    answers = read(remote, ids)
    assert [got.fingerprint for got in answers.values() if isinstance(got, Loaded)] == [
        '"1"', '"2"', '"3"',
    ]  # fmt: skip
    assert asked(script.requests[0]) == ids


def test_names_that_differ_by_escapes_alone_are_two_resources() -> None:
    ids = [ResourceId("/cal/a%40b.ics"), ResourceId("/cal/a@b.ics")]
    rows = [row(id_, etag(str(n)) + event(TEXT)) for n, id_ in enumerate(ids)]
    remote, _ = collection(multistatus(*rows))
    assert [got.fingerprint for got in read(remote, ids).values()] == ['"0"', '"1"']


WHOLE = b"BEGIN:VCALENDAR\nX-A:1\nEND:VCALENDAR\n"


@pytest.mark.parametrize("cut", [0, 1, 20, len(WHOLE) - 2])
def test_a_text_without_its_last_line_is_no_resource(cut: int) -> None:
    """A proxy that cuts a GET counts again: its length says nothing."""
    remote, _ = collection(multistatus(), resource(WHOLE[:cut], '"a"'))
    assert read(remote, [A]) == {A: Failure("resource.broken", "the text is cut off, or none")}


def test_what_is_left_out_is_asked_for_alone() -> None:
    remote, script = collection(multistatus(told(A)), error(404), resource(WHOLE, '"c"'))
    assert read(remote, [A, B, C]) == {
        A: loaded(A),
        B: Missing(),
        C: Loaded('"c"', WHOLE.replace(b"\n", b"\r\n")),
    }
    assert script.done[1:] == [("GET", B), ("GET", C)]


def test_everything_left_out_is_first_checked() -> None:
    remote, _ = collection(multistatus(), identity(type_="<D:resourcetype/>"))
    with pytest.raises(ReplicaUnavailable):
        read(remote, [A, B])


def test_a_row_without_data_is_asked_for_alone() -> None:
    bare = row(A, etag("a"), missing="<C:calendar-data/>")
    remote, script = collection(multistatus(bare), resource(BODY, '"a"'))
    assert read(remote, [A]) == {A: loaded(A)}
    assert script.done[1] == ("GET", A)


@pytest.mark.parametrize(
    ("status", "reference"), [(403, "http.forbidden"), (500, "http.server_failure")]
)
def test_a_row_that_is_refused_is_a_failure(status: int, reference: str) -> None:
    remote, _ = collection(multistatus(told(A), row(B, status=status)))
    got = read(remote, [A, B])[B]
    assert isinstance(got, Failure)
    assert got.reference == reference


def test_a_single_answer_that_is_refused_is_a_failure() -> None:
    remote, _ = collection(multistatus(told(A)), error(403))
    got = read(remote, [A, B])[B]
    assert isinstance(got, Failure)
    assert got.reference == "http.forbidden"


def test_a_whole_report_of_404_is_halved() -> None:
    ids = [ResourceId(f"/cal/{n:03}-{n % 10}.ics") for n in range(16)]
    gone = ids[5]

    class Old(Script):
        """SabreDAV 1.8: one gone href, and the whole report is 404."""

        def exchange(self, request: Request, **_: object) -> Answer:
            self.requests.append(request)
            if request.method == "GET":
                return error(404) if request.url.endswith(gone) else resource(BODY)
            return error(404) if gone in asked(request) else answering(request)

    remote, _ = collection()
    script = remote._scope.client._transport = Old()
    answers = read(remote, ids)
    assert answers[gone] == Missing()
    assert sum(isinstance(got, Loaded) for got in answers.values()) == 15
    assert len(script.requests) < 12


@pytest.mark.parametrize("broken", [Unreachable("timed out"), ReplyTooLarge("big"), error(500)])
def test_a_batch_that_breaks_is_asked_for_in_smaller_ones(broken: Answer | Exception) -> None:
    ids = [ResourceId(f"/cal/{n:03}-{n % 10}.ics") for n in range(40)]
    remote, script = collection(broken, *[answering] * 8)
    assert all(isinstance(got, Loaded) for got in read(remote, ids).values())
    assert [len(asked(request)) for request in script.requests] == [40] + [5] * 8


def test_offline_is_found_out_soon() -> None:
    ids = [ResourceId(f"/cal/{n}.ics") for n in range(100)]
    remote, script = collection(*[Unreachable("timed out")] * 3)
    with pytest.raises(Unreachable):
        read(remote, ids)
    assert [len(asked(request)) for request in script.requests] == [100, 12, 0]


def test_a_server_without_multiget_is_read_one_by_one() -> None:
    remote, script = collection(error(501), resource(BODY, '"a"'), resource(BODY, '"b"'))
    assert read(remote, [A, B]) == {A: loaded(A), B: loaded(B)}
    assert remote.traits.multiget is False
    script.steps.append(resource(BODY, '"a"'))
    read(remote, [A])
    assert script.done[-1] == ("GET", A)


@pytest.mark.parametrize(("status", "learned"), [(405, False), (415, False), (403, None)])
def test_a_report_that_is_refused_is_read_one_by_one(status: int, learned: bool | None) -> None:
    remote, _ = collection(error(status), resource(BODY, '"a"'), error(404))
    assert read(remote, [A, B]) == {A: loaded(A), B: Missing()}
    assert remote.traits.multiget is learned


def test_rows_that_nobody_asked_for_are_left_out() -> None:
    remote, _ = collection(multistatus(told(A), told(C), row("/cal/", FOLDER)))
    assert read(remote, [A]) == {A: loaded(A)}


def test_batches_grow_by_what_they_bring() -> None:
    ids = [ResourceId(f"/cal/{n:04}-{n % 10}.ics") for n in range(1100)]
    remote, script = collection(*[answering] * 4)
    read(remote, ids)
    assert [len(asked(request)) for request in script.requests] == [100, 400, 500, 100]


def test_batches_shrink_for_large_resources() -> None:
    ids = [ResourceId(f"/cal/{n:04}-{n % 10}.ics") for n in range(150)]

    def large(request: Request) -> Answer:
        big = event("BEGIN:VCALENDAR\n" + "X" * 200_000)
        return multistatus(*(row(href, etag("e") + big) for href in asked(request)))

    remote, script = collection(*[large] * 4)
    read(remote, ids)
    assert [len(asked(request)) for request in script.requests] == [100, 20, 20, 10]


@pytest.mark.parametrize(
    ("answer", "raised"), [(error(401), AuthenticationRejected), (page(), NotDav)]
)
def test_what_is_about_the_account_ends_the_reading(
    answer: Answer, raised: type[Exception]
) -> None:
    remote, _ = collection(answer)
    with pytest.raises(raised):
        read(remote, [A])


def test_a_portal_is_no_resource() -> None:
    remote, _ = collection(multistatus(told(A)), page())
    with pytest.raises(NotDav):
        read(remote, [A, B])


def test_nothing_is_asked_of_a_host_that_is_not_trusted() -> None:
    far = ResourceId("https://evil.example/cal/a.ics")
    remote, script = collection(multistatus(told(A)))
    with pytest.raises(IdentityMismatch):
        read(remote, [A, far])
    assert len(script.requests) == 1


# vCards ---------------------------------------------------------------------------

THREE = "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n"
FOUR = "BEGIN:VCARD\nVERSION:4.0\nKIND:individual\nEND:VCARD\n"
V3, V4 = ResourceId("/cal/3.vcf"), ResourceId("/cal/4.vcf")
STORED = {V3: THREE, V4: FOUR}


def converting(sizes: bool = True):
    """A server that converts everything to the version that is asked for."""

    def answer(request: Request) -> Answer:
        four = 'version="4.0"' in request.body.decode()
        rows = []
        for href in asked(request):
            stored = STORED[ResourceId(href)]
            if four:
                text = stored.replace("3.0", "4.0")
            else:
                text = stored.replace("4.0", "3.0").replace("KIND", "X-KIND")
            if four and stored is THREE:
                text = text.replace("END", "KIND:individual\nEND")
            size = len(stored) + stored.count("\n") if sizes else 7
            rows.append(row(href, etag(href[-5]) + length(size) + card(text)))
        return multistatus(*rows)

    return answer


def contacts(*steps: object, traits: Traits | None = None) -> tuple[RemoteCollection, Script]:
    return collection(
        *steps,
        kind=Kind.ADDRESSBOOK,
        data_types=("text/vcard;version=3.0", "text/vcard;version=4.0"),
        traits=traits,
    )


def test_each_card_comes_in_the_version_that_is_stored() -> None:
    remote, script = contacts(converting(), converting())
    answers = read(remote, [V3, V4])
    assert answers == {
        id_: Loaded(f'"{id_[-5]}"', text.replace("\n", "\r\n").encode())
        for id_, text in STORED.items()
    }
    assert asked(script.requests[0]) == [V3, V4]
    assert asked(script.requests[1]) == [V4]


def carriage(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def size_of(id_: ResourceId, text: str) -> Answer:
    return multistatus(row(id_, etag(id_[-5]) + length(len(carriage(text)))))


LOSSY = FOUR.replace("4.0", "3.0").replace("KIND:individual\n", "")


def test_a_card_that_comes_by_get_comes_in_the_version_that_is_stored() -> None:
    remote, script = contacts(
        error(405),
        resource(carriage(LOSSY), '"4"'),
        size_of(V4, FOUR),
        resource(carriage(FOUR), '"4"'),
    )
    assert read(remote, [V4]) == {V4: Loaded('"4"', carriage(FOUR))}
    get = script.requests[-1]
    assert (get.method, dict(get.headers)["Accept"]) == ("GET", "text/vcard; version=4.0")


def test_a_card_that_comes_by_get_as_it_is_stored_is_not_asked_for_again() -> None:
    remote, script = contacts(error(405), resource(carriage(THREE), '"3"'), size_of(V3, THREE))
    assert read(remote, [V3]) == {V3: Loaded('"3"', carriage(THREE))}
    assert [request.method for request in script.requests] == ["REPORT", "GET", "PROPFIND"]


@pytest.mark.parametrize(
    ("sized", "gets"), [(error(403), 1), (multistatus(row(V4, etag("4") + length(7))), 2)]
)
def test_where_no_length_tells_the_default_version_is_taken(sized: Answer, gets: int) -> None:
    answers = [resource(carriage(LOSSY), '"4"'), sized, resource(carriage(FOUR), '"4"')]
    remote, script = contacts(error(405), *answers[: gets + 1])
    assert read(remote, [V4]) == {V4: Loaded('"4"', carriage(LOSSY))}
    assert [request.method for request in script.requests].count("GET") == gets


def test_a_card_that_is_gone_before_its_length_is_told_is_missing() -> None:
    remote, _ = contacts(error(405), resource(carriage(LOSSY), '"4"'), error(404))
    assert read(remote, [V4]) == {V4: Missing()}


def test_a_card_whose_other_version_is_left_out_is_asked_for_alone() -> None:
    remote, script = contacts(
        converting(), multistatus(), resource(carriage(FOUR), '"4"'), size_of(V4, FOUR)
    )
    answers = read(remote, [V3, V4])
    assert answers[V4] == Loaded('"4"', carriage(FOUR))
    assert [request.method for request in script.requests] == [
        "REPORT",
        "REPORT",
        "GET",
        "PROPFIND",
    ]


def test_lengths_that_never_fit_are_not_trusted_again() -> None:
    remote, script = contacts(converting(sizes=False), converting(sizes=False), converting())
    answers = read(remote, [V3, V4])
    assert all(isinstance(got, Loaded) and b"3.0" in got.body for got in answers.values())
    assert remote.traits.stored_length is False
    read(remote, [V3, V4])
    assert len(script.requests) == 3


def test_an_address_book_of_one_version_is_asked_once() -> None:
    told_length = row(V3, etag("3") + length(7) + card(THREE))
    remote, script = collection(
        multistatus(told_length), kind=Kind.ADDRESSBOOK, data_types=("text/vcard;version=3.0",)
    )
    assert isinstance(read(remote, [V3])[V3], Loaded)
    assert b"getcontentlength" not in script.requests[0].body
    assert b"version" not in script.requests[0].body.partition(b"?>")[2]
