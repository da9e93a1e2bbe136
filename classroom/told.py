"""What a lesson is called and said to be, in the language of whoever is being shown it."""

from __future__ import annotations

from classroom.plan import Plan, plans, texts
from scenarios.spoken import spoken


def title_of(plan: Plan) -> str:
    """Return the title of a lesson; one that the teacher gave it stays as it is.

    >>> from scenarios.spoken import speaking
    >>> with speaking("ja"):
    ...     title_of(plans()["economic-75"])
    '経済版「2+2」の75分'
    """
    return told(plan, "title")


def about_of(plan: Plan) -> str:
    """Return what a lesson is said to be."""
    return told(plan, "about")


def told(plan: Plan, key: str) -> str:
    """Return a text of a plan: the shipped plan's in the language, where it is still that one."""
    own: str = getattr(plan, key)
    shipped = plans().get(plan.id)
    if shipped is None or getattr(shipped, key) != own:
        return own
    return texts(plan.id, spoken()).get(key, own)
