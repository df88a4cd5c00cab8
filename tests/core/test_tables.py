"""The document's tables are drawn from the code, and up to date."""

from __future__ import annotations

import pytest

from sync_engine.core import planner
from sync_engine.core.changes import State
from sync_engine.core.planner import Verdict
from tools import draw_tables
from tools.tree import ROOT

DOCUMENT = ROOT / "docs" / "sync-model.md"
GUARD = ROOT / "docs" / "network-guard.md"
POLICY = ROOT / "docs" / "administrators.md"


def test_the_document_shows_the_tables_of_the_code(capsys):
    documents = {
        DOCUMENT: {"planner", "restrictions", "policies"},
        GUARD: {"guard"},
        POLICY: {"precedence", "policy-keys"},
    }
    assert set().union(*documents.values()) == set(draw_tables.TABLES)
    for document, tables in documents.items():
        assert draw_tables.names(document.read_text(encoding="utf-8")) == tables
        assert draw_tables.main(["--check", str(document)]) == 0, capsys.readouterr().out


def test_every_cell_of_the_decision_table_is_drawn():
    text = draw_tables.planner()
    for verdict in planner.TABLE.values():
        assert verdict.value in text
    assert text.count("adopt") == 2


def test_a_changed_rule_is_noticed_and_written(tmp_path, monkeypatch, capsys):
    copy = tmp_path / "copy.md"
    before = DOCUMENT.read_text(encoding="utf-8")
    copy.write_text(before, encoding="utf-8")
    cell = (State.UNCHANGED, State.DELETED)
    monkeypatch.setitem(planner.TABLE, cell, Verdict.DOWNLOAD)
    assert draw_tables.main(["--check", str(copy)]) == 1
    assert "out of date" in capsys.readouterr().out
    assert copy.read_text(encoding="utf-8") == before
    assert draw_tables.main(["--write", str(copy)]) == 0
    assert draw_tables.main(["--check", str(copy)]) == 0
    monkeypatch.undo()
    assert draw_tables.main(["--write", str(copy)]) == 0
    assert copy.read_text(encoding="utf-8") == before


@pytest.mark.parametrize("option", ["--check", "--write"])
def test_a_document_without_our_tables_is_an_error_and_stays_as_it_is(tmp_path, option):
    file = tmp_path / "other.md"
    text = "# x\n<!-- table:somebody-else -->\nold\n<!-- /table -->\n"
    file.write_text(text, encoding="utf-8")
    assert draw_tables.main([option, str(file)]) == 1
    assert file.read_text(encoding="utf-8") == text


def test_without_options_all_are_printed(capsys):
    assert draw_tables.main([]) == 0
    out = capsys.readouterr().out
    assert all(table() in out for table in draw_tables.TABLES.values())
