"""The chronicle: short, complete, and readable in any terminal."""

import io
import re

import pytest
from rich.cells import cell_len

from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import parse
from sim.play.game import Game, new_game
from sim.play.happening import Happening
from sim.play.statement import statement
from terminal.floor import sorted_out
from terminal.minutes import minutes
from terminal.screen import NARROWEST, WIDEST, console, sheet
from terminal.telling import Story, steps, tell


def start(scenario: str = "economic-2-plus-2", *changes: str) -> Game:
    return new_game(arrange(load(scenario), None, [parse(change) for change in changes]))


def told(game: Game, width: int = 80, story: Story = Story.SHORT) -> str:
    stream = io.StringIO()
    tell(game, (), steps(game), story=story, screen=sheet(stream, width))
    return stream.getvalue()


def spoken(kind: str, seat: str = "", reason: str = "", **levels: int) -> Happening:
    pairs = tuple(levels.items())
    return Happening(4, "economic-2-plus-2", kind, f"{kind}.", seat, pairs, reason)


def lines(*here: Happening, game: Game | None = None) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in minutes(game or start(), here)]


@pytest.mark.parametrize("width", [NARROWEST, 72, WIDEST])
def test_no_line_is_wider_than_the_terminal(width: int):
    text = told(start("two-tracks"), width)
    assert max(cell_len(line) for line in text.splitlines()) <= width
    assert " \n" not in text.split("  month 1\n")[1].split("──")[0]


def test_every_month_is_told_or_passes_quietly():
    game = start()
    text = told(game)
    story = text.split("JOINT STATEMENT")[0]
    shown = [int(month) for month in re.findall(r"  month (\d+)$", story, re.M)]
    quiet = re.findall(r"^(\d+) months pass quietly|^(A) month passes quietly", text, re.M)
    passed = sum(1 if one else int(many) for many, one in quiet)
    assert shown == sorted(set(shown))
    assert len(shown) + passed == game.world.params.horizon


def test_the_story_is_not_endless():
    assert len(told(start()).splitlines()) < 350
    assert len(told(start("two-tracks")).splitlines()) < 450


def test_everything_agreed_is_in_the_minutes():
    game = start()
    text = told(game)
    final = list(steps(game))[-1][2]
    for each in statement(final, 0).paragraphs:
        assert f"{each.title} L{each.level}" in " ".join(text.split())


def test_what_is_refused_is_drawn_together():
    here = [
        spoken("tabled", "jp-mofa", I01=3, I12=2),
        spoken("objected", "us-state", "outside mandate", I01=3),
        spoken("objected", "us-commerce", "red line", I01=3),
        spoken("tabled", "jp-meti", I01=3),
        spoken("objected", "us-state", "outside mandate", I01=3),
    ]
    assert lines(*here) == [
        (
            "refused",
            "Export controls L3 (MOFA and METI): "
            "State objects, outside mandate; Commerce objects, red line",
        )
    ]


def test_what_is_agreed_and_lasts_is_told_once():
    here = [
        spoken("tabled", "us-state", I01=2, I12=1),
        spoken("agreed", I01=2, I12=1),
        spoken("tabled", "jp-meti", I12=2),
        spoken("agreed", I12=2),
    ]
    label = start().world.label
    assert lines(*here) == [
        ("agreed", f"Export controls L2, {label('I01', 2)} (State, linked)"),
        ("agreed", f"Energy security L2, {label('I12', 2)} (METI)"),
        ("note", "Energy security went back and forth between L1 and L2 and ends at L2"),
    ]


def test_a_text_from_the_chair_is_told_from_a_linkage():
    here = [
        spoken("chair", "us-state", I01=2, I12=1, I03=1),
        spoken("objected", "jp-meti", "red line", I01=2),
        spoken("chair", "jp-mofa", I12=1),
        spoken("agreed", I12=1),
    ]
    assert lines(*here) == [
        ("agreed", f"Energy security L1, {start().world.label('I12', 1)} (MOFA, from the chair)"),
        ("refused", "Export controls L2 (State): METI objects, red line"),
    ]


def test_what_ends_where_it_began_is_no_agreement():
    here = [
        spoken("tabled", "us-state", I12=1),
        spoken("agreed", I12=1),
        spoken("tabled", "jp-meti", I12=0),
        spoken("agreed", I12=0),
    ]
    assert lines(*here) == [
        ("note", "Energy security went back and forth between L0 and L1 and ends at L0")
    ]


def test_motions_to_close_are_drawn_together():
    here = [
        spoken("close", "jp-meti"),
        spoken("objected", "us-state", "hopes for more", I01=1),
        spoken("close", "jp-mofa"),
        spoken("objected", "us-state", "hopes for more", I01=1),
        spoken("close", "us-commerce"),
        spoken("closing"),
    ]
    assert lines(*here) == [
        ("refused", "METI and MOFA move to close: State objects, hopes for more"),
        ("closing", "close. closing."),
    ]


def test_objections_to_the_text_put_to_the_ministers_stand_by_themselves():
    here = [
        spoken("close", "jp-meti"),
        spoken("closing"),
        spoken("put"),
        spoken("objected", "us-state", "hopes for more", I01=1),
    ]
    attempts, rest = sorted_out(here)
    assert [each.refusals for each in attempts] == [[]]
    assert [each.kind for each in rest] == ["put", "objected"]


def test_a_forum_with_little_to_tell_has_its_name_in_the_line():
    game = start("two-tracks")
    few = [Happening(4, "jucip", "effort", "State sets to work on it.")]
    assert lines(*few, game=game) == [("effort", "JUCIP: State sets to work on it.")]
    assert lines(*few * 3, game=game)[0] == ("forum", "JUCIP")


def test_brackets_of_a_text_are_not_taken_for_styles():
    text = told(start("economic-2-plus-2", "horizon=3"))
    assert re.search(r"\[Export controls(, L\d)?: ", text)


def test_the_console_is_neither_too_wide_nor_too_narrow(monkeypatch: pytest.MonkeyPatch):
    for columns, width in (("300", WIDEST), ("80", 80), ("5", NARROWEST)):
        monkeypatch.setenv("COLUMNS", columns)
        assert console().width == width
