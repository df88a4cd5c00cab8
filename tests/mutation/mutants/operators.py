"""From a module's syntax tree to its mutants: one small change each.

A mutant is a statement, or the head of one, that says something slightly different:
another comparison, another constant, a branch the other way round, a value that does
not come back. What only speaks to people or to the type checker stays: docstrings,
annotations, assertions, messages of exceptions, the bodies of enumerations.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
CALLS = {"any": "all", "all": "any", "min": "max", "max": "min"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Mutant:
    """One change.

    :param where: qualified name of the function, ``""`` at the level of the module.
    :param before: the smallest statement (or head of one) around the change, as it is.
    :param number: which of the mutants of this text it is, in order.
    :param tree: the changed module.
    :param statement: index of the changed statement in the module's body.
    """

    where: str
    before: str
    after: str
    number: int
    tree: ast.Module
    statement: int

    @property
    def name(self) -> str:
        """What it is known by: stable while nobody touches the statement."""
        again = f" ({self.number})" if self.number > 1 else ""
        return f"{self.where or 'module'}: {self.before}  ->  {self.after}{again}"


def mutants(source: str) -> list[Mutant]:
    """All mutants of a module."""
    tree = ast.parse(source)
    found: list[Mutant] = []
    seen: dict[tuple[str, str, str], int] = {}
    for index, statement in enumerate(tree.body):
        if _silent(tree, statement):
            continue
        for place in _walk(statement, "", (), ()):
            for change in _changes(place.node):
                changed, before, after = _applied(tree, index, place, change)
                if before == after:
                    continue
                key = (place.where, before, after)
                seen[key] = seen.get(key, 0) + 1
                found.append(Mutant(place.where, before, after, seen[key], changed, index))
    return found


@dataclass(frozen=True)
class _Place:
    """A node that may be changed, how to get there, and what to show of it."""

    where: str
    node: ast.AST
    path: tuple[tuple[str, int | None], ...]
    shown: tuple[tuple[str, int | None], ...]


Change = ast.AST | None
"""What takes the node's place; ``None``: nothing (a statement that goes)."""


def _walk(
    node: ast.AST,
    where: str,
    path: tuple[tuple[str, int | None], ...],
    shown: tuple[tuple[str, int | None], ...],
) -> Iterator[_Place]:
    if isinstance(node, ast.Assert | ast.Raise | ast.Import | ast.ImportFrom | ast.JoinedStr):
        return
    if isinstance(node, ast.stmt):
        shown = path
    yield _Place(where, node, path, shown)
    inside = where
    if isinstance(node, ast.ClassDef | Function):
        inside = f"{where}.{node.name}" if where else node.name
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list"):
            continue
        if isinstance(node, ast.ClassDef) and field != "body":
            continue
        if isinstance(value, ast.AST):
            yield from _walk(value, inside, (*path, (field, None)), shown)
        elif isinstance(value, list):
            for number, item in enumerate(value):
                if not isinstance(item, ast.AST) or _silent(node, item):
                    continue
                yield from _walk(item, inside, (*path, (field, number)), shown)


def _silent(parent: ast.AST, item: ast.AST) -> bool:
    """Docstrings; and what a class declares, which types and names depend on."""
    if isinstance(item, ast.Expr) and isinstance(item.value, ast.Constant):
        return True
    if isinstance(item, ast.Assign) and ast.unparse(item.targets[0]) == "__all__":
        return True
    return isinstance(parent, ast.ClassDef) and not isinstance(item, Function)


def _changes(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Compare(ops=[op]):
            for other in COMPARISONS.get(type(op), ()):
                yield ast.Compare(node.left, [other()], node.comparators)
        case ast.BoolOp(op=op, values=values):
            other_op: ast.boolop = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield ast.BoolOp(other_op, values)
            for number in range(len(values)):
                rest = values[:number] + values[number + 1 :]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.BinOp(op=op) if type(op) in ARITHMETIC:
            yield ast.BinOp(node.left, ARITHMETIC[type(op)](), node.right)
        case ast.Dict(values=values):
            # a table: an entry says what the next one says
            for number, value in enumerate(values):
                other = values[(number + 1) % len(values)]
                if ast.dump(other) != ast.dump(value):
                    yield _with(node, values=[*values[:number], other, *values[number + 1 :]])
        case ast.Constant(value=value):
            yield from _constants(value)
        case ast.If(test=test) | ast.While(test=test):
            yield _with(node, test=_negated(test))
        case ast.IfExp():
            yield ast.IfExp(node.test, node.orelse, node.body)
        case ast.comprehension(ifs=ifs):
            for number in range(len(ifs)):
                yield _with(node, ifs=ifs[:number] + ifs[number + 1 :])
        case ast.Call(func=ast.Name(id=name)) if name in CALLS:
            yield _with(node, func=ast.Name(CALLS[name], ast.Load()))
        case ast.Return(value=value) if not _is_none(value):
            yield ast.Return(ast.Constant(None))
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Continue()
        case ast.AugAssign():
            yield ast.Assign([node.target], node.value, lineno=0)
            yield None
        case ast.Expr():
            yield None
        case ast.Assign(targets=[ast.Subscript() | ast.Attribute()]) | ast.Delete():
            yield None


def _is_none(value: ast.expr | None) -> bool:
    return value is None or (isinstance(value, ast.Constant) and value.value is None)


def _constants(value: object) -> Iterator[ast.Constant]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        yield ast.Constant(value + 1)
    elif isinstance(value, str):
        yield ast.Constant(value + "~")
    elif isinstance(value, bytes):
        yield ast.Constant(value + b"~")


def _negated(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _with(node: ast.AST, **fields: object) -> ast.AST:
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _applied(
    tree: ast.Module, index: int, place: _Place, change: Change
) -> tuple[ast.Module, str, str]:
    changed = copy.copy(tree)
    changed.body = list(tree.body)
    body = copy.deepcopy(tree.body[index])
    shown_before = _text(_at(body, place.shown))
    if not place.path:
        body = change if change is not None else ast.Pass()
        after = _text(body)
    else:
        parent = _at(body, place.path[:-1])
        field, number = place.path[-1]
        new = copy.deepcopy(change) if change is not None else ast.Pass()
        if number is None:
            setattr(parent, field, new)
        else:
            getattr(parent, field)[number] = new
        after = _text(_at(body, place.shown))
    changed.body[index] = ast.fix_missing_locations(body)
    return changed, shown_before, after


def _at(node: ast.AST, path: tuple[tuple[str, int | None], ...]) -> ast.AST:
    for field, number in path:
        node = getattr(node, field)
        if number is not None:
            node = node[number]
    return node


def _text(node: ast.AST) -> str:
    """A statement; of one with a body, its head."""
    if isinstance(node, ast.If | ast.While | ast.For | ast.With | Function | ast.Try | ast.Match):
        node = _with(node, body=[ast.Pass()], orelse=[], decorator_list=[])
        if isinstance(node, ast.Try):
            return "try"
        if isinstance(node, ast.Match):
            return f"match {ast.unparse(node.subject)}"
        return ast.unparse(ast.fix_missing_locations(node)).split("\n    pass")[0]
    return ast.unparse(node)
