"""The merge, in this process."""

from __future__ import annotations

import hashlib

from sync_engine.core.content.lines import fold
from sync_engine.core.merge import Merged, Texts, merge
from tests.benchmarks.measuring import Add, Row, cpu
from tests.core.merge.samples import card
from tests.core.merge.test_linear import series


def measure(add: Add) -> None:
    """A series with 500 exceptions, and a card with a photo."""
    times = {size: cpu(9, _series(size)) for size in (500, 4000)}
    add(
        Row(
            "merge of a series with 500 exceptions, both sides edited",
            f"{times[500] * 1000:.1f} ms",
            "under 20 ms",
            times[500] < 0.020,
        )
    )
    ratio = times[4000] / times[500]
    add(Row("… with 4,000", f"{ratio:.1f} times as long", "linear: about 8 times", ratio < 12))
    photo = fold(b"PHOTO;ENCODING=b;TYPE=JPEG:" + b"QUJD" * 1_000_000)

    def contact(*items: str) -> bytes:
        return card("FN:A", *items).replace(b"FN:A\r\n", b"FN:A\r\n" + photo)

    texts = Texts(contact(), contact("TEL:1"), contact(), contact("NOTE:n"))
    floor = cpu(5, lambda: hashlib.sha256(texts.local).digest())
    mine = cpu(5, lambda: merge(texts))
    add(
        Row(
            "merge of a contact with a photo of 4 MB",
            f"{mine * 1000:.0f} ms, {mine / floor:.0f} times one SHA-256 of it",
        )
    )


def _series(size: int):  # type: ignore[no-untyped-def]  # a closure
    base = series(size)
    texts = Texts(base, series(size, day_1="mine"), base, series(size, day_2="theirs"))

    def work() -> None:
        assert isinstance(merge(texts), Merged)

    return work
