"""The files of imported domains: read within limits, decoded whatever wrote them."""

import codecs
import re
from pathlib import Path

from scenarios.problems import Problem, ScenarioError, shown
from scenarios.text import LARGEST_FILE

LARGEST_FOLDER = 2000
"""Files in a folder of a domain; such folders hold a few."""
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")


def refusal(file: Path | str, key: str, found: str, allowed: str, near: str = "") -> ScenarioError:
    """Return the error of one thing in an imported file that cannot be used."""
    return ScenarioError([Problem(str(file), key, found, allowed, near)])


def text_of(file: Path) -> str:
    """Return the text of a file.

    The encoding is the one a byte order mark or an XML declaration names, else UTF-8, else
    Windows-1252, in which Western files that name none were mostly written.

    Raises
    ------
    ScenarioError
        Where it cannot be read, is too large, or is no text in its encoding.
    """
    data = bytes_of(file)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return decoded(data, file, (encoding,))
    named = DECLARED.match(data)
    first = (named[1].decode("ascii"),) if named else ()
    return decoded(data, file, (*first, "utf-8", "cp1252"))


def bytes_of(file: Path) -> bytes:
    """Return the bytes of a file of bearable size."""
    try:
        if not file.is_file():
            raise refusal(file, "", "no such file", "a file that exists")
        with file.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file name"
        raise refusal(file, "", reason, "a file that can be read") from None
    if len(data) > LARGEST_FILE:
        raise refusal(file, "", f"more than {LARGEST_FILE:,} bytes", "a smaller file")
    return data


def mentions(file: Path, marks: tuple[str, ...]) -> bool:
    """Say whether one of some words stands in the first part of a file, of whatever size."""
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST_FILE)
    except OSError as error:
        raise refusal(file, "", error.strerror or "no file", "a file that can be read") from None
    plain = data.replace(b"\0", b"")  # what UTF-16 puts between letters
    return any(mark.encode("ascii") in plain for mark in marks)


def decoded(data: bytes, file: Path, encodings: tuple[str, ...]) -> str:
    """Return the text that bytes are in the first encoding they fit."""
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        if "\0" not in text:
            return text
    raise refusal(file, "", f"bytes that are no text in {encodings[0]}", "a text in UTF-8")


def files_in(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder, in the order of their names; those with a dot are hidden."""
    try:
        found = sorted(each for each in folder.iterdir() if each.is_file())
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no folder name"
        raise refusal(folder, "", reason, "a folder that can be read") from None
    if len(found) > LARGEST_FOLDER:
        raise refusal(folder, "", f"{len(found)} files", f"at most {LARGEST_FOLDER}")
    return tuple(each for each in found if not each.name.startswith("."))


def number(word: object, file: Path | str, key: str) -> float:
    """Return the finite number that a word of a file states; refuse anything else."""
    try:
        value = float(word) if isinstance(word, str | int | float) else None
    except (ValueError, OverflowError):
        value = None
    if value is None or isinstance(word, bool) or not abs(value) <= 1e12:
        raise refusal(file, key, shown(word), "a number")
    return value


def whole(word: object, file: Path | str, key: str) -> int:
    """Return the whole number that a word of a file states; refuse anything else."""
    value = number(word, file, key)
    if value != int(value):
        raise refusal(file, key, shown(word), "a whole number")
    return int(value)
