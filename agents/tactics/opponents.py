"""Reading the others: a frequency model of what each seat has asked for.

A seat's wish on an item is the mean of the levels it has moved; the item's weight is how often
it has raised it. Sources: smith's frequency model as surveyed in baarslag2016.
"""

from sim.rules.rule import rule


@rule
def wishes(k, modelled, wish, weight):
    """Estimate the other principals' wishes and the weights of the items to them.

    Parameters
    ----------
    modelled : bool
        False gives every item a seat has raised the same weight.
    wish, weight : arrays, shape (A, I)
        Receive mean levels moved, and weights that are 0 where a seat has been silent.

    Returns
    -------
    int
        The number of other principals.
    """
    others = 0
    for b in range(k.n_agencies[0]):
        if k.others[b] == 0:
            continue
        others += 1
        raised = 0.0
        for i in range(k.n_items[0]):
            times = 0.0
            total = 0.0
            for level in range(1, 5):
                times += k.proposed[b, i, level]
                total += k.proposed[b, i, level] * level
            if times > 0.0:
                wish[b, i] = total / times
                weight[b, i] = times
                raised += times
        for i in range(k.n_items[0]):
            if weight[b, i] > 0.0:
                weight[b, i] = weight[b, i] / raised if modelled else 1.0 / k.n_items[0]
    return others
