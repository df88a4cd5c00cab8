"""Documents that repeat what the code says: they say the same."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import EnumType
from pathlib import Path
from typing import Any, get_args, get_origin

import click
import msgspec
import pytest

from ksync.config.model import Config
from ksync.reporting.catalog import CATALOG
from ksync.reporting.errors import PRECEDENCE, ExitCode
from tools import draw_references
from tools.commands import ksync_group
from tools.tree import ROOT

CLI = ROOT / "docs" / "cli.md"
COMMON = {"--json", "--quiet", "--verbose", "--no-color", "--no-input", "--yes", "--help"}


@pytest.fixture(scope="module")
def text() -> str:
    return CLI.read_text(encoding="utf-8")


# -- the table of references --------------------------------------------------------------


def test_the_table_of_references_is_drawn() -> None:
    assert draw_references.main(["--check", str(CLI)]) == 0


def test_every_reference_has_its_row() -> None:
    rows = draw_references.table().splitlines()[2:]
    assert [row.split("`")[1] for row in rows] == sorted(CATALOG)
    assert all("{" not in row and row.count(" | ") == 3 for row in rows)


def test_an_old_table_is_found_and_mended(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "cli.md"
    document.write_text(text.replace("| `account.none` | 2 |", "| `account.none` | 3 |"), "utf-8")
    assert draw_references.main(["--check", str(document)]) == 1
    assert f"--write {document}" in capsys.readouterr().err
    assert draw_references.main(["--write", str(document)]) == 0
    assert document.read_text("utf-8") == text


@pytest.mark.parametrize("kept", [draw_references.START, draw_references.END, "nothing"])
def test_a_document_without_a_place_for_it_is_left_alone(kept: str) -> None:
    with pytest.raises(draw_references.NoMarkers):
        draw_references.drawn(f"Text\n{kept}\nmore\n")


# -- verbs and options ----------------------------------------------------------------------


def _commands(
    command: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        yield " ".join(path), command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        assert inner is not None
        yield from _commands(inner, (*path, name))


COMMANDS = dict(_commands(ksync_group()))


def _spans(text: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", text)


def _section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next one of ``##``."""
    _, _, rest = text.partition(f"\n{heading}\n")
    assert rest
    return rest.partition("\n## ")[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_reference(text: str, name: str) -> None:
    spans = _spans(_section(text, "## Verbs"))
    assert any(re.match(rf"ksync {name}(?: |$)", span) for span in spans)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_stands_in_the_reference(text: str, name: str) -> None:
    verb = name.partition(" ")[0]
    parts = re.split(r"(?m)^### ", _section(text, "## Verbs"))
    (part,) = (part for part in parts if verb in re.findall(r"\w+", part.partition("\n")[0]))
    spans = " ".join(_spans(part))
    options = {
        option
        for parameter in COMMANDS[name].params
        if isinstance(parameter, click.Option) and not parameter.hidden
        for option in parameter.opts
        if option.startswith("--")
    }
    missing = {option for option in options - COMMON if not re.search(rf"{option}(?: |$)", spans)}
    assert missing == set()


def test_the_data_of_every_command_is_told(text: str) -> None:
    told = set()
    section = _section(text, "### Data of the other commands")
    for row in re.findall(r"(?m)^\| (`.+?) \|", section):
        first, *others = _spans(row)
        group = first.rpartition(" ")[0]
        told |= {first, *(f"{group} {other}" for other in others)}
    assert told == set(COMMANDS) - {"sync"}


# -- exit codes -----------------------------------------------------------------------------


def test_every_exit_code_has_its_row_and_the_order_is_told(text: str) -> None:
    section = _section(text, "## Exit codes")
    assert [int(code) for code in re.findall(r"(?m)^\| (\d+) \|", section)] == sorted(ExitCode)
    order = re.search(r"the first of ([\d, ]+) wins", section)
    assert order is not None
    # 0 holds where nothing else does
    assert [int(code) for code in order[1].split(",")] == [*PRECEDENCE[:-1]]


# -- settings -------------------------------------------------------------------------------


def _settings(model: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any, Any]]:
    """Dotted key, type and default of every setting of the model."""
    for field in msgspec.structs.fields(model):
        kind = field.type
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            yield from _settings(kind, (*path, field.name))
        elif get_origin(kind) is dict:
            name = "NAME" if field.name == "accounts" else "SLUG"
            yield from _settings(get_args(kind)[1], (*path, field.name, name))
        else:
            yield ".".join((*path, field.name)), kind, field.default


SETTINGS = {key: (kind, default) for key, kind, default in _settings(Config)}


def _rows(text: str) -> dict[str, tuple[str, str]]:
    section = _section(text, "## Settings")
    found = re.findall(r"(?m)^\| `([a-zA-Z_.]+)` \| (.*?) \| (.*?) \|", section)
    return {key: (kind, default) for key, kind, default in found}


def test_every_setting_has_its_row(text: str) -> None:
    assert set(_rows(text)) == set(SETTINGS)


@pytest.mark.parametrize("key", SETTINGS)
def test_defaults_and_choices_are_those_of_the_model(text: str, key: str) -> None:
    kind, default = SETTINGS[key]
    said_kind, said_default = _rows(text)[key]
    if isinstance(kind, EnumType):
        assert set(_spans(said_kind)) == {choice.value for choice in kind}
    if isinstance(default, (bool, int, str)):
        shown = str(default).lower() if isinstance(default, bool) else str(default)
        assert said_default == f"`{shown}`"
    else:
        assert not said_default.startswith("`") or "." in said_default


# -- tests that documents name ----------------------------------------------------------------


def _named_tests() -> Iterator[tuple[str, str, str]]:
    for document in sorted(ROOT.glob("docs/**/*.md")):
        for file, name in re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", document.read_text("utf-8")):
            yield document.name, file, name


def test_tests_that_documents_name_exist() -> None:
    named = list(_named_tests())
    assert named
    missing = [
        f"{document}: {file}::{name}"
        for document, file, name in named
        if not (ROOT / file).is_file() or name not in _functions(ROOT / file)
    ]
    assert missing == []


def _functions(file: Path) -> set[str]:
    tree = ast.parse(file.read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
