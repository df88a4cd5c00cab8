"""The mutants: what is changed, how it is put into place, and that no explanation is old."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from tests.mutation.mutants.explained import EXPLAINED, Row
from tests.mutation.mutants.operators import mutants
from tests.mutation.mutants.swap import put_in

SOURCE = '''
"""A text that nobody reads."""

TABLE = {"a": one, "b": two}
LIMIT = 3


def bounded(values, most=LIMIT):
    """Words."""
    assert values
    if len(values) > most and not values[0]:
        return None
    return [value for value in values if value != 1]
'''


def test_what_is_changed():
    assert {mutant.name for mutant in mutants(SOURCE)} == {
        "module: TABLE = {'a': one, 'b': two}  ->  TABLE = {'a': two, 'b': two}",
        "module: TABLE = {'a': one, 'b': two}  ->  TABLE = {'a': one, 'b': one}",
        "module: TABLE = {'a': one, 'b': two}  ->  TABLE = {'a~': one, 'b': two}",
        "module: TABLE = {'a': one, 'b': two}  ->  TABLE = {'a': one, 'b~': two}",
        "module: LIMIT = 3  ->  LIMIT = 4",
        *(
            f"bounded: if len(values) > most and (not values[0]):  ->  {after}"
            for after in (
                "if not (len(values) > most and (not values[0])):",
                "if len(values) > most or not values[0]:",
                "if not values[0]:",
                "if len(values) > most:",
                "if len(values) >= most and (not values[0]):",
                "if len(values) <= most and (not values[0]):",
                "if len(values) > most and values[0]:",
                "if len(values) > most and (not values[1]):",
            )
        ),
        *(
            f"bounded: return [value for value in values if value != 1]  ->  {after}"
            for after in (
                "return None",
                "return [value for value in values]",
                "return [value for value in values if value == 1]",
                "return [value for value in values if value != 2]",
            )
        ),
    }


def test_a_mutant_is_put_into_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    source = "LIMIT = 1.5\nclass Thing:\n    @property\n    def double(self):\n"
    source += "        return LIMIT * 2\n"
    (tmp_path / "sample_of_mutants.py").write_text(source)
    monkeypatch.syspath_prepend(str(tmp_path))
    module = importlib.import_module("sample_of_mutants")
    by_name = {mutant.name: mutant for mutant in mutants(source)}
    put_in(module, by_name["Thing.double: return LIMIT * 2  ->  return LIMIT / 2"])
    assert module.Thing().double == 0.75
    put_in(module, by_name["module: LIMIT = 1.5  ->  LIMIT = 2.5"])
    assert module.LIMIT == 2.5
    assert module.Thing().double == 1.25


@pytest.mark.parametrize("row", EXPLAINED, ids=lambda row: row.mutant)
def test_what_is_explained_is_a_mutant_still(row: Row):
    file = importlib.import_module(row.module).__file__
    assert file is not None
    names = [mutant.name for mutant in mutants(Path(file).read_text(encoding="utf-8"))]
    assert names.count(row.mutant) == 1
    document = Path(__file__).parents[2] / "docs" / "mutation.md"
    assert row.why in document.read_text(encoding="utf-8")
