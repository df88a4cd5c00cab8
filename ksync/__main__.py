"""``python -m ksync`` is ``ksync``."""

import sys

from ksync.cli.main import main

sys.exit(main())
