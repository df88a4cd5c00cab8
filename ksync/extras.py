"""Which command adds a package to the environment that kSync lives in.

It depends on what made the environment; each kind leaves a file of its own:

=============  =======================  ==========================================
made by        left in ``sys.prefix``   command
=============  =======================  ==========================================
pipx           ``pipx_metadata.json``   ``pipx inject ksync …``
uv tool        ``uv-receipt.toml``      ``uv pip install --python … …`` (uv's
                                        environments have no pip of their own)
anything else  neither                  ``PYTHON -m pip install …``
=============  =======================  ==========================================
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path


def command_that_adds(
    requirement: str, prefix: Path = Path(sys.prefix), python: Path = Path(sys.executable)
) -> str:
    """Return the shell command that adds *requirement* to the environment at *prefix*.

    :param prefix: root of the environment, as ``sys.prefix``.
    :param python: its interpreter, as ``sys.executable``.
    """
    package = shlex.quote(requirement)
    if (prefix / "pipx_metadata.json").exists():
        return f"pipx inject ksync {package}"
    interpreter = shlex.quote(str(python))
    if (prefix / "uv-receipt.toml").exists():
        return f"uv pip install --python {interpreter} {package}"
    return f"{interpreter} -m pip install {package}"
