"""What a result is called: one rule for all claims."""

from sim.claims.statistics import Count, wilson

NO_PATH = "the model has no path for it"
NO_EFFECT = "no effect on this measure"
WIDELY = "holds widely"
MORE_OFTEN = "holds more often than not"
WHERE = "holds where it shows"
LEANS = "leans that way"
MIXED = "mixed"
FAILS = "fails: the opposite is more common"
SHOWN = "built in and shown"
VERDICTS = (SHOWN, WIDELY, MORE_OFTEN, WHERE, LEANS, MIXED, FAILS, NO_EFFECT, NO_PATH)
WIDE = 2 / 3


def verdict(count: Count, built_in: bool, alike: bool, chance: float = 0.5) -> str:
    """Return what a result is called.

    What counts is the lower end of the 95 per cent interval of the share of worlds with the sign
    claimed: of all worlds, above two thirds it holds widely (or, where the rules have the
    mechanism in them, is built in and shown), above one half it holds more often than not. Of
    the worlds alone in which the arms differ, above two thirds it holds where it shows, above one
    half it leans that way; with the upper end below one half it fails. All else is mixed. Where
    chance alone would bring the sign about in more than half of the worlds, that share takes the
    place of the half for whatever speaks for the claim.

    Parameters
    ----------
    count : Count
        Worlds with the sign of the claim, with the opposite one, and with neither.
    built_in : bool
        Whether the rules have the mechanism in them.
    alike : bool
        Whether the arms are equal in every result of every world.
    chance : float, 0..1
        The share in which arms that do not matter would show the sign.

    Examples
    --------
    >>> verdict(Count(80, 10, 10), False, False), verdict(Count(80, 10, 10), True, False)
    ('holds widely', 'built in and shown')
    >>> verdict(Count(30, 5, 65), False, False), verdict(Count(0, 0, 100), False, True)
    ('holds where it shows', 'the model has no path for it')
    """
    if alike:
        return NO_PATH
    if count.up + count.down == 0:
        return NO_EFFECT
    bar = max(0.5, chance)
    of_all = wilson(count.up, count.worlds)
    of_decided = wilson(count.up, count.up + count.down)
    if of_all.low > WIDE:
        return SHOWN if built_in else WIDELY
    if of_all.low > bar:
        return MORE_OFTEN
    if of_decided.low > bar:
        return WHERE if of_decided.low > WIDE else LEANS
    return FAILS if of_decided.high < 0.5 else MIXED
