"""One row for each way a scenario can be wrong: what is changed, where, and what is said."""

from pathlib import Path

import pytest

from scenarios.load import Shelf, check
from tests.scenarios.small import SCENARIO

FIGURE = 'unit = "index", basis = "assumed", why = "Some.", low = 0, high = 1 }'
DOC = "paragraphs 1 to 10 of DOC"
KEEP = '[consulted]\nus-three = { value = "partner"'


def effects(line: str) -> tuple[str, str]:
    """Return the change that puts another effect in place of the first."""
    start = SCENARIO.index("  { kind = ")
    old = SCENARIO[start : SCENARIO.index("\n", start)]
    return old, line


def one_more(n: int) -> str:
    """Return n more events."""
    size = f"{{ value = 0.1, {FIGURE}"
    effect = f'{{ kind = "tension", size = {size} }}'
    month = '{ value = 1, unit = "month", basis = "sourced", source = "DOC", at = 1 }'
    text = '\n[[event]]\nid = "N{}"\ntitle = "New"\nmonth = {}\neffects = [{}]\n'
    return "".join(text.format(k, month, effect) for k in range(n))


# Old text, new text (none: appended), key, what is said of it
WRONG = [
    # The head of the file
    ("format = 1", "format = 2", "format", "found format 2"),
    ("format = 1", "format = true", "format", "found true"),
    ("format = 1\n", "", "format", "found nothing"),
    ('id = "small"', 'id = "other"', "id", "'small', the name of the file"),
    ('id = "small"', 'id = "../small"', "id", "an id of"),
    ('id = "small"', "id = 7", "id", "a text in quotes"),
    ('title = "A small scenario"\n', "", "title", "found nothing"),
    ('title = "A', 'titel = "A', "titel", "did you mean 'title'"),
    ('title = "A small scenario"', 'title = " "', "title", "not blank"),
    ('title = "A small', 'title = "\\u001b[2J', "title", "can be printed"),
    ('title = "A small', 'title = "\\u202eA', "title", "can be printed"),
    ("A small scenario", "A" * 2001, "title", "at most 2000 characters"),
    ('"Another line.", ', "", "story", "at least 3"),
    ('["One line.", "Another line.", "A third line."]', '"One line."', "story", "a list"),
    ("start = 2022-01-01", 'start = "2022-01-01"', "start", "a date such as"),
    ("start = 2022-01-01", "start = 2022-01-01T00:00:00", "start", "a date such as"),
    ("start = 2022-01-01", "start = 9999-12-31", "start", "from 1900-01-01 to 2150-01-01"),
    ("start = 2022-01-01", "start = 1899-12-31", "start", "from 1900-01-01 to 2150-01-01"),
    ('forum = "both"', 'forum = "bth"', "forum", "did you mean 'both'"),
    ('"I01", "I02", "I03"]', '"I01", "I2", "I03"]', "agenda[1]", "did you mean 'I02'"),
    ('"I01", "I02", "I03"]', '"I01", "I02", "I01"]', "agenda[2]", "only once"),
    ('["I01", "I02", "I03"]', "[]", "agenda", "at least 1"),
    ('["I01", "I02", "I03"]', f"[{', '.join(['\"I01\"'] * 17)}]", "agenda", "at most 16"),
    ('["I01", "I02", "I03"]', '["I01", 2]', "agenda[1]", "a text in quotes"),
    ('["H1", "H22"]', '["H1", "H1"]', "claims[1]", "only once"),
    ('["H1", "H22"]', '["H1", "22"]', "claims[1]", "did you mean 'H22'"),
    ('["H1", "H22"]', '["H1", "H61"]', "claims[1]", "one of H1, H2, H22"),
    # Sources
    ('source = "DOC", at = [1, 10]', 'source = "DOK", at = [1]', "sources[0].source", "'DOC'"),
    ("at = [1, 10]", "at = [1, 11]", "sources[0].at", DOC),
    ("at = [1, 10]", "at = [0, 10]", "sources[0].at", DOC),
    ("at = [1, 10]", 'at = ["one"]', "sources[0].at", DOC),
    ("at = [1, 10]", "at = []", "sources[0].at", "a paragraph number"),
    ("at = [1, 10]", "at = [1.5]", "sources[0].at", "a paragraph number"),
    (', at = [1, 10] }, { source = "book" }', " }", "sources[0].at", "found nothing"),
    # Figures
    ("value = 24\n", "value = 24.5\n", "horizon.value", "a whole number from 1 to 600"),
    ("value = 24\n", "value = 0\n", "horizon.value", "a whole number from 1 to 600"),
    ("value = 24\n", "value = 100000\n", "horizon.value", "a whole number from 1 to 600"),
    ("value = 24\n", "value = true\n", "horizon.value", "found true"),
    ("value = 24\n", "value = nan\n", "horizon.value", "found nan"),
    ("value = 24\n", "value = -inf\n", "horizon.value", "found -inf"),
    ("value = 24\n", "value = 1e308\n", "horizon.value", "found 1e+308"),
    ("value = 24\n", f"value = {'9' * 4000}\n", "horizon.value", "more than 18 digits"),
    ("value = 24\n", f"value = 0x{'f' * 9000}\n", "horizon.value", "more than 18 digits"),
    ("value = 24\n", 'value = "24"\n', "horizon.value", "found '24'"),
    ("value = 24\n", "value = [24]\n", "horizon.value", "found a list"),
    ("value = 24\n", "value = { a = 1 }\n", "horizon.value", "found a table"),
    ("value = 24\n", "value = 2022-01-01\n", "horizon.value", "found 2022-01-01"),
    ("value = 24\n", "", "horizon.value", "found nothing"),
    ('unit = "months"\n', "", "horizon.unit", "found nothing"),
    ('unit = "months"', 'unit = "moths"', "horizon.unit", "did you mean 'month"),
    ('unit = "months"', 'unit = "month"', "horizon.unit", "one of months"),
    ('unit = "per month"', 'unit = "months"', "constants.pace.unit", "one of 'per month', probab"),
    ('unit = "month"', 'unit = "months"', "event[0].month.unit", "one of month"),
    ('unit = "role"', 'unit = "level"', "event[1].effects[0].size.unit", "one of role"),
    ('basis = "sourced"', 'basis = "source"', "horizon.basis", "did you mean 'sourced'"),
    ('basis = "sourced"\nsource = "DOC"\nat = 3', "", "horizon.basis", "found nothing"),
    ('source = "DOC"\nat = 3', "at = 3", "horizon.source", "found nothing"),
    ('source = "DOC"\nat = 3', "at = 3", "horizon.at", "source beside it"),
    ('source = "DOC"\nat = 3', 'source = "DOC"', "horizon.at", "found nothing"),
    ('source = "DOC"\nat = 3', 'source = "book"\nat = 3', "horizon.source", "one of DOC"),
    ('source = "DOC"\nat = 3', 'source = "DOC"\nat = 11', "horizon.at", DOC),
    ('basis = "external", source = "book"', 'basis = "external", source = "DOC"',
     "forums.pair.link_limit.source", "one of book, X-1"),
    (', why = "It leans so."', "", "constants.pace.why", 'needed with basis = "inferred"'),
    ('why = "Wary."', 'way = "Wary."', "agencies.jp-two.stance.I02.position.way", "'why'"),
    (', why = "Wary."', "", "agencies.jp-two.stance.I02.position.why", "found nothing"),
    (', low = 1.0', "", "agencies.jp-two.stance.I02.position.low", "found nothing"),
    ("low = 1.0", "low = 2.5", "agencies.jp-two.stance.I02.position.low", "at most high"),
    ("low = 1.0", "low = 1.7", "agencies.jp-two.stance.I02.position.value", "low to high"),
    ("high = 2.0", "high = 5.0", "agencies.jp-two.stance.I02.position.high", "from 0 to 4"),
    ("high = 2.0", "high = inf", "agencies.jp-two.stance.I02.position.high", "found inf"),
    ('value = 3, unit = "level', 'value = 3.5, unit = "level',
     "agencies.jp-two.stance.I02.red_line.value", "a whole number"),
    ('value = 3, unit = "level', 'value = 5, unit = "level',
     "agencies.jp-two.stance.I02.red_line.value", "from 0 to 4"),
    ('"partner", "absent"]', '"absent"]', "consulted.us-three.value", "one of absent"),
    ('"partner", "absent"]', '"partner", "abset"]', "consulted.us-three.choices[1]", "'absent'"),
    (', choices = ["partner", "absent"]', "", "consulted.us-three.choices", "found nothing"),
    ('choices = ["partner", "absent"]', 'low = 0, high = 1, choices = ["partner"]',
     "consulted.us-three.low", "choices, because"),
    ('value = "partner"', "value = 2", "consulted.us-three.value", "one of partner"),
    ('value = "partner"', 'value = "chair"', "consulted.us-three.value", "one of partner"),
    ("value = 0.25", "value = 1.25", "constants.pace.value", "from 0 to 1"),
    # Tables by name
    (KEEP, KEEP.replace("us-three", "us-tree"), "consulted.us-tree", "did you mean 'us-three'"),
    ("[constants]\npace", "[constants]\npase", "constants.pase", "did you mean 'pace'"),
    ("[constants]\npace", "[constant]\npace", "constant", "did you mean 'constants'"),
    ("[forums.pair]", "[forums.pear]", "forums.pear", "did you mean 'pair'"),
    ("[forums.pair]\nlink_limit", "[forums.pair]\nlink", "forums.pair.link", "'link_limit'"),
    ("[forums.pair]\n", "[forums.pair]\nseats = 1\n", "forums.pair.seats", "one of"),
    ("jp-two.stance.I02", "jp-too.stance.I02", "agencies.jp-too", "did you mean 'jp-two'"),
    ("jp-two.stance.I02", "jp-two.stance.I2", "agencies.jp-two.stance.I2", "'I02'"),
    ("jp-two.stance.I02", "jp-two.stanze.I02", "agencies.jp-two.stanze", "'stance'"),
    ("[constants]", "[sides.uk]\n[constants]", "sides.uk", "one of us, jp"),
    ("[constants]", "[sides.us]\nname = 'A'\n[constants]", "sides.us.name", "one of"),
    ("[[event]]\nid", "[agencies]\nus-one = 3\n[[event]]\nid", "agencies.us-one", "a table"),
    ("[forums.pair]", "forums = 3\n[forums2]", "constants.forums", "one of"),
    # Events
    ('id = "E02"', 'id = "E01"', "event[1].id", "only once"),
    ('id = "E02"', 'id = "E 2"', "event[1].id", "an id of"),
    ('id = "E02"\n', "", "event[1].id", "found nothing"),
    ("month = {", "day = {", "event[0].day", "one of"),
    ("chance = {", "month = 3\nchance = {", "event[1].month", "a table"),
    ("chance = {", f"month = {{ value = 1, {FIGURE.replace('0', '1')}\nchance = {{",
     "event[1]", "either month"),
    ("value = 5, unit", "value = 0, unit", "event[0].month.value", "a whole number from 1 to 600"),
    ("value = 0.1, unit", "value = 1.1, unit", "event[1].chance.value", "a number from 0 to 1"),
    (*effects('{ kind = "emphassis", on = "I02" },'), "event[0].effects[0].kind", "'emphasis'"),
    (*effects('{ kind = "tension" },'), "event[0].effects[0].size", "found nothing"),
    (*effects(f'{{ kind = "tension", on = "I02", size = {{ value = 1, {FIGURE} }},'),
     "event[0].effects[0].on", 'no "on"'),
    (*effects(f'{{ kind = "emphasis", size = {{ value = 1, {FIGURE} }},'),
     "event[0].effects[0].on", "the item it changes"),
    (*effects(f'{{ kind = "emphasis", on = "I2", size = {{ value = 1, {FIGURE} }},'),
     "event[0].effects[0].on", "did you mean 'I02'"),
    (*effects(f'{{ kind = "emphasis", on = "I02", of = "uk", size = {{ value = 1, {FIGURE} }},'),
     "event[0].effects[0].of", "one of us, jp, all"),
    (*effects(f'{{ kind = "turf", on = "us", size = {{ value = 1, {FIGURE} }},'),
     "event[0].effects[0].on", "one of us-one"),
    (*effects(f'{{ kind = "pressure", on = "frims", size = {{ value = 1, {FIGURE} }},'),
     "event[0].effects[0].on", "did you mean 'firms'"),
    (*effects(f'{{ kind = "summit", size = {{ value = 0.5, {FIGURE} }},'),
     "event[0].effects[0].size.value", "a whole number from 1"),
    ('["partner", "principal"]', '["partner", "principal", "x"]',
     "event[1].effects[0].size.choices[2]", "one of absent"),
    ('["partner", "principal"]', '["partner", "principle"]',
     "event[1].effects[0].size.value", "one of partner, principle"),
    ("effects = [\n  { kind = \"role\"", "effects = []\nrest = [\n  { kind = \"role\"",
     "event[1].effects", "at least 1"),
    # Pressures
    ('id = "firms"', 'id = "frims"', "event[1].effects[1].on", "did you mean 'frims'"),
    ("value = 24\n", 'value = "x"\n', "horizon.value", "a whole number from 1"),
    ('side = "jp"', 'side = "jpn"', "pressure[0].side", "did you mean 'jp'"),
    ("items = { I01", "items = { I1", "pressure[0].items.I1", "did you mean 'I01'"),
    # Room
    (None, one_more(23), "event", "at most 24"),
    ('effects = [\n  { kind = "emphasis"',
     "effects = [\n" + f'{{ kind = "tension", size = {{ value = 1, {FIGURE} }},\n' * 61
     + '  { kind = "emphasis"', "event", "65 effects"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "key", "said"), WRONG)
