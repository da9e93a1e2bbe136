"""A list of names as teachers have it: a CSV of some learning system or spreadsheet.

Nobody prepares a file for us. So headings, other columns, semicolons and old encodings are
taken as they come; and names are matched with what students call themselves.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from unicodedata import normalize

LONGEST = 80
"""Characters of a name on a list."""
MOST_NAMES = 2000
"""Names on a list."""
WHOLE = ("name", "full name", "student", "student name", "display name", "氏名", "名前", "学生氏名")
GIVEN = ("first name", "given name", "forename", "firstname", "名")
FAMILY = ("last name", "family name", "surname", "lastname", "姓")


def names_in(data: bytes, language: str = "en") -> list[str]:
    r"""Return the names of a list, each once, in its order.

    Parameters
    ----------
    data : bytes
        The file.
    language : str
        In which its teacher reads: it decides what an old encoding is taken for.

    Raises
    ------
    ValueError
        Where it is no text, or no CSV.

    Examples
    --------
    >>> names_in("Nr;Last name;First name\n7;García;Ana\n".encode())
    ['Ana García']
    >>> names_in(b"Ana\nBo, the second\n")
    ['Ana', 'Bo']
    """
    text = decoded(data, language)
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    try:
        read = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        lines = [[each.strip() for each in line] for line in read]
    except csv.Error as error:
        raise ValueError(str(error)) from None
    lines = [line for line in lines if any(line)]
    found = [" ".join(name.split()) for name in named(lines)]
    names = list(dict.fromkeys(name for name in found if name))
    if data and not names:
        raise ValueError("it has no name")
    return names


def decoded(data: bytes, language: str) -> str:
    """Return the text of a file; ValueError where it is none."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    if b"\0" in data:
        raise ValueError("it is no text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        old = "cp932" if language == "ja" or in_japanese(data) else "cp1252"
        return data.decode(old)


def in_japanese(data: bytes) -> bool:
    """Say whether a file in an old encoding makes sense as Japanese, whoever reads it.

    Taken for Japanese, an accent of another language makes a sign in the midst of plain letters.
    """
    try:
        words = re.findall(r"\w+", data.decode("cp932"))
    except UnicodeDecodeError:
        return False
    signs = [word for word in words if not word.isascii()]
    return bool(signs) and not any(re.search("[a-zA-Z\uff61-\uff9f]", word) for word in signs)


def named(lines: Sequence[Sequence[str]]) -> Iterable[str]:
    """Yield the name in every line: by the headings, else what the first column of texts has."""
    heads = [head.casefold() for head in lines[0]] if lines else []
    whole, given, family = (
        next((n for n, head in enumerate(heads) if head in known), None)
        for known in (WHOLE, GIVEN, FAMILY)
    )
    if whole is not None:
        yield from (cell(line, whole) for line in lines[1:])
    elif given is not None and family is not None:
        # as it is said aloud, which in Japanese has the family first
        order = (family, given) if heads[family] == "姓" else (given, family)
        yield from (" ".join(cell(line, n) for n in order) for line in lines[1:])
    else:
        width = max(map(len, lines), default=1)
        columns = [n for n in range(width) if not numbers(lines, n)]
        yield from (cell(line, n) for line in lines for n in columns[:1])


def cell(line: Sequence[str], n: int) -> str:
    """Return a cell of a line, which may be short."""
    return line[n] if n < len(line) else ""


def numbers(lines: Sequence[Sequence[str]], n: int) -> bool:
    """Say whether a column has numbers, such as those of students, rather than names."""
    filled = [cell(line, n) for line in lines if cell(line, n)]
    return 2 * sum(each.isdigit() for each in filled) > len(filled)


def matched(roster: Sequence[str], nicks: Mapping[str, str]) -> dict[str, str]:
    """Return the name on a list of everybody who can be told by the name they gave.

    Parameters
    ----------
    nicks : mapping of id to name
        As people gave it: whole, in another order, or a part that only one name on the list has.

    Examples
    --------
    >>> matched(["Ana García", "Ana Lima", "Bo Li"], {"s1": "bo", "s2": "Ana", "s3": "lima ana"})
    {'s3': 'Ana Lima', 's1': 'Bo Li', 's2': 'Ana García'}
    """
    own = {name: words(name) for name in roster}
    given = {sid: words(nick) for sid, nick in nicks.items()}
    by_word: dict[str, list[str]] = {}
    for name, each in own.items():
        for word in beginnings(each):
            by_word.setdefault(word, []).append(name)
    found: dict[str, str] = {}
    for like in (same, part):
        sure = {"": ""}
        while sure:
            taken = set(found.values())
            fits = {
                sid: [
                    name
                    for name in by_word.get(each[0], ())
                    if name not in taken and like(each, own[name])
                ]
                for sid, each in given.items()
                if each and sid not in found
            }
            wanted = Counter(name for names in fits.values() for name in names)
            sure = {
                sid: names[0]
                for sid, names in fits.items()
                if len(names) == 1 and wanted[names[0]] == 1
            }
            found |= sure
    return found


@lru_cache(maxsize=16)
def missing(roster: tuple[str, ...], nicks: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Return the names on a list that nobody gave; ``nicks`` are pairs of id and name."""
    known = set(matched(roster, dict(nicks)).values())
    return tuple(name for name in roster if name not in known)


def beginnings(name: list[str]) -> set[str]:
    """Return what a word may be that is part of a name, as ``part`` has it."""
    whole = "".join(name)
    inner = range(0 if whole.isascii() else len(whole))
    return {word[:n] for word in name for n in range(1, len(word) + 1)} | {
        whole[k:n] for k in inner for n in range(k + 1, len(whole) + 1)
    }


def words(name: str) -> list[str]:
    """Return a name as it is compared: its words, without the number that tells two apart."""
    plain = normalize("NFKC", name).casefold().replace(",", " ").replace(".", " ")
    return [word for word in plain.split() if not word.isdigit()]


def same(given: list[str], own: list[str]) -> bool:
    """Say whether two names have the same words."""
    return bool(given) and sorted(given) == sorted(own)


def part(given: list[str], own: list[str]) -> bool:
    """Say whether a name is part of another: its words begin some of the other's."""
    whole = "".join(own)
    return sum(map(len, given)) > 1 and all(
        any(each.startswith(word) for each in own) or (not word.isascii() and word in whole)
        for word in given
    )
