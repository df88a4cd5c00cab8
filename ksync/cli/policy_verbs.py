"""``ksync policy``: show, check, schema, paths."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ksync.cli.app import App, pass_app
from ksync.cli.lazy import Group
from ksync.cli.rendering import number, shown_value
from ksync.config.layers import Claim, Level
from ksync.config.positions import dotted
from ksync.reporting.catalog import explain, tell
from ksync.reporting.errors import ExitCode, UsageError
from ksync.reporting.output import Result, Table

if TYPE_CHECKING:
    from ksync.config.effective import Setting
    from ksync.policy.check import Checked, Remark
    from ksync.policy.store import Policies, PolicyFile


@click.group(cls=Group)
def policy() -> None:
    """See and check what the administrator of this computer set."""


@policy.command("show")
@click.option("--all", "everything", is_flag=True, help="Every setting, not only the managed ones.")
@pass_app
def show(app: App, everything: bool) -> Result:
    """Print what is managed or recommended: key, value, level, source, status."""
    from ksync.policy.store import current  # noqa: PLC0415  imported when used

    policies = current()
    data: dict[str, object] = {
        "organization": _organization(policies),
        "files": [_file_data(file) for file in policies.files],
        "warnings": list(policies.warnings),
        "settings": [],
    }
    if policies.error is not None:
        return _broken(policies, data)
    found = [one for one in _settings(app) if everything or _from_policy(one)]
    data["settings"] = [_setting_data(one) for one in found]
    for warning in policies.warnings:
        app.output.warning(warning)
    head = [f"Some settings are managed by {policies.manager}."] if policies.files else []
    rows = [row for one in found for row in _rows(one)]
    table = Table(("KEY", "VALUE", "LEVEL", "SOURCE", "STATUS"), tuple(rows))
    return Result("" if policies.files else "There is no policy.", data, [*head, table])


@policy.command("check")
@click.argument("file")
@click.option("--installed", is_flag=True, help="Check its place, its owner and its mode too.")
def check(file: str, installed: bool) -> Result:
    """Check the policy in FILE: every mistake with its line and key."""
    from ksync.policy.check import check as checked  # noqa: PLC0415  imported when used

    path = os.path.abspath(file)  # noqa: PTH100  no link is followed, that is what is judged
    level = Level.RECOMMENDED if Path(path).parent.name == "recommended" else Level.MANAGED
    data: dict[str, object] = {"file": path, "level": level.value, "installed": installed}
    if installed:
        from ksync.policy.installed import read_installed  # noqa: PLC0415  imported when used

        content = read_installed(path)
    else:
        content = _content(path)
    found = checked(content, managed=level is Level.MANAGED)
    data |= {
        "valid": not found.mistakes,
        "mistakes": [_remark_data(one) for one in found.mistakes],
        "notes": [_remark_data(one) for one in found.notes],
    }
    return _checked(path, found, data)


@policy.command("schema")
def schema() -> Result:
    """Print the JSON Schema of policy files."""
    import json  # noqa: PLC0415  imported when used

    from ksync.resources import resource  # noqa: PLC0415  imported when used

    text = resource("policy-schema.json").read_text("utf-8")
    return Result(data={"schema": json.loads(text)}, text=[text.rstrip("\n")])


@policy.command("paths")
@pass_app
def paths(app: App) -> Result:
    """Print where policies are looked for; nothing in the environment moves that."""
    from ksync.policy.installed import ignored, places  # noqa: PLC0415  imported when used

    found = list(places())
    left = list(ignored())
    for place in left:
        app.output.warning(f"{place}: not read; a policy's name ends in .json")
    return Result(
        data={
            "paths": [{"level": level.value, "path": path} for level, path in found],
            "ignored": left,
        },
        text=[Table(("LEVEL", "PATH"), tuple((level.value, path) for level, path in found))],
    )


def _settings(app: App) -> list[Setting]:
    from ksync.config.effective import settings  # noqa: PLC0415  imported when used

    return list(settings(app.loaded))


def _from_policy(setting: Setting) -> bool:
    levels = {Level.MANAGED, Level.RECOMMENDED}
    return setting.locked or any(
        claim.level in levels for claim in (setting.claim, *setting.overridden)
    )


def _broken(policies: Policies, data: dict[str, object]) -> Result:
    problems = tuple(
        explain(file.problem)
        for file in policies.files
        if file.problem is not None and file.level is Level.MANAGED
    )
    data["problems"] = [problem.as_data() for problem in problems]
    return Result(
        "Nothing is synced: " + number(len(problems), "policy file") + " cannot be used.",
        data,
        [_files_table(policies)],
        code=problems[0].reference,
        exit_code=ExitCode.CONFIG_INVALID,
        problems=problems,
    )


def _files_table(policies: Policies) -> Table:
    rows = tuple(
        (file.source, file.level.value, "not used" if file.problem else "valid")
        for file in policies.files
    )
    return Table(("FILE", "LEVEL", "STATUS"), rows)


def _organization(policies: Policies) -> dict[str, str] | None:
    who = policies.organization
    return {"name": who.name, "support": who.support} if who else None


def _file_data(file: PolicyFile) -> dict[str, Any]:
    problem = explain(file.problem).as_data() if file.problem else None
    return {
        "path": file.source,
        "level": file.level.value,
        "valid": file.problem is None,
        "problem": problem,
    }


def _setting_data(setting: Setting) -> dict[str, Any]:
    return {
        "key": dotted(setting.key),
        "value": setting.value,
        "level": setting.claim.level.value,
        "source": setting.claim.source or None,
        "line": setting.claim.line,
        "locked": setting.locked,
        "status": _status(setting),
        "overridden": [
            {"level": one.level.value, "source": one.source, "line": one.line, "value": one.value}
            for one in setting.overridden
        ],
    }


def _status(setting: Setting) -> str:
    return "locked" if setting.locked else "holds"


def _rows(setting: Setting) -> list[tuple[str, ...]]:
    key = dotted(setting.key)
    rows = [_row(key, setting.value, setting.claim, _status(setting))]
    rows += [
        _row(key, one.value, one, f"overridden ({setting.claim.level.value})")
        for one in setting.overridden
    ]
    return rows


def _row(key: str, value: object, claim: Claim, status: str) -> tuple[str, ...]:
    return (key, _shown(value), claim.level.value, claim.place, status)


def _shown(value: object) -> str:
    """A value in a cell: of networks their names alone."""
    if isinstance(value, list | tuple):
        return ", ".join(_name(one) for one in value)
    return shown_value(value)


def _name(one: object) -> str:
    if not isinstance(one, dict):
        return shown_value(one)
    return next(str(one[key]) for key in ("label", "ssid", "ssid_hex") if one.get(key))


def _content(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error


def _remark_data(remark: Remark) -> dict[str, object]:
    return {
        "line": remark.line,
        "key": remark.key,
        "message": remark.message,
        "hint": remark.hint,
    }


def _checked(path: str, found: Checked, data: dict[str, object]) -> Result:
    lines = [_line(path, "note", note) for note in found.notes]
    if not found.mistakes:
        return Result(f"{path} is a valid policy.", data, lines)
    problems = tuple(
        tell(
            "policy.invalid",
            detail=one.message,
            resource=f"{path}:{one.line}",
            hint=one.hint or "`ksync policy schema` prints what is possible.",
        )
        for one in found.mistakes
    )
    return Result(
        f"{path}: {number(len(problems), 'mistake')}.",
        data,
        lines,
        code="policy.invalid",
        exit_code=ExitCode.CONFIG_INVALID,
        problems=problems,
    )


def _line(path: str, kind: str, remark: Remark) -> str:
    hint = f" {remark.hint}" if remark.hint else ""
    return f"{path}:{remark.line}: {kind}: {remark.message}.{hint}"
