"""Which font the letters of a text have on paper."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from sim.play.brief import WIDE_FROM
from terminal.files import reason
from terminal.refusal import RefusalError

LATIN, BOLD = "Helvetica", "Helvetica-Bold"
WIDE, WIDE_BOLD = "HeiseiMin-W3", "HeiseiKakuGo-W5"
"""Japanese fonts that readers of PDF bring along; their letters are not in the file."""
OWN = "Own"
"""The name of a font that somebody has brought; its letters go into the file."""
ASKED = "あ国"
"""Letters by which a font is known to be Japanese."""


def embed(font: Path) -> None:
    """Take a TrueType font for wide letters from now on, and put those used into the file.

    Raises
    ------
    RefusalError
        Where the file cannot be read, is no TrueType font, is damaged, or has no Japanese letters.
    """
    try:
        data = font.read_bytes()
        made = TTFont(OWN, BytesIO(data))
        try_out(made, len(data))
    except TTFError:
        raise RefusalError(f"--font: '{font}' is no TrueType font") from None
    except (OSError, ValueError) as error:
        raise RefusalError(f"--font: cannot read '{font}': {reason(error)}") from None
    except Exception:  # what reads fonts fails in as many ways as a file can be damaged
        raise RefusalError(f"--font: '{font}' is damaged") from None
    if any(ord(letter) not in made.face.charToGlyph for letter in ASKED):
        raise RefusalError(f"--font: '{font}' has no Japanese letters")
    pdfmetrics.registerFont(made)


def try_out(made: TTFont, size: int) -> None:
    """Take every letter out of a font, so that damage shows before the first page is drawn.

    Raises
    ------
    EOFError
        Where the file, of some bytes, ends before what it says it holds.
    Exception
        Whatever the library fails in over damaged letters.
    """
    if any(each["offset"] + each["length"] > size for each in made.face.tables):
        raise EOFError
    made.face.makeSubset(list(made.face.charToGlyph))


def font_of(words: str, bold: bool = False) -> str:
    """Return the font for some words, which is told to the document where it is new to it."""
    if not wide_letters(words):
        return BOLD if bold else LATIN
    known = pdfmetrics.getRegisteredFontNames()
    if OWN in known:
        return OWN
    name = WIDE_BOLD if bold else WIDE
    if name not in known:
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    return name


def wide_letters(words: Iterable[str]) -> bool:
    """Say whether a text has letters that the Latin font cannot have."""
    return any(letter >= WIDE_FROM for letter in words)
