"""The page about the claims: its tables and sentences, made from the record of a campaign."""

from collections.abc import Iterable
from itertools import chain

from scenarios.load import library
from sim.claims.joined import Record, measures
from sim.claims.verdict import FAILS, LEANS, MORE_OFTEN, SHOWN, WHERE, WIDELY

BEGIN = "<!-- made by python -m tests.claims.renew; do not edit below -->"
END = "<!-- end of what is made -->"
WEIGHTS = {"A": "core", "B": "secondary", "C": "background"}


def page(claims: list[Record], campaign: Record, wider: list[Record]) -> str:
    """Return the made part of the page, between its marks.

    Parameters
    ----------
    claims, campaign
        The two records of a campaign.
    wider
        The records of the claims of the same campaign with ``--vary all``.
    """
    tried = [measures(each) for each in claims if not each["why"]]
    untried = [each for each in claims if each["why"]]
    lines = [BEGIN, "", heading(campaign), "", *summary(tried), ""]
    for found in tried:
        lines += [*block(found), ""]
    lines += [*held_against(tried, wider), ""]
    lines += ["## Not put to the test", ""]
    lines += [f"- **{each['id']} {each['title']}.** {each['why']}" for each in untried]
    lines += ["", "## Maps", "", maps_intro()]
    for each in campaign["maps"]:
        lines += ["", *map_block(each)]
    return "\n".join([*lines, "", END]) + "\n"


def heading(data: Record) -> str:
    """Return what was played, in a sentence."""
    return (
        f"What follows was made from {data['worlds']:,} worlds for each measure (seed "
        f"{data['seed']}, {data['vary']} ranges, rules {data['rules']}): "
        f"`communique claims --worlds {data['worlds']} --seed {data['seed']}`."
    )


def summary(claims: Iterable[list[Record]]) -> list[str]:
    """Return the table of all measures."""
    lines = [
        "| Claim | What is measured | As claimed | No difference | Other way | Off | Verdict |",
        "|---|---|---|---|---|---|---|",
    ]
    for each in chain.from_iterable(claims):
        share = f"{each['share']:.0%} ({each['low']:.0%} to {each['high']:.0%})"
        off = "alike" if each["alike_off"] else f"{each['share_off']:.0%}"
        cells = (
            f"{each['id']}.{each['part']}",
            each["says"],
            share,
            f"{each['ties']:.0%}",
            f"{each['against']:.0%}",
            off,
            each["verdict"],
        )
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def held_against(tried: list[list[Record]], wider: list[Record]) -> list[str]:
    """Return the section about the verdicts that change where more is drawn."""
    own = list(chain.from_iterable(tried))
    others = {(each["id"], each["part"]): each for record in wider for each in measures(record)}
    pairs = [(each, others[each["id"], each["part"]]) for each in own]
    changed = [(each, other) for each, other in pairs if each["verdict"] != other["verdict"]]
    turned = sum({way(each), way(other)} == {1, -1} for each, other in changed)
    lines = [
        "## Where more is drawn",
        "",
        f"With `--vary all` the sizes we chose for what a document only suggests are drawn as "
        f"well, in as many worlds. Then {len(own) - len(changed)} of {len(own)} measures keep "
        f"their verdict, and {turned or 'none'} of the others goes from holding or leaning to "
        f"failing, or back. The others:",
        "",
        "| Claim | What is measured | What is assumed is drawn | All is drawn |",
        "|---|---|---|---|",
    ]
    for each, other in changed:
        cells = (f"{one['verdict']}, {one['share']:.0%}" for one in (each, other))
        lines.append(f"| {each['id']}.{each['part']} | {each['says']} | {' | '.join(cells)} |")
    return lines


def way(measure: Record) -> int:
    """Return 1 where a measure holds or leans as claimed, -1 where it fails, else 0."""
    if measure["verdict"] == FAILS:
        return -1
    return int(measure["verdict"] in (SHOWN, WIDELY, MORE_OFTEN, WHERE, LEANS))


def block(found: list[Record]) -> list[str]:
    """Return the section about one claim."""
    claim = found[0]["id"]
    about = library().claims[claim]
    sources = "; ".join(
        f"{each['source']} {', '.join(map(str, each['at']))}" for each in found[0]["sources"]
    )
    lines = [
        f"### {claim} {about.title}",
        "",
        f"{about.statement} *({about.kind}, {WEIGHTS[about.tag]}; {sources})*",
        "",
    ]
    lines += [f"- {sentence(each)}" for each in found]
    told = dict.fromkeys(each["note"] for each in found if each["note"])
    if about.nuance:
        lines += ["", f"Of the claim: {about.nuance}"]
    lines += [part for note in told for part in ("", f"Of the experiment: {note}")]
    return lines


def sentence(each: Record) -> str:
    """Return one measure in words."""
    where = f"`{each['scenario']}`, {' / '.join(each['arms'])}"
    parts = [f"*{capital(each['says'])}* ({where}): **{each['verdict']}**."]
    if each["verdict"].startswith("the model has no path"):
        return " ".join([*parts, "The arms are equal in every result of every world."])
    parts.append(
        f"So in {each['share']:.0%} of the worlds, no difference in {each['ties']:.0%}, the other "
        f"way round in {each['against']:.0%}; the mean goes {means(each)}."
    )
    if each["alike_off"]:
        parts.append("With the mechanism off the arms are the same.")
    else:
        parts.append(f"With the mechanism off: {each['share_off']:.0%}.")
    if each["depends_on"]:
        named = " and ".join(
            f"`{one['path']}` ({'stronger' if one['correlation'] > 0 else 'weaker'} with it)"
            for one in each["depends_on"]
        )
        parts.append(f"It depends most on {named}.")
    elif each["ties"] < 1.0:
        parts.append("No single parameter stands out.")
    return " ".join(parts)


def means(each: Record) -> str:
    """Return the means of the arms, as a row."""
    return " to ".join(f"{mean:.3g}" for mean in each["means"])


def capital(words: str) -> str:
    """Return a text with a capital first letter."""
    return words[:1].upper() + words[1:]


def maps_intro() -> str:
    """Return what a reader of the maps must know."""
    return (
        "A cell names the arm with the highest median, that median, and the share of worlds in "
        "which the arm is best. A map with one arm gives the median alone."
    )


def map_block(each: Record) -> list[str]:
    """Return one map as a table, the highest row first."""
    across, up = each["across"], each["up"]
    cells = {(cell["across"], cell["up"]): cell for cell in each["cells"]}
    lines = [
        f"### {each['title']}",
        "",
        f"{capital(each['says'])}; `{each['scenario']}`, {each['worlds']} worlds a cell. "
        f"Across: {across['title']}. Up: {up['title']}. ({', '.join(each['claims'])})",
        "",
        "| | " + " | ".join(f"{x:g}" for x in across["at"]) + " |",
        "|---|" + "---|" * len(across["at"]),
    ]
    for y in reversed(up["at"]):
        row = (cell_text(each["arms"], cells[x, y]) for x in across["at"])
        lines.append(f"| **{y:g}** | {' | '.join(row)} |")
    if each["note"]:
        lines += ["", each["note"]]
    return lines


def cell_text(arms: list[str], cell: Record) -> str:
    """Return one cell of a map."""
    if cell["best"] is None:
        return f"{cell['median'][0]:.3f}"
    best = arms.index(cell["best"])
    return f"{cell['best']} {cell['median'][best]:.2f} ({cell['wins'][best]:.0%})"
