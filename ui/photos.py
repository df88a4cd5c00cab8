"""Photos of contacts as round pictures: from the octets in the card, never from an address.

Only the formats of photos are read, by what the octets begin with: a drawing (SVG) may
name files and addresses. A picture that is too large, or none, is simply not there.
"""

from __future__ import annotations

import threading

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLoggingCategory, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath, QPixmap

from ui.theme import scaled

_FORMATS = ((b"\xff\xd8\xff", b"jpeg"), (b"\x89PNG\r\n\x1a\n", b"png"), (b"GIF8", b"gif"))
_MOST_PIXELS = 60_000_000

_QUIET = "qt.gui.imageio*.warning=false"

SIDE = 160
"""Pixels of what is kept: enough for the large one on a screen of twice the density."""


class _Quietly:
    """While a photo is read, Qt says nothing about damaged images.

    What a card carries may be damaged, and that is nothing to print warnings about. Qt has
    these rules for the process; so they hold no longer than somebody reads.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._readers = 0

    def __enter__(self) -> None:
        with self._lock:
            self._readers += 1
            if self._readers == 1:
                QLoggingCategory.setFilterRules(_QUIET)

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._readers -= 1
            if self._readers == 0:
                QLoggingCategory.setFilterRules("")


_quietly = _Quietly()


def read_photo(octets: bytes) -> QImage | None:
    """A square picture of ``SIDE`` pixels; may be called in a lane. ``None``: it is none."""
    kind = next((name for begin, name in _FORMATS if octets.startswith(begin)), None)
    if octets[:4] == b"RIFF" and octets[8:12] == b"WEBP":
        kind = b"webp"
    if kind is None:
        return None
    with _quietly:
        image = _read(octets, kind)
    if image.isNull():
        return None
    return image.scaled(
        SIDE, SIDE,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation,
    )  # fmt: skip


def _read(octets: bytes, kind: bytes) -> QImage:
    """The middle of the picture, near the size that is wanted; a null image: it is none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(octets))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return QImage()
    if not _is_square(size):
        edge = min(size.width(), size.height())
        reader.setClipRect(
            QRect((size.width() - edge) // 2, (size.height() - edge) // 2, edge, edge)
        )
    reader.setScaledSize(size.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    if not _is_square(size):
        reader.setScaledSize(QSize())
    return reader.read()


def _is_square(size: QSize) -> bool:
    return size.width() == size.height()


def draw_person(
    painter: QPainter, place: QRect, photo: QImage | None, initials: str, colour: str
) -> None:
    """A round photo, or the initials on their colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    path = QPainterPath()
    path.addEllipse(place)
    painter.setClipPath(path)
    if photo is not None:
        painter.drawImage(place, photo)
    else:
        painter.fillPath(path, QColor(colour))
        painter.setPen(QColor("#ffffff"))
        painter.setFont(scaled(painter.font(), place.height() / 36, bold=True))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, initials)
    painter.restore()


def portrait(side: int, ratio: float, photo: QImage | None, initials: str, colour: str) -> QPixmap:
    """The same as a picture for a label."""
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw_person(painter, QRect(0, 0, side, side), photo, initials, colour)
    painter.end()
    return made
