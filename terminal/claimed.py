"""What was found about the claims, as text."""

from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sim.claims.joined import measures
from terminal.screen import print_hanging

STYLES = {
    "built in and shown": "green",
    "holds widely": "green",
    "holds more often than not": "green",
    "holds where it shows": "cyan",
    "leans that way": "cyan",
    "mixed": "yellow",
    "fails: the opposite is more common": "red",
}
"""Colors of the verdicts; the words say the same."""


def show_findings(screen: Console, data: dict[str, Any]) -> None:
    """Print the verdict on every claim that was tried, and why others were not."""
    tried = [each for each in data["claims"] if not each["why"]]
    for each in tried:
        kind = Text(f"  {each['kind']}, {weight(each['tag'])}", "dim")
        screen.print(
            Text.assemble("\n", (f"{each['id']:>4} ", "bold cyan"), (each["title"], "bold"), kind)
        )
        for found in measures(each):
            show_finding(screen, found)
    if tried:
        show_count(screen, data, [found for each in tried for found in measures(each)])
    if untried := [each for each in data["claims"] if each["why"]]:
        screen.print(Text("\nNot put to the test", "bold"))
        for each in untried:
            print_hanging(
                screen, Text(f"{each['id']:>4} "), Text(f"{each['title']}: {each['why']}")
            )


def weight(tag: str) -> str:
    """Return in a word how much weight a claim has."""
    return {"A": "core", "B": "secondary", "C": "background"}[tag]


def show_finding(screen: Console, each: dict[str, Any]) -> None:
    """Print what was found for one measure."""
    mark = Text("     ")
    print_hanging(
        screen, mark, Text(f"{each['says']} ({each['scenario']}): {' / '.join(each['arms'])}")
    )
    verdict = Text(each["verdict"], STYLES.get(each["verdict"], "magenta"))
    told = Text.assemble(verdict, f"; {numbers(each)}")
    print_hanging(screen, mark + "  ", told)
    if each["depends_on"]:
        print_hanging(screen, mark + "  ", Text(f"depends most on {depends(each)}", "dim"))


def numbers(each: dict[str, Any]) -> str:
    """Return the shares and the effect as a text."""
    if each["share"] is None:
        return "no world could be played"
    parts = [
        f"{each['share']:.0%} of worlds [{each['low']:.0%} to {each['high']:.0%}]",
        f"no difference {each['ties']:.0%}, the other way {each['against']:.0%}",
        f"median effect {each['effect']:+.3g}, mean {each['mean']:+.3g}",
        off(each),
    ]
    if each["failed"]:
        parts.append(f"{each['failed']} worlds left out: a run failed")
    return "; ".join(parts)


def off(each: dict[str, Any]) -> str:
    """Return what is left of it without the mechanism."""
    if each["alike_off"]:
        return "without the mechanism the arms are alike"
    return f"without the mechanism {each['share_off']:.0%}, no difference {each['ties_off']:.0%}"


def depends(each: dict[str, Any]) -> str:
    """Return the parameters that matter most, and which way."""
    return ", ".join(
        f"{one['path']} ({'more' if one['correlation'] > 0 else 'less'} with it: "
        f"{abs(one['correlation']):.2f})"
        for one in each["depends_on"]
    )


def show_count(screen: Console, data: dict[str, Any], found: list[dict[str, Any]]) -> None:
    """Print how many measures came to each verdict."""
    counts: dict[str, int] = {}
    for each in found:
        counts[each["verdict"]] = counts.get(each["verdict"], 0) + 1
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1))
    table.add_column("Verdict")
    table.add_column("Measures", justify="right")
    for verdict, count in sorted(counts.items(), key=lambda pair: -pair[1]):
        table.add_row(Text(verdict, STYLES.get(verdict, "magenta")), str(count))
    screen.print(table)
    screen.print(
        f"{data['worlds']:,} worlds each, seed {data['seed']}, drawn over {data['vary']} ranges, "
        f"rules {data['rules']}. A mechanism written into the rules shows that it works, not that "
        f"the world is so."
    )
