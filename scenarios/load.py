"""The only reader of scenario files: shipped ones by id, a user's own by path."""

import stat
import tomllib
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from scenarios.build import Builder
from scenarios.compare import arm_problems
from scenarios.inherit import inherited
from scenarios.library import Library
from scenarios.problems import Problem, ScenarioError, listed, nearest, shown
from scenarios.scenario import Scenario
from scenarios.shared import FILES, library_of
from scenarios.spoken import spoken
from scenarios.text import LARGEST_FILE, bearable_tables, bearable_text, refusal
from scenarios.tongue import LANGUAGES, OWN, overlaid

ENDING = ".toml"
KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
"""What may stand in the place of a file beside a folder; reading it might never end."""


@dataclass(frozen=True)
class Shelf:
    """A folder with the shared files and scenarios that build on them, read in one language."""

    folder: Traversable
    language: str = OWN

    @cached_property
    def library(self) -> Library:
        """Return the shared files.

        Raises
        ------
        ScenarioError
            With every problem of all of them.
        """
        return library_of(self.shared())

    @cached_property
    def catalogue(self) -> tuple[str, ...]:
        """Return the ids of the scenarios in the folder."""
        names = sorted(each.name for each in self.folder.iterdir())
        stems = [name.removesuffix(ENDING) for name in names if name.endswith(ENDING)]
        return tuple(stem for stem in stems if stem not in FILES)

    def shared(self) -> dict[str, dict[str, Any]]:
        """Return the tables of the shared files, by name; raise the problems of all."""
        raw: dict[str, dict[str, Any]] = {}
        problems: list[Problem] = []
        for name in FILES:
            try:
                raw[name] = self.tables(name)
            except ScenarioError as error:
                problems += error.problems
        if problems:
            raise ScenarioError(problems)
        return raw

    def tables(self, name: str) -> dict[str, Any]:
        """Return the tables of a file of the folder, by its name without ending."""
        raw = tables(self.folder.joinpath(name + ENDING), name + ENDING)
        if self.language == OWN:
            return raw
        file = f"{self.language}/{name}{ENDING}"
        place = self.folder.joinpath(self.language, name + ENDING)
        return overlaid(raw, tables(place, file), file) if place.is_file() else raw

    def files(self, name: str) -> dict[str, bytes]:
        """Return the files a scenario is read from, by name: its own, those it extends, the shared.

        Raises
        ------
        ScenarioError
            Where there is no scenario of that id.
        """
        line = inherited(self.tables(self.known(name)), name + ENDING, self.tables, self.catalogue)
        stems = (*FILES, name, *line[1])
        return {
            stem + ENDING: contents(self.folder.joinpath(stem + ENDING), stem + ENDING)
            for stem in stems
        }

    @property
    def builder(self) -> Builder:
        """Return what builds scenarios on this folder."""
        return Builder(self.library, self.catalogue, self.tables)

    def load(self, name: str) -> Scenario:
        """Return a scenario of the folder by its id; see the function of that name."""
        made = self.builder.scenario(self.tables(self.known(name)), name + ENDING)
        return replace(made, language=self.language)

    def known(self, name: str) -> str:
        """Return the id of a scenario of the folder; refuse any other."""
        if name not in self.catalogue:
            near = nearest(name, self.catalogue)
            problem = Problem("catalogue", "", shown(name), listed(self.catalogue), near)
            raise ScenarioError([problem])
        return name


SHIPPED = Shelf(files("scenarios"))
"""The folder of this package."""


def catalogue() -> tuple[str, ...]:
    """Return the ids of the shipped scenarios."""
    return SHIPPED.catalogue


def library() -> Library:
    """Return what the shipped scenarios share: agencies, items, forums, sides, sources.

    It is told in the language of whoever is being shown something now.
    """
    return shelf_in(spoken()).library


@cache
def shelf_in(language: str) -> Shelf:
    """Return the shipped folder read in a language; it plays the same in every one.

    Raises
    ------
    ScenarioError
        Where there is no such language.
    """
    if language not in LANGUAGES:
        problem = Problem("language", "", shown(language), listed(LANGUAGES), "")
        raise ScenarioError([problem])
    return SHIPPED if language == OWN else replace(SHIPPED, language=language)


