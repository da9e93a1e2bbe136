"""What AI makes of a scenario: the table on each page of notes, played by the page's own command.

``python -m tools.lesson_runs`` writes all tables anew; a test compares them with the runs.
"""

import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scenarios.load import load
from sim.rules.codes import OUTCOMES
from sim.sweep.entry import sweep

TEACH = Path(__file__).parents[1] / "docs" / "teach"
COMMAND = re.compile(r"^communique (sweep .*)$", re.M)
PLACE = re.compile(r"(<!-- runs:([^>]*)-->\n).*?(<!-- /runs -->)", re.S)
HEADS = {
    "en": ("Setting", "No statement", "Words only", "Part", "Full text", "Month", "Level", "Done"),
    "ja": ("設定", "声明なし", "約束なし", "一部", "全文", "月", "水準", "実施"),
}
"""Headings of the table, by language; what is measured besides is named by the page."""
OWN = {"en": "As the scenario has it", "ja": "シナリオのまま"}


def pages() -> Iterator[tuple[Path, str]]:
    """Yield every page of notes on a scenario, and its language."""
    for folder, language in (("scenarios", "en"), ("ja/scenarios", "ja")):
        for page in sorted((TEACH / folder).glob("*.md")):
            yield page, language


def asked(text: str) -> tuple[str, int, list[str]]:
    """Return the scenario, the number of runs and the arms of a page's command.

    Examples
    --------
    >>> asked("communique sweep two-tracks --vary nothing --runs 256 --arm a b --out runs")
    ('two-tracks', 256, ['a', 'b'])
    """
    found = COMMAND.search(text)
    if found is None:
        raise SystemExit("a page of notes needs a command that plays its runs")
    words = shlex.split(found[1])
    arms = words[words.index("--arm") + 1 : words.index("--out")]
    return words[1], int(words[words.index("--runs") + 1]), arms


def played(scenario: str, runs: int, arms: list[str]) -> list[tuple[str, dict[str, list[Any]]]]:
    """Return the columns of the scenario as it is, and of each arm; forums one after another."""
    plain = sweep(scenario, runs, vary=["nothing"])
    frames = [("", part) for part in plain.partition_by("forum", maintain_order=True)]
    compared = sweep(scenario, runs, vary=["nothing"], arms=arms)
    for arm in arms:
        chosen = compared.filter(compared["case"].cast(str) == arm)
        frames += [(arm, part) for part in chosen.partition_by("forum", maintain_order=True)]
    return [(arm, part.to_dict(as_series=False)) for arm, part in frames]


def mean(values: list[float | None]) -> float | None:
    """Return the mean; nothing of what a forum does not have."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def shown(value: float | None, scale: float = 1.0, form: str = ".2f", unit: str = "") -> str:
    """Return a figure of the table.

    >>> shown(0.5, 100, ".0f", " %"), shown(None)
    ('50 %', '–')
    """
    return "–" if value is None else f"{scale * value:{form}}{unit}"


def row(name: str, columns: dict[str, list[Any]], more: list[str]) -> str:
    """Return a line of the table: how runs ended, in per cent, and means."""
    ends = columns["outcome"]
    shares = [100 * ends.count(code) / len(ends) for code, _ in enumerate(OUTCOMES) if code]
    months = sorted(columns["time_to_agreement"])
    cells = [f"{share:.0f} %" for share in shares]
    cells += [f"{months[len(months) // 2]:.0f}", shown(mean(columns["mean_level"]))]
    cells += [shown(mean(columns["implementation_rate"]), 100, ".0f", " %")]
    cells += [shown(mean(columns.get(each, []))) for each in more]
    return f"| {name} | {' | '.join(cells)} |"


def table(text: str, language: str, runs: list[tuple[str, dict[str, list[Any]]]]) -> str:
    """Return the table that belongs on a page."""
    scenario, _, _ = asked(text)
    place = PLACE.search(text)
    if place is None:
        raise SystemExit(f"the page on {scenario} has no place for its runs")
    known = load(scenario, language)
    more = dict(each.strip().split("=") for each in place[2].split(",") if each.strip())
    titles = {arm.id: arm.title for arm in known.sheet.arm}
    heads = [*HEADS[language], *more.values()]
    lines = [f"| {' | '.join(heads)} |", "|---|" + "--:|" * (len(heads) - 1)]
    names = [arm for arm, _ in runs]
    for arm, columns in runs:
        name = f"`{arm}` {titles[arm]}" if arm else OWN[language]
        if names.count(arm) > 1:
            forum = columns["forum"][0]
            name += f" ({known.library.forums[forum].short})"
        lines.append(row(name, columns, list(more)))
    return "\n".join(lines) + "\n"


def renewed(text: str, language: str, runs: list[tuple[str, dict[str, list[Any]]]]) -> str:
    """Return a page with its table as the runs have it."""
    made = table(text, language, runs)
    return PLACE.sub(lambda found: found[1] + made + found[3], text)


def main(only: list[str]) -> None:
    """Write the tables of all pages, or of those named, anew."""
    kept: dict[str, Any] = {}
    for page, language in pages():
        if only and page.stem not in only:
            continue
        text = page.read_text("utf-8")
        command = repr(asked(text))
        if command not in kept:
            kept[command] = played(*asked(text))
        page.write_text(renewed(text, language, kept[command]), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
