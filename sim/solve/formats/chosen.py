"""Which files of a folder are the parties'."""

from collections.abc import Sequence
from pathlib import Path

from scenarios.problems import listed, nearest, shown
from sim.solve.formats.files import refusal

FEWEST = 2


def chosen(folder: Path, found: Sequence[Path], asked: Sequence[str] | None) -> tuple[Path, ...]:
    """Return the parties' files: all that were found, or those asked for, in that order.

    Raises
    ------
    ScenarioError
        Where one asked for is not there, is asked for twice, or fewer than two are left.
    """
    names = [each.name for each in found]
    if asked is None:
        made = tuple(found)
    else:
        made = tuple(found[names.index(full_name(folder, names, word))] for word in asked)
    if len(set(made)) < len(made):
        raise refusal(folder, "profiles", "a profile twice", "each profile once")
    if len(made) < FEWEST:
        allowed = "the profiles of at least two parties"
        raise refusal(folder, "profiles", f"{len(made)} profile(s)", allowed)
    return made


def full_name(folder: Path, names: Sequence[str], word: str) -> str:
    """Return the name of the file that a word asks for, with or without folder and ending."""
    last = Path(word.strip()).name
    stems = [name for name in names if Path(name).stem == last]
    if last in names:
        return last
    if len(stems) == 1:
        return stems[0]
    near = nearest(last, names)
    raise refusal(folder, "profiles", shown(word), listed(names), near)
