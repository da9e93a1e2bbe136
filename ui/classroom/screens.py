"""The pages of a class without Solara: which components and which words each is made of."""

from __future__ import annotations

from typing import NamedTuple


class Screen(NamedTuple):
    """One page.

    Parameters
    ----------
    name : str
        Of the page, and of the component at its root.
    words : tuple of str
        Catalogues it takes words from, its own first. ``catalogue.table`` takes one table only.
    parts : tuple of str
        Components that are used on it besides its root.
    live : bool
        Whether it keeps a link to the class, at its own address with ``/socket`` behind it.
    """

    name: str
    words: tuple[str, ...]
    parts: tuple[str, ...] = ()
    live: bool = True


JOIN = Screen("join", ("class",), ("joined", "tongues"), live=False)
STUDENT = Screen(
    "student",
    (
        *("class", "questionnaires", "play.turn", "play.reasons", "play.feed", "play.brief"),
        "watch.draft",
    ),
    (
        *("draft", "marks", "feed", "secret", "turn", "worth", "offers", "views"),
        *("tongues", "top", "banners", "gone", "around", "seat_card", "four_words", "ask"),
        *("checks", "class_turn", "deadline", "holding", "advice", "waiting", "over"),
        *("line_form", "result", "own_dot", "own_round", "signed_paper", "sign_form"),
        *("at_lobby", "at_brief", "at_play", "at_look", "at_sign", "at_debrief"),
    ),
)

HOME = Screen(
    "home",
    ("class", "play.brief", "watch.draft"),
    ("secret", "result", "own_dot", "own_round", "signed_paper"),
    live=False,
)

SLIDES = (
    *("slide", "slide_agreed", "slide_frontier", "slide_stakes", "slide_forums", "slide_runs"),
    *("slide_ai", "slide_questions", "wall_statements", "fit", "slide_pill"),
)
NEW = Screen("new", ("teach",), ("tongues", "teacher_head", "teacher_next"), live=False)
TEACHER = Screen(
    "teacher",
    ("teach", "wall", "watch.draft"),
    (
        *(
            "draft",
            "marks",
            "tongues",
            "sheet_dialog",
            "teacher_head",
            "teacher_steps",
            "teacher_next",
        ),
        *("teacher_tables", "teacher_seats", "teacher_people", "teacher_person", "teacher_look"),
        *("teacher_aside", "teacher_needs", "teacher_slides"),
        *SLIDES,
    ),
)
WALL = Screen("wall", ("wall",), ("tongues", "wall_join", "wall_story", "wall_play", *SLIDES))

SCREENS = {each.name: each for each in (JOIN, STUDENT, HOME, NEW, TEACHER, WALL)}
