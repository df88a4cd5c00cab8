"""What a program was shown is known to it alone, and after a restart as well."""

from contextvars import copy_context

import pytest

from ksync.gateway.index import Index
from ksync.gateway.showing import Shown, asking, program

OLD, NEW = b"old", b"new"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "gateway.sqlite3"


def shown(file, key="k"):
    return Shown(Index(file), key)


def by(who, act, *words, **more):
    """Act while this program asks."""

    def asked():
        asking.set(who)
        return act(*words, **more)

    return copy_context().run(asked)


def text_of(one, who, now=NEW):
    texts = {"hash-old": OLD}
    return by(who, one.text, "a.vcf", now, texts.get)


def test_each_program_was_shown_its_own(file):
    one = shown(file)
    by("thunderbird", one.note, {"a.vcf": "hash-old"})
    assert text_of(one, "thunderbird") == OLD
    assert text_of(one, "evolution") is None
    assert text_of(one, "thunderbird", now=None) is None
    assert text_of(shown(file, "another"), "thunderbird") is None
    assert text_of(shown(file), "thunderbird") == OLD, "after a restart"


def test_a_text_that_is_not_known_any_more_is_none(file):
    one = shown(file)
    by("thunderbird", one.note, {"a.vcf": "hash-forgotten"})
    assert text_of(one, "thunderbird") is None


def test_who_has_to_read_it_first_does_not_know_it(file):
    one = shown(file)
    by("thunderbird", one.note, {"a.vcf": "hash-old"})
    by("thunderbird", one.note, {"a.vcf": "hash-merged"}, exact=False)
    assert text_of(one, "thunderbird") == OLD
    assert one.last == {"a.vcf": "hash-merged"}


def test_who_says_no_name_is_nobody(file):
    one = shown(file)
    by("", one.note, {"a.vcf": "hash-old"})
    assert text_of(one, "") is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Thunderbird/153.7.0",
            "Mozilla/5.0 (X11; Linux x86_64; rv:160.0) Gecko/20100101 Thunderbird/160.0",
        ),
        ("Evolution/3.46.4", "Evolution/3.58.1"),
    ],
)
def test_a_new_version_is_the_same_program(first, second):
    assert program(first) == program(second)
    assert program(first) not in ("", program("Other/1.0"))
