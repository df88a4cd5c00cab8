"""The published JSON Schema, drawn from the model.

python -m ksync.policy.schema > resources/policy-schema.json
"""

from __future__ import annotations

import json
import sys
from typing import Any

import msgspec

from ksync.policy.model import Policy

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "kSync policy, version 1"


def schema() -> dict[str, Any]:
    """The schema of a policy file, with what the types alone do not say."""
    drawn = msgspec.json.schema(Policy)
    parts = drawn["$defs"]
    for part in parts.values():
        _describe(part)
    parts["Wifi"]["oneOf"] = [{"required": ["ssid"]}, {"required": ["ssid_hex"]}]
    parts["Ethernet"]["if"] = {
        "properties": {"mode": {"const": "pinned"}},
        "required": ["mode"],
    }
    parts["Ethernet"]["then"] = {
        "properties": {"gateway_macs": {"minItems": 1}},
        "required": ["gateway_macs"],
    }
    return {"$schema": DIALECT, "title": TITLE, **drawn}


def _describe(part: dict[str, Any]) -> None:
    """Move what a docstring says about a parameter to the property of that name."""
    words, *parameters = part.get("description", "").split(":param ")
    part["description"] = " ".join(words.split()).replace("``", "")
    for parameter in parameters:
        name, _, meaning = parameter.partition(":")
        key = "$schema" if name == "schema" else name  # a name that Python does not have
        part["properties"][key]["title"] = " ".join(meaning.split()).replace("``", "")


def text() -> str:
    """The schema as it is published."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
