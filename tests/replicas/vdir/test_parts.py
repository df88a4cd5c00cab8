"""Names and renames, each by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync_engine.replicas.names import (
    MAX_NAME,
    folder_name,
    is_component,
    is_resource,
    kept_name,
    one_line,
    printable,
    resource_name,
    unique_title,
)
from sync_engine.replicas.vdir.renames import Renames, Way


class TestNames:
    @pytest.mark.parametrize(
        ("suggestion", "name"),
        [
            ("5F0C6F0E-0000-4000-8000-000000000000", "5F0C6F0E-0000-4000-8000-000000000000.ics"),
            ("20250101T100000Z-123@host.example", "20250101T100000Z-123@host.example.ics"),
            ("/dav/alice/work/a%40b.ics", "a@b.ics"),
            ("https://h/dav/x.ICS", "x.ics"),
            ("x.vcf", "x.ics"),
        ],
    )
    def test_a_safe_suggestion_is_used(self, suggestion: str, name: str) -> None:
        assert resource_name(suggestion, ".ics", lambda _: False) == name

    @given(st.text(), st.sets(st.integers(0, 3)))
    def test_any_suggestion_gives_a_safe_name(self, suggestion: str, refused: set[int]) -> None:
        asked: list[str] = []

        def taken(name: str) -> bool:
            asked.append(name)
            return len(asked) - 1 in refused

        name = resource_name(suggestion, ".ics", taken)
        assert name == asked[-1]
        assert is_resource(name, ".ics")
        assert is_component(name)
        assert len(name) <= MAX_NAME
        assert name.isascii()
        assert set(name) <= set("._@-") | {c for c in name if c.isalnum()}
        asked.clear()
        assert resource_name(suggestion, ".ics", taken) == name

    def test_a_safe_name_that_is_taken_gives_way_to_a_hash(self) -> None:
        first = resource_name("x", ".ics", {"x.ics"}.__contains__)
        second = resource_name("x", ".ics", {"x.ics", first}.__contains__)
        assert len({"x.ics", first, second}) == 3

    @given(st.text(), st.text())
    def test_folder_names(self, title: str, other: str) -> None:
        name = folder_name(title, "calendar", lambda _: False)
        assert is_component(name)
        assert name[0] not in ".-"
        assert len(name.encode()) <= MAX_NAME
        again = folder_name(title, "calendar", {name.casefold()}.__contains__)
        assert again.casefold() != name.casefold()

    @given(st.text())
    def test_a_title_is_one_line(self, text: str) -> None:
        title = one_line(text)
        assert title.splitlines() in ([], [title])
        assert title == title.strip()
        title.encode()

    def test_titles_are_told_apart(self) -> None:
        assert unique_title("Work", {"home"}) == "Work"
        assert unique_title("Work", {"work", "work (2)"}) == "Work (3)"

    @given(st.text(min_size=1, max_size=250), st.binary())
    def test_a_kept_text_has_a_visible_name(self, stem: str, body: bytes) -> None:
        stem = stem.encode("utf-8", "replace").decode()
        name = kept_name(f"{stem}.ics", ".ics", body)
        assert name == kept_name(f"{stem}.ics", ".ics", body)
        assert name[0] != "."
        assert len(name.encode()) <= MAX_NAME

    def test_names_that_are_not_utf8_are_shown_in_hexadecimal(self) -> None:
        assert printable("café.ics") is None
        assert printable(b"caf\xe9.ics".decode("utf-8", "surrogateescape")) == "caf\\xe9.ics"


@pytest.mark.parametrize("way", list(Way))
class TestRenames:
    def test_a_free_name_is_taken_and_no_other(self, tmp_path: Path, way: Way) -> None:
        renames = Renames(way)
        one, two, free = tmp_path / "one", tmp_path / "two", tmp_path / "free"
        one.write_bytes(b"1")
        two.write_bytes(b"2")
        with pytest.raises(FileExistsError):
            renames.place(one, two)
        assert (one.read_bytes(), two.read_bytes()) == (b"1", b"2")
        renames.place(one, free)
        assert (one.exists(), free.read_bytes()) == (False, b"1")
        assert free.stat().st_nlink == 1
        with pytest.raises(FileNotFoundError):
            renames.place(one, tmp_path / "other")
        assert renames.way is way

    def test_folders(self, tmp_path: Path, way: Way) -> None:
        renames = Renames(way)
        one, two = tmp_path / "one", tmp_path / "two"
        for folder in (one, two):
            folder.mkdir()
            (folder / "file").write_bytes(folder.name.encode())
        (tmp_path / "file").write_bytes(b"file")
        for target in (two, tmp_path / "file"):
            with pytest.raises(FileExistsError):
                renames.place(one, target)
        renames.place(one, tmp_path / "free")
        assert (tmp_path / "free" / "file").read_bytes() == b"one"
        assert (two / "file").read_bytes() == b"two"

    def test_exchange(self, tmp_path: Path, way: Way) -> None:
        renames = Renames(way)
        one, two = tmp_path / "one", tmp_path / "two"
        one.write_bytes(b"1")
        two.write_bytes(b"2")
        done = renames.exchange(one, two)
        assert done is (way is Way.KERNEL)
        assert (one.read_bytes(), two.read_bytes()) == ((b"2", b"1") if done else (b"1", b"2"))

    def test_a_name_written_into_while_it_is_held(self, tmp_path: Path, way: Way) -> None:
        target = tmp_path / "target"
        renames = Renames(way, lambda step: step == "reserved" and target.write_bytes(b"theirs"))
        (tmp_path / "one").write_bytes(b"1")
        if way is Way.RESERVE:
            with pytest.raises(FileExistsError):
                renames.place(tmp_path / "one", target)
            assert target.read_bytes() == b"theirs"
        else:
            renames.place(tmp_path / "one", target)
            assert target.read_bytes() == b"1"


def test_exchange_needs_both(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"1")
    with pytest.raises(FileNotFoundError):
        Renames().exchange(tmp_path / "one", tmp_path / "two")
