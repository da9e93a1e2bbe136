"""The compromise model's forecast, the baseline beside every outcome.

Sources: achen2006 and thomson2006, in whose tests of decisions in the European Union no
negotiation model forecast better than this weighted mean.
"""

from sim.rules.block import Floats
from sim.rules.codes import PRINCIPAL
from sim.rules.params import Params
from sim.solve.forecast import weighted_mean
from sim.solve.stances import Stances


def compromise(params: Params, f: int) -> Floats:
    """Return the level the compromise model expects on every item at a forum.

    The mean of the principals' positions, each weighted by its capability times its salience.

    Parameters
    ----------
    f : int
        Index of the forum.

    Returns
    -------
    array, shape (n_items,), level 0..4
        Items off the forum's agenda included; 0 where no principal gives the item any weight.
    """
    seats = params.role0[f, : params.n_agencies] >= PRINCIPAL
    positions = params.position[: params.n_agencies, : params.n_items][seats]
    salience = params.salience[: params.n_agencies, : params.n_items][seats]
    capability = params.capability[: params.n_agencies][seats]
    return weighted_mean(Stances(positions, salience, capability, ()))