def load(name: str, language: str = "") -> Scenario:
    """Return a shipped scenario by its id.

    Parameters
    ----------
    language : str
        A key of ``scenarios.tongue.LANGUAGES``. If none is given, that of whoever is being shown
        something now: see ``scenarios.spoken``.

    Raises
    ------
    ScenarioError
        Where there is none of that id, naming the nearest, or where it has problems.
    """
    return load_in(name, language or spoken())


@cache
def load_in(name: str, language: str) -> Scenario:
    """Return a shipped scenario in a language, read once."""
    return shelf_in(language).load(name)


@cache
def words_of(language: str, name: str) -> dict[str, Any]:
    """Return the tables of a language's own file, such as ``phrases``."""
    file = f"{language}/{name}{ENDING}"
    return tables(files("scenarios").joinpath(language, name + ENDING), file)


def phrases(language: str = OWN) -> dict[str, Any]:
    """Return the sentences that briefs, stories and statements are made of, in a language."""
    return words_of(language, "phrases")


def read(path: str | Path, shelf: Shelf = SHIPPED) -> Scenario:
    """Return the scenario in a user's own file; what it extends is taken from ``shelf``.

    Raises
    ------
    ScenarioError
        With every problem of the file.
    """
    place = Path(path)
    scenario = shelf.builder.scenario(tables(place, str(path)), str(path))
    if problems := arm_problems(scenario, str(path)):
        raise ScenarioError(problems)
    return scenario


def check(path: str | Path, shelf: Shelf = SHIPPED) -> list[Problem]:
    """Return every problem of a scenario file or a shared file; an empty list where it is right.

    A shared file is checked together with the others of its own folder, or, for those
    that are not there, with those of ``shelf``.
    """
    try:
        name = Path(path).name.removesuffix(ENDING)
        if name in FILES:
            return shared_problems(Path(path), name, shelf)
        read(path, shelf)
    except ScenarioError as error:
        return list(error.problems)
    return []


def shared_problems(path: Path, name: str, shelf: Shelf) -> list[Problem]:
    """Return the problems of one shared file, seen together with the others."""
    raw = {name: tables(path, str(path))}
    for other in FILES.keys() - {name}:
        sibling = path.with_name(other + ENDING)
        raw[other] = tables(sibling, str(sibling)) if sibling.exists() else shelf.tables(other)
    try:
        library_of(raw)
    except ScenarioError as error:
        own = [each for each in error.problems if each.file == name + ENDING]
        return [replace(each, file=str(path)) for each in own]
    return []


def tables(place: Traversable, file: str) -> dict[str, Any]:
    """Return the tables of one file, named ``file`` in messages.

    Raises
    ------
    ScenarioError
        With one problem, where the file cannot be read as TOML.
    """
    text = bearable_text(contents(place, file), file)
    try:
        return bearable_tables(tomllib.loads(text), file)
    except tomllib.TOMLDecodeError as error:
        raise refusal(file, f"a mistake in the TOML: {error}", "valid TOML 1.0") from None
    except RecursionError:
        raise refusal(file, "lists or tables nested too deep", "a few levels") from None
    except ValueError as error:
        # Such as a whole number of more digits than Python converts.
        raise refusal(file, f"a value that cannot be read: {error}", "valid TOML 1.0") from None


def contents(place: Traversable, file: str) -> bytes:
    """Return the bytes of a file, of one that is too large only as many as show it."""
    try:
        if place.is_dir():
            raise refusal(file, "a folder", "a file")
        if isinstance(place, Path) and (found := no_file(place)):
            raise refusal(file, found, "a file that exists")
        with place.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file name"
        raise refusal(file, reason, "a file that can be read") from None


def no_file(place: Path) -> str:
    """Return what stands where a file should; empty where it is one, as far as it can be read."""
    try:
        mode = place.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return "a link to nothing" if place.is_symlink() else "no such file"
    return "" if stat.S_ISREG(mode) else KINDS.get(stat.S_IFMT(mode), "no regular file")
