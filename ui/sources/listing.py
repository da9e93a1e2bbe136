"""Which figures of an account are listed: a page asks for some, and only those are sent to it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ui.pictures.words import beside

PAGE = 60
"""Figures of a table that are listed at a time."""
COLUMNS = ("path", "meaning", "about", "value", "unit", "low", "high", "choices", "basis")
PLACE = re.compile(r"([A-Za-z0-9-]+)(.*)")
"""A source, and where in it, in any language."""
PARAGRAPH = re.compile(r"n?[0-9]+")


@dataclass(frozen=True)
class Listing:
    """What a visitor has asked to see."""

    text: str = ""
    basis: str = ""
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """The figures shown of each table that is open, counted among those that fit."""
    shut: frozenset[str] = frozenset()
    """Tables that are shut although a search has opened them."""
    target: str = ""
    """The figure that the address names."""
    stamp: int = 0
    """Number of the last search that was heard."""

    def toggled(self, name: str, is_open: bool) -> Listing:
        """Return it with a table opened or shut."""
        spans = {each: span for each, span in self.spans.items() if each != name}
        if is_open:
            return replace(self, spans={**spans, name: (0, PAGE)}, shut=self.shut - {name})
        return replace(self, spans=spans, shut=self.shut | {name})

    def longer(self, name: str, upwards: bool) -> Listing:
        """Return it with more of a table."""
        low, high = self.spans.get(name, (0, PAGE))
        span = (max(0, low - PAGE), high) if upwards else (low, high + PAGE)
        return replace(self, spans={**self.spans, name: span})


class Book:
    """All figures of an account, to be searched.

    Parameters
    ----------
    account
        As ``scenarios.sheet_of_sources.account`` has it.
    """

    def __init__(self, account: dict) -> None:
        self.texts: list[str] = account["texts"]
        self.tables = {
            table["name"]: [
                (group["meaning"], each, self._told(table["name"], group["meaning"], each))
                for group in table["groups"]
                for each in group["figures"]
            ]
            for table in account["tables"]
        }
        self.count = sum(map(len, self.tables.values()))

    def _told(self, table: str, meaning: str, figure: dict) -> str:
        cited = (self.texts[figure[key]] for key in ("citation", "why"))
        return " ".join([figure["path"], table, figure["about"], meaning, *cited]).casefold()

    def fitting(self, listing: Listing) -> dict[str, list[tuple[str, dict]]]:
        """Return the figures that a listing is about, table by table, each with its meaning."""
        words = listing.text.casefold().split()
        fits = {
            name: [
                (meaning, figure)
                for meaning, figure, told in rows
                if listing.basis in ("", figure["basis"]) and all(word in told for word in words)
            ]
            for name, rows in self.tables.items()
        }
        return {name: rows for name, rows in fits.items() if rows}

    def found(self, listing: Listing, path: str) -> Listing:
        """Return a listing with one figure in it, marked; the same where there is no such figure.

        A search that leaves the figure out is given up.
        """
        for one in (listing, Listing(stamp=listing.stamp)):
            for name, rows in self.fitting(one).items():
                at = next((n for n, (_, each) in enumerate(rows) if each["path"] == path), None)
                if at is not None:
                    low = at // PAGE * PAGE
                    spans = {**one.spans, name: (low, low + PAGE)}
                    return replace(one, spans=spans, shut=one.shut - {name}, target=path)
        return listing

    def shown(self, listing: Listing) -> dict:
        """Return what is sent: every table with its count, and the figures of those open."""
        fits = self.fitting(listing)
        count = sum(map(len, fits.values()))
        # what a search has found is at once before one's eyes, if it is little
        all_open = bool(listing.text.strip() or listing.basis) and count <= PAGE
        tables = []
        used: set[int] = set()
        for name, rows in fits.items():
            low, high = listing.spans.get(name, (0, PAGE) if all_open else (0, 0))
            if name in listing.shut:
                high = low
            some = rows[low:high]
            used |= {each[key] for _, each in some for key in ("citation", "why")}
            tables.append(
                {
                    "name": name,
                    "count": len(rows),
                    "open": bool(some),
                    "before": low if some else 0,
                    "after": max(0, len(rows) - high) if some else 0,
                    "groups": grouped(some),
                }
            )
        texts = {str(n): self.texts[n] for n in sorted(used)}
        told = {"asked": listing.text, "basis": listing.basis, "target": listing.target}
        about = {"count": count, "of": self.count, "stamp": listing.stamp}
        return {"tables": tables, "texts": texts} | told | about

    def paragraphs(self, citations: list[dict]) -> dict[str, str]:
        """Return for each source the paragraphs that figures and other citations name."""
        figures = (each for rows in self.tables.values() for _, each, _ in rows)
        cited = {self.texts[each["citation"]] for each in figures}
        cited |= {one["citation"] for each in citations for one in each["sources"]}
        places: dict[str, set[str]] = {}
        for text in cited:
            if found := PLACE.fullmatch(text or ""):
                places.setdefault(found[1], set()).update(PARAGRAPH.findall(found[2]))
        return {
            source: beside(sorted(each, key=natural)) for source, each in places.items() if each
        }

    def as_csv(self) -> str:
        """Return all figures as a table."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([*COLUMNS, "citation", "why"])
        writer.writerows(self._rows())
        return out.getvalue()

    def _rows(self) -> Iterator[list]:
        for rows in self.tables.values():
            for meaning, figure, _ in rows:
                cells = {**figure, "meaning": meaning, "choices": " ".join(figure["choices"] or ())}
                cited = [self.texts[figure[key]] for key in ("citation", "why")]
                yield [*(cells[key] for key in COLUMNS), *cited]


def grouped(rows: list[tuple[str, dict]]) -> list[dict]:
    """Return figures under what they mean, in their order.

    >>> grouped([("a", {"path": "x"}), ("a", {"path": "y"}), ("b", {"path": "z"})])
    [{'meaning': 'a', 'figures': [{'path': 'x'}, {'path': 'y'}]}, {'meaning': 'b', 'figures': \
[{'path': 'z'}]}]
    """
    made: list[dict] = []
    for meaning, figure in rows:
        if not made or made[-1]["meaning"] != meaning:
            made.append({"meaning": meaning, "figures": []})
        made[-1]["figures"].append(figure)
    return made


def natural(place: str) -> tuple[int, str]:
    """Return a key by which paragraph 9 comes before paragraph 10.

    >>> sorted(["10", "9", "n2"], key=natural)
    ['n2', '9', '10']
    """
    return (int(place), "") if place.isdecimal() else (-1, place)
