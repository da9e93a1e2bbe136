"""The page on which two to four settings of a scenario stand beside one another."""

from __future__ import annotations

from collections.abc import Callable

import solara

from ui.compare.address import LETTERS, Setup, in_all, links, setup_of
from ui.compare.hand import use_hand
from ui.compare.live import Play
from ui.compare.quick import effects_of, put_into, without_effects
from ui.faults import told
from ui.frame import Frame
from ui.parts.cases import Cases
from ui.parts.dials import Dials
from ui.parts.effects import Effects
from ui.parts.fans import Fans
from ui.parts.notice import Notice
from ui.pictures.words import beside
from ui.words.catalogue import with_terms, words

NOT_DRAWN = ("outcome", "time_to_agreement")
"""Measures that say nothing before a run is over."""
FOUND = 40
"""Values that a search shows at once."""
Choices = Callable[[], list[dict]]
Offered = Callable[[str], list[dict]]


@solara.component
def ComparePage(
    choices: Choices,
    offered: Offered,
    dials_of: Callable[[str, tuple[str, ...]], list[dict]],
    sought: Callable[[list[dict], str], list[dict]],
    play: Play,
    query: str | None,
    on_go: Callable[[str], None],
):
    """Compare settings of a scenario.

    Parameters
    ----------
    choices
        Returns the scenarios: ``id`` and ``title`` of each.
    offered
        Returns what a scenario can be compared in: ``id``, ``title`` and ``kind`` of each.
    dials_of
        Returns what can be moved in some of these; as ``scenarios.dials`` has it.
    sought
        Returns those that a text is about.
    play
        Yields pictures of a setup, as ``sim.claims.comparison`` has them.
    query
        The part of the address after ``?``.
    on_go
        Called with the address of what the visitor picks.
    """
    text = words("compare")

    def load() -> tuple[list[dict], str]:
        try:
            return [{key: each[key] for key in ("id", "title")} for each in choices()], ""
        except Exception as error:
            return [], str(error)

    scenarios, fault = solara.use_memo(load, [])
    if scenarios:
        Bench(scenarios, offered, dials_of, sought, play, query, on_go)
    else:
        with Frame("compare", text["title"], on_go):
            Notice(text=text["broken"].format(error=fault))


@solara.component
def Bench(
    scenarios: list[dict],
    offered: Offered,
    dials_of: Callable[[str, tuple[str, ...]], list[dict]],
    sought: Callable[[list[dict], str], list[dict]],
    play: Play,
    query: str | None,
    on_go: Callable[[str], None],
):
    """Show pickers, charts, dials and effects; arguments as for ``ComparePage``."""
    text = with_terms("compare")
    drawn = [name for name in text["measures"] if name not in NOT_DRAWN]

    def read() -> tuple[Setup, list[tuple[str, str]]]:
        ids = [each["id"] for each in scenarios]
        return setup_of(query, ids, lambda name: [e["id"] for e in offered(name)], drawn)

    asked, lost = solara.use_memo(read, [query])
    hand = use_hand(asked, play, on_go)
    setup, picture, trouble = hand.shown.setup, hand.shown.picture, hand.shown.trouble
    several = solara.use_memo(lambda: offered(setup.scenario), [setup.scenario])
    every = solara.use_memo(
        lambda: dials_of(setup.scenario, setup.names), [setup.scenario, setup.names]
    )
    search, set_search = solara.use_state("")
    kinds = {each["id"]: each["kind"] for each in several}
    titles = {each["id"]: each["title"] for each in several}
    title = next(each["title"] for each in scenarios if each["id"] == setup.scenario)
    # a chart of other cases than those asked for would stand under wrong names
    current = picture if picture.get("names") == list(setup.names) else {}
    found = sought(every, search) if search.strip() else []
    moved = {path for _, path, _ in setup.sets}
    with Frame("compare", title, on_go, "?scenario=" + setup.scenario):
        Cases(
            t=text,
            scenarios=scenarios,
            offered=several,
            measures=[{"id": name, "title": text["measures"][name]} for name in drawn],
            scenario=setup.scenario,
            names=list(setup.names),
            measure=setup.measure,
            event_choose=hand.choose,
        )
        for kind, name in lost:
            Notice(text=text["nothing_such"].format(kind=text["kinds"][kind], name=name))
        if count := in_all(query):
            Notice(text=text["first"].format(count=count), calm=True)
        Notice(text=text["broken"].format(error=told(trouble)) if trouble else "")
        Notice(text=said(text, current.get("refused", [])))
        with solara.v.Html(tag="div", class_="compare"):
            with solara.v.Html(tag="div", class_="compare__charts"):
                if current:
                    fans = Fans(
                        t=text,
                        title=title,
                        measure=text["measures"][setup.measure],
                        titles=[titles[name] for name in setup.names],
                        letters=list(LETTERS.upper()[: len(setup.names)]),
                        links=[links(setup, n, kinds[name]) for n, name in enumerate(setup.names)],
                        picture=without_effects(current),
                        event_go=on_go,
                    )
                elif not trouble:
                    Notice(text=text["waiting"], calm=True)
            dials = Dials(
                t=text,
                letters=list(LETTERS.upper()[: len(setup.names)]),
                offered=[each for each in every if each["offered"]],
                moved=[each for each in every if each["path"] in moved and not each["offered"]],
                found=found[:FOUND],
                count=len(every),
                matches=len(found),
                sets=[list(each) for each in setup.sets],
                drawn=hand.shown.stamp,
                sources=f"/sources?scenario={setup.scenario}#",
                event_move=hand.move,
                event_settle=hand.settle,
                event_reset=hand.reset,
                event_search=set_search,
            )
            if current:
                effects = Effects(
                    t=text,
                    letters=list(LETTERS.upper()[: len(setup.names)]),
                    titles=[titles[name] for name in setup.names],
                    measure=setup.measure,
                    runs=current["runs"],
                    cases=effects_of(current),
                )

    def tie() -> None:
        if not current or trouble:
            hand.ties(lambda setup, picture: False)
            return
        try:
            parts = [solara.get_widget(each) for each in (fans, effects, dials)]
        except KeyError:
            return  # nothing of the page has changed, so that its parts are those tied before
        hand.ties(put_into(*parts, setup, current.get("refused", [])))

    solara.use_effect(tie)


def said(text: dict, reasons: list[str]) -> str:
    """Return what could not be set, in one sentence; nothing where all could."""
    told_ones = beside(map(told, reasons), "sentences")
    return text["refused"].format(reasons=told_ones) if reasons else ""
