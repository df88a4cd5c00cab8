"""Puts a mutant into the running process, where the module is imported already.

A function gets the code of its changed twin; a value at the level of the module takes
the place of the old one wherever a module of the project knows it. Nothing is
undone: the process is a fork that ends after its tests.
"""

from __future__ import annotations

import ast
import sys
from types import CodeType, FunctionType, ModuleType

from tests.mutation.mutants.operators import Mutant

OURS = ("sync_engine", "tests")


def put_in(module: ModuleType, mutant: Mutant) -> None:
    """Make the module behave as the mutant says."""
    statement = mutant.tree.body[mutant.statement]
    space = dict(vars(module))
    code = compile(ast.Module([statement], []), module.__file__ or "mutant", "exec", 0, True)
    if mutant.where:
        # the source says ``from __future__ import annotations``: so does this
        exec(_future(statement, module), space)
        _swap(_found(vars(module), mutant.where), _found(space, mutant.where))
        return
    exec(code, vars(module))
    for name in _targets(statement):
        old, new = space.get(name), vars(module)[name]
        for other in list(sys.modules.values()):
            if (getattr(other, "__name__", "") or "").startswith(OURS):
                for known, value in list(vars(other).items()):
                    if value is old and value is not None and not isinstance(value, bool | int):
                        setattr(other, known, new)


def _future(statement: ast.stmt, module: ModuleType) -> CodeType:
    future = ast.parse("from __future__ import annotations").body
    return compile(ast.Module([*future, statement], []), module.__file__ or "mutant", "exec")


def _targets(statement: ast.stmt) -> list[str]:
    return [
        node.id
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]


def _found(space: dict[str, object], where: str) -> FunctionType:
    """The outermost function of a qualified name."""
    first, *rest = where.split(".")
    thing = space[first]
    for name in rest:
        if isinstance(thing, FunctionType):
            break
        thing = vars(thing)[name]
        for inner in ("fget", "func", "__func__", "__wrapped__"):
            thing = getattr(thing, inner, thing)
    assert isinstance(thing, FunctionType), where
    return thing


def _swap(old: FunctionType, new: FunctionType) -> None:
    old.__code__ = new.__code__
    old.__defaults__ = new.__defaults__
    old.__kwdefaults__ = new.__kwdefaults__
