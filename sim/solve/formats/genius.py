"""Domains of Genius: an XML file with the issues, and one with the scores of each party.

As Genius 10 reads them (its AdditiveUtilitySpace and evaluators): a discrete evaluation is
divided by the issue's largest, an integer issue has a straight line held between 0 and 1, an
issue counts by its own weight as given, and the weights of objectives above it count for
nothing. The one thing that is not additive is left out: Genius cuts a sum of more than 1 off
at 1, which only weights that sum to more can reach. Discount factors are left out too: no
solver here has time.
"""

from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

from scenarios.problems import shown
from sim.solve.domain import Domain
from sim.solve.formats.files import number, refusal
from sim.solve.formats.genius_issue import Issue, issue_of, scores
from sim.solve.formats.made import Agenda, Party, domain_of, sized
from sim.solve.formats.xml_tree import attribute, children, plain

TEMPLATE, SPACE = "negotiation_template", "utility_space"
CONTAINERS = (SPACE, "objective", TEMPLATE)


def is_template(root: Element) -> bool:
    """Say whether a file is a domain: the template, or a space without weights and scores."""
    return plain(root.tag) == TEMPLATE or (plain(root.tag) == SPACE and not is_profile(root))


def is_profile(root: Element) -> bool:
    """Say whether a file is the profile of a party."""
    if plain(root.tag) != SPACE:
        return False
    inside = {plain(each.tag) for each in root.iter() if isinstance(each.tag, str)}
    scored = any(attribute(each, "evaluation") is not None for each in root.iter("item"))
    return scored or bool(inside & {"weight", "evaluator", "utility", "ufun"})


def issues_of(file: Path, root: Element) -> tuple[Issue, ...]:
    """Return the issues of a domain file, or of a profile where there is none."""
    issues = tuple(issue_of(each, file) for each in issue_elements(root))
    sized(agenda_of(issues, ""), file)
    return issues


def agenda_of(issues: Sequence[Issue], name: str) -> Agenda:
    """Return issues as an agenda."""
    return Agenda(name, tuple(i.name for i in issues), tuple(i.values for i in issues))


def domain(name: str, issues: Sequence[Issue], profiles: Sequence[tuple[Path, Element]]) -> Domain:
    """Return the domain of issues and profiles, in the order of the profiles."""
    return domain_of(agenda_of(issues, name), [party(issues, *profile) for profile in profiles])


def issue_elements(root: Element) -> list[Element]:
    """Return the issues of a file, in its order, within whatever objectives they are."""
    found: list[Element] = []
    waiting = [root]
    while waiting:
        here = waiting.pop()
        if plain(here.tag) == "issue":
            found.append(here)
        waiting += reversed(children(here, "issue", *CONTAINERS))
    return found


def party(issues: Sequence[Issue], file: Path, root: Element) -> Party:
    """Return the party of a profile.

    Raises
    ------
    ScenarioError
        Where the space is not additive, or lacks an issue, a weight or a score.
    """
    kind = attribute(root, "type")
    odd = [each for each in root.iter() if plain(str(each.tag)) in ("ufun", "hyperrectangle")]
    if kind == "nonlinear" or odd:
        allowed = "an additive space: one score for each value of each issue"
        raise refusal(file, "utility_space", "a nonlinear space", allowed)
    weights, own = weights_of(root, file), issue_elements(root)
    rows = []
    for issue in issues:
        element = matching(issue, own, file)
        index = attribute(element, "index") or issue.index
        if index not in weights:
            raise refusal(file, f"weight of {issue.name}", "nothing", "a weight for every issue")
        rows.append(tuple(weights[index] * score for score in scores(issue, element, file)))
    return Party(file.stem, tuple(rows), reservation(root, file))


def matching(issue: Issue, own: Sequence[Element], file: Path) -> Element:
    """Return a profile's issue for one of the domain's: the one of its name, else its number."""
    named = [each for each in own if attribute(each, "name") == issue.name]
    counted = [each for each in own if attribute(each, "index") == issue.index]
    found = named if len(named) == 1 else counted
    if len(found) != 1:
        names = ", ".join(shown(attribute(each, "name")) for each in own[:40])
        raise refusal(file, "issue", f"none named {issue.name!a}; it has {names}", "every issue")
    return found[0]


def weights_of(root: Element, file: Path) -> dict[str, float]:
    """Return the weights of a profile by the index of what they weigh."""
    found: dict[str, float] = {}
    for element in root.iter():
        if isinstance(element.tag, str) and plain(element.tag) == "weight":
            index = attribute(element, "index") or ""
            key = f"weight {index}"
            value = number(attribute(element, "value"), file, key)
            if value < 0 or found.get(index, value) != value:
                what = "a negative weight" if value < 0 else "two weights"
                raise refusal(file, key, what, "one weight, at least 0")
            found[index] = value
    return found


def reservation(root: Element, file: Path) -> float:
    """Return what no deal is worth: 0 where a profile does not say."""
    found = [e for e in root.iter() if isinstance(e.tag, str) and plain(e.tag) == "reservation"]
    return number(attribute(found[0], "value"), file, "reservation") if found else 0.0
