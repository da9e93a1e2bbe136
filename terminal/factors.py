"""What the factors of a sweep are, in words."""

from scenarios.meanings import about, meaning
from sim.sweep.study import Study


def labels_of(study: Study) -> dict[str, str]:
    """Return for the path of each factor what it is about, and what it means."""
    made = {}
    for scene in study.scenes:
        world = scene.world
        for factor in study.factors:
            entry = world.ledger.get(factor.path)
            if entry is not None and factor.path not in made:
                whose, what = about(world, entry), meaning(entry, world.ledger)
                label = f"{whose}: {what}" if whose else what
                made[factor.path] = label[:1].upper() + label[1:]
    return made
