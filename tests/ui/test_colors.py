"""What is read, and what is filled in, stands out from every ground it may lie on (WCAG 2.2)."""

import re
from pathlib import Path

import pytest

STYLE = (Path(__file__).parents[2] / "ui" / "assets" / "custom.css").read_text("utf-8")
GROUNDS = ("desk", "paper", "card")
LEAST = {"ink": 4.5, "soft": 4.5, "edge": 3.0} | {f"tone-{n}": 4.5 for n in range(8)}
SCHEMES = [
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block))
    for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
]


def luminance(color: str) -> float:
    """Return the relative luminance of a color, as WCAG defines it."""
    digits = color[1:] if len(color) == 7 else "".join(2 * each for each in color[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_as_far_apart_as_can_be():
    assert contrast("#fff", "#000000") == pytest.approx(21.0)


@pytest.mark.parametrize("colors", SCHEMES, ids=["light", "dark", "print"])
def test_every_color_stands_out_from_every_ground(colors):
    found = {
        (name, ground): round(contrast(colors[name], colors[ground]), 2)
        for name, least in LEAST.items()
        for ground in GROUNDS
        if contrast(colors[name], colors[ground]) < least
    }
    assert found == {}
