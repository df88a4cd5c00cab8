"""Icons: our own SVG files, drawn in the colours of the theme.

They are drawn with ``currentColor``, which is put in before they are rendered, at
several sizes, so that they are sharp on any screen.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ksync.resources import resource

_SIZES = (16, 22, 24, 32, 44, 48, 64)
_FADED = 0.4


@lru_cache(maxsize=512)
def icon(name: str, colour: str) -> QIcon:
    """An icon of ``resources/icons/ui`` in a colour."""
    return _drawn(f"icons/ui/{name}.svg", colour)


@lru_cache(maxsize=64)
def tray_icon(name: str, colour: str) -> QIcon:
    """An icon of ``resources/icons/tray``: a shape for each state."""
    return _drawn(f"icons/tray/{name}.svg", colour)


@lru_cache(maxsize=1)
def program_icon() -> QIcon:
    """The program's own, in its colours."""
    made = QIcon()
    renderer = QSvgRenderer(QByteArray(resource("icons/ksync.svg").read_bytes()))
    for size in (*_SIZES, 128, 256):
        made.addPixmap(_rendered(renderer, size))
    return made


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture for a label.

    :param ratio: device pixels of the screen for each of ours.
    """
    data = QByteArray(_coloured(f"icons/ui/{name}.svg", colour))
    made = _rendered(QSvgRenderer(data), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    return made


def _drawn(name: str, colour: str) -> QIcon:
    made = QIcon()
    renderer = QSvgRenderer(QByteArray(_coloured(name, colour)))
    for size in _SIZES:
        drawn = _rendered(renderer, size)
        # as it is where it is chosen: the style would tint it
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
            made.addPixmap(drawn, mode)
        made.addPixmap(_faded(drawn), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=512)
def _coloured(name: str, colour: str) -> bytes:
    text = resource(name).read_text(encoding="utf-8")
    return text.replace("currentColor", colour).encode("utf-8")


def _rendered(renderer: QSvgRenderer, size: int) -> QPixmap:
    made = _clear(size)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made


def _faded(drawn: QPixmap) -> QPixmap:
    made = _clear(drawn.width())
    painter = QPainter(made)
    painter.setOpacity(_FADED)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return made


def _clear(size: int) -> QPixmap:
    made = QPixmap(size, size)
    made.fill(Qt.GlobalColor.transparent)
    return made
