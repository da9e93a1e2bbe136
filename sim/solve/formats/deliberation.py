"""Games of LLM-Deliberation (Abdelnabi et al. 2024): a score sheet and a threshold per party.

A folder has ``scores_files``, one text file a party: a line of scores for each issue, and last
the least total that the party accepts. ``config.txt`` lists name, file and role; the roles p1
and p2 are the two parties without whom nothing is agreed. ``initial_deal.txt`` is a first text.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from scenarios.problems import listed, nearest, shown
from sim.rules.block import Floats
from sim.solve.domain import Domain
from sim.solve.formats.chosen import chosen
from sim.solve.formats.files import files_in, number, refusal, text_of
from sim.solve.formats.made import Agenda, Party, domain_of, sized

SCORES, CONFIG, INITIAL = "scores_files", "config.txt", "initial_deal.txt"
VETOES = ("p1", "p2")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CHOICE = re.compile(r"([A-Z])([0-9]{1,4})")


@dataclass(frozen=True, eq=False)
class Deliberation(Domain):
    """A domain in which one party may be left out, if it is none of those with a veto."""

    vetoes: tuple[int, ...] = ()
    """Parties without whom nothing is agreed."""
    initial: tuple[int, ...] | None = None
    """The text that talks begin with, where the game states one."""


@dataclass(frozen=True)
class Seat:
    """A line of the configuration."""

    name: str
    file: Path
    veto: bool


def recognised(folder: Path, files: Sequence[Path]) -> bool:
    """Say whether a folder is such a game."""
    return (folder / SCORES).is_dir()


def read(folder: Path, files: Sequence[Path], profiles: Sequence[str] | None) -> Deliberation:
    """Return the game in a folder.

    Parameters
    ----------
    profiles : optional
        The score files wanted; by default those of the configuration, in its order.
    """
    sheets = [each for each in files_in(folder / SCORES) if each.suffix.lower() == ".txt"]
    seats = seats_of(folder, sheets)
    wanted = chosen(folder, [seat.file for seat in seats], profiles)
    held = [next(seat for seat in seats if seat.file == file) for file in wanted]
    rows = {seat.file: scores(seat.file) for seat in held}
    agenda = agenda_of(folder, rows[held[0].file][:-1], held[0].file)
    parties = [party(seat, rows[seat.file], agenda) for seat in held]
    made = domain_of(agenda, parties)
    given = {each.name: getattr(made, each.name) for each in fields(made)}
    vetoes = tuple(n for n, seat in enumerate(held) if seat.veto)
    return Deliberation(**given, vetoes=vetoes, initial=initial(folder / INITIAL, agenda))


def seats_of(folder: Path, sheets: Sequence[Path]) -> list[Seat]:
    """Return the parties of a game; without a configuration all files, none with a veto."""
    config = folder / CONFIG
    if not config.is_file():
        return [Seat(sheet.stem, sheet, False) for sheet in sheets]
    by_name = {sheet.stem: sheet for sheet in sheets}
    made = []
    for n, row in enumerate(csv.reader(text_of(config).splitlines(), skipinitialspace=True)):
        words = [word.strip() for word in row]
        if not any(words):
            continue
        key = f"line {n + 1}"
        if len(words) < 3:
            raise refusal(config, key, f"{len(words)} entries", "name, file, role")
        stem = words[1].removesuffix(".txt")
        if stem not in by_name:
            near = nearest(stem, by_name)
            raise refusal(config, key, shown(words[1]), listed(by_name), near)
        made.append(Seat(words[0], by_name[stem], words[2].casefold() in VETOES))
    return made


def scores(file: Path) -> list[list[float]]:
    """Return the numbers of a score file, line by line."""
    made = []
    for n, line in enumerate(text_of(file).splitlines()):
        words = [word.strip() for word in line.split(",")]
        if any(words):
            words = words[:-1] if words[-1] == "" else words
            made.append([number(word, file, f"line {n + 1}") for word in words])
    if len(made) < 2 or len(made[-1]) != 1:
        allowed = "a line of scores for each issue and, last, a threshold by itself"
        raise refusal(file, "", f"{len(made)} line(s)", allowed)
    return made


def agenda_of(folder: Path, rows: Sequence[Sequence[float]], file: Path) -> Agenda:
    """Return the issues of a game, named by letters, their values by letter and number."""
    if len(rows) > len(LETTERS):
        raise refusal(file, "", f"{len(rows)} issues", f"at most {len(LETTERS)}")
    names = tuple(LETTERS[: len(rows)])
    pairs = zip(names, rows, strict=True)
    values = tuple(tuple(f"{name}{n + 1}" for n in range(len(row))) for name, row in pairs)
    return sized(Agenda(folder.resolve().name, names, values), file)


def party(seat: Seat, rows: Sequence[Sequence[float]], agenda: Agenda) -> Party:
    """Return a party with its scores and, for its walk-away, its threshold."""
    sizes = tuple(len(row) for row in rows[:-1])
    wanted = tuple(len(values) for values in agenda.values)
    if sizes != wanted:
        raise refusal(seat.file, "", f"scores per issue: {sizes}", f"as in the others: {wanted}")
    return Party(seat.name, tuple(tuple(row) for row in rows[:-1]), rows[-1][0])


def initial(file: Path, agenda: Agenda) -> tuple[int, ...] | None:
    """Return the first text of a game, where it states one."""
    if not file.is_file() or not (text := text_of(file).strip()):
        return None
    chosen_ones = dict(CHOICE.findall(text))
    words = [f"{issue}{chosen_ones.get(issue, '')}" for issue in agenda.issues]
    for word, values in zip(words, agenda.values, strict=True):
        if word not in values:
            raise refusal(file, word[0], shown(word), listed(values))
    return tuple(v.index(word) for word, v in zip(words, agenda.values, strict=True))


def acceptable(game: Deliberation) -> int:
    """Return how many texts all parties but at most one accept, those with a veto among them."""
    count = np.zeros(game.shape, np.int16)
    passed = np.ones(game.shape, bool)
    for p in range(len(game.parties)):
        accepts = values(game, p) >= game.walk_away[p]
        count += accepts
        if p in game.vetoes:
            passed &= accepts
    return int(np.count_nonzero(passed & (count >= len(game.parties) - 1)))


def values(game: Domain, p: int) -> Floats:
    """Return what every text is worth to a party: one axis for each issue."""
    total = np.array(game.base[p])
    for worth in game.worth:
        total = np.add.outer(total, worth[p])
    return total