def test_it_is_said_where_and_why(
    shelf: Shelf, tmp_path: Path, old: str | None, new: str, key: str | None, said: str
):
    if old is not None:
        assert SCENARIO.count(old) >= 1
    path = tmp_path / "small.toml"
    path.write_text(SCENARIO + new if old is None else SCENARIO.replace(old, new, 1), "utf-8")
    problems = check(path, shelf)
    assert problems
    assert all(problem.file == str(path) for problem in problems)
    assert any(said in str(p) and (key is None or p.key == key) for p in problems), [
        str(problem) for problem in problems
    ]


def test_a_number_for_a_word_is_one_problem(shelf: Shelf, tmp_path: Path):
    """What a number would need beside it is not told of a figure that must be a word."""
    path = tmp_path / "small.toml"
    path.write_text(SCENARIO.replace('value = "partner"', "value = 2"), "utf-8")
    assert [problem.key for problem in check(path, shelf)] == ["consulted.us-three.value"]


def test_a_list_is_not_called_short_for_what_is_wrong_in_it(shelf: Shelf, tmp_path: Path):
    path = tmp_path / "small.toml"
    path.write_text(SCENARIO.replace(*effects('{ kind = "emphassis", on = "I02" },'), 1), "utf-8")
    assert "event[0].effects" not in {problem.key for problem in check(path, shelf)}


def test_the_right_one_has_no_problem(shelf: Shelf, folder: Path):
    assert check(folder / "small.toml", shelf) == []


def test_all_are_told_at_once(shelf: Shelf, tmp_path: Path):
    """A fault in one key hides none in another, nor between keys."""
    text = SCENARIO
    for old, new in (
        ("format = 1", "format = 9"),
        ('"I03"]', '"I03", "I01", "I99"]'),
        ("value = 24\n", "value = 0\nlow = 5\nhigh = 3\n"),
        ("low = 1.0", "low = 9.0"),
        ('of = "jp"', 'of = "uk"'),
        ('id = "E02"', 'id = "E01"'),
        ('side = "jp"', 'side = "uk"'),
    ):
        text = text.replace(old, new, 1)
    path = tmp_path / "small.toml"
    path.write_text(text, "utf-8")
    assert {problem.key for problem in check(path, shelf)} == {
        "format",
        "agenda[3]",
        "agenda[4]",
        "horizon.value",
        "horizon.low",
        "agencies.jp-two.stance.I02.position.low",
        "event[0].effects[0].of",
        "event[1].id",
        "pressure[0].side",
    }
