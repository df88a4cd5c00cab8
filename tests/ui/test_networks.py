"""The page Networks, the guard's card and the menu, against NetworkManager as documented."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox

from ksync.config import load
from ksync.network import bus, guard
from ksync.network.evidence import Kind, Reach
from ksync.network.kinds import Interface
from ksync.network.observer import Observer, providers
from tests.network.buses import private_bus
from tests.network.services import FakeNetworkManager
from tests.network.test_providers import Machine, interface
from tests.ui.finding import press, shown, texts
from tests.ui.waiting import until
from ui.widgets.listing import Listing
