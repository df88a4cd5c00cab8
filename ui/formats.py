"""Dates, times and numbers as the person's locale writes them.

The language of the window may be another than the system's: words follow the window,
and so do dates; the first day of the week and 12 or 24 hours follow the system's
country.
"""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from ui.words import language


def locale() -> QLocale:
    """The locale of the window: its language in the system's country, if that goes together."""
    system = QLocale.system()
    if system.name().startswith(language()):
        return system
    wanted = QLocale(language())
    there = QLocale(wanted.language(), system.territory())
    return there if there.language() == wanted.language() else wanted


def day(value: date, *, long: bool = False) -> str:
    """A date."""
    kind = QLocale.FormatType.LongFormat if long else QLocale.FormatType.ShortFormat
    return locale().toString(QDate(value.year, value.month, value.day), kind)


def clock(value: datetime) -> str:
    """A time of day, without seconds."""
    at = QTime(value.hour, value.minute)
    return locale().toString(at, QLocale.FormatType.ShortFormat)


def moment(seconds: float) -> str:
    """Date and time in local time, from seconds since the epoch."""
    at = QDateTime.fromSecsSinceEpoch(int(seconds))
    return locale().toString(at, QLocale.FormatType.ShortFormat)


def number(value: int) -> str:
    """A whole number with its groups."""
    return locale().toString(value)


def size(value: int) -> str:
    """A size in bytes for people."""
    return locale().formattedDataSize(value, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def month(value: date) -> str:
    """A month with its year: November 2026."""
    name = locale().standaloneMonthName(value.month, QLocale.FormatType.LongFormat)
    return f"{name[:1].upper()}{name[1:]} {value.year}"


def weekday(number: int) -> str:
    """The short name of a day of the week; 0 is Monday."""
    return locale().standaloneDayName(number + 1, QLocale.FormatType.ShortFormat)


def first_weekday() -> int:
    """The day that weeks begin with, by the system's country; 0 is Monday."""
    system = QLocale.system()
    return (system.firstDayOfWeek().value - 1) % 7


def day_of_year(value: date) -> str:
    """A date without its year: 25 November."""
    name = locale().monthName(value.month, QLocale.FormatType.LongFormat)
    pattern = locale().dateFormat(QLocale.FormatType.LongFormat)
    month_first = pattern.find("M") < pattern.replace("dddd", "    ").find("d")
    return f"{name} {value.day}" if month_first else f"{value.day} {name}"
