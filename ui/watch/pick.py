"""The pickers over a run and what is to be said about them, as Watch and Play have them."""

from __future__ import annotations

from collections.abc import Callable

import solara

from ui.frame import Frame
from ui.parts.notice import Notice
from ui.parts.picker import Picker
from ui.watch.choice import MOST_SET, Choice, offered, whole


@solara.component
def Offers(
    choices: Callable[[], list[dict]],
    page: str,
    on_go: Callable[[str], None],
    then: Callable[[list[dict]], solara.Element],
):
    """Show a page of the scenarios on offer; where they cannot be read, say why.

    Parameters
    ----------
    choices
        Returns the scenarios there are: ``id``, ``title``, ``question``, ``story``,
        ``configurations`` and ``arms`` of each.
    page
        One of ``ui.frame.PAGES``.
    on_go
        Called with the address of the page that the visitor goes to.
    then
        Called with the scenarios.
    """
    offers, fault = solara.use_memo(lambda: offered(choices), [])
    if offers:
        then(offers)
    else:
        with Frame(page, "", on_go):
            Notice(text=fault)


@solara.component
def Pick(
    text: dict,
    offers: list[dict],
    chosen: Choice,
    on_choose: Callable[[Choice], None],
    trouble: str = "",
    note: str = "",
    hidden: bool = False,
):
    """Show the pickers, and one message.

    Parameters
    ----------
    text
        The words of the page.
    offers, chosen
        What there is, and what is picked of it.
    on_choose
        Called with what is picked instead, its seed checked.
    trouble, note
        What to say before, and after, that something was picked which there is not.
    hidden
        Whether to show the message only.
    """
    complaint, complain = solara.use_state("")
    offer = offer_of(chosen, offers)

    def choose(picked: dict) -> None:
        seed = whole(picked["seed"])
        complain("" if seed else text["bad_seed"])
        if seed:
            sets = tuple(str(each) for each in picked.get("sets", ()))[:MOST_SET]
            arm = str(picked.get("arm", ""))
            on_choose(Choice(picked["scenario"], picked["forums"], seed, arm, sets))

    with solara.v.Html(tag="div"):
        if not hidden:
            Picker(
                t=text,
                scenarios=[{"id": entry["id"], "title": entry["title"]} for entry in offers],
                scenario=chosen.scenario,
                configurations=list(offer["configurations"]),
                forums=chosen.forums,
                seed=chosen.seed,
                event_choose=choose,
                arms=list(offer.get("arms", ())),
                arm=chosen.arm,
                sets=list(chosen.sets),
            )
        Notice(text=trouble or complaint or note)


def offer_of(chosen: Choice, offers: list[dict]) -> dict:
    """Return the scenario that is picked."""
    return next(offer for offer in offers if offer["id"] == chosen.scenario)
