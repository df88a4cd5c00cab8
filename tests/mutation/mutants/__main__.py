"""``python -m tests.mutation.mutants``: see ``runner``."""

from __future__ import annotations

import sys

from tests.mutation.mutants.runner import main

sys.exit(main())
