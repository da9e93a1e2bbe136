"""A scenario to begin with: small, right, and full of remarks on what may be changed."""

import json
from pathlib import Path

from scenarios.json_schema import scenario_schema
from scenarios.load import catalogue, check, load
from scenarios.names import IDS
from scenarios.problems import nearest, shown
from sim.play.phrases import joined
from terminal.files import write_new
from terminal.refusal import RefusalError

SCHEMA = "scenario.schema.json"
HEAD = """#:schema {schema}
# {title}. Check it:  communique validate {id}.toml    Play it:  communique run {id}.toml
#
# Every figure is a table {{ value, unit, basis }}. "sourced" and "inferred" name a source and a
# paragraph, "inferred" and "assumed" say why, and "assumed" gives low and high, the room that
# sweeps vary. `communique settings {id}.toml` lists all that can be set, and what it means.

format = 1
id = "{id}"
title = "{title}"
"""
OWN = """question = "What should a class find out?"
story = [
  "What has happened.",
  "Who wants what of it.",
  "Why it is urgent now.",
]
start = 2025-01-01                      # month 1
forum = "economic-2-plus-2"             # see `communique scenarios`, or the list of forums
horizon = { value = 36, unit = "months", basis = "assumed", why = "Long enough to see what is carried out.", low = 30, high = 42 }
agenda = ["I03", "I01", "I12"]          # `communique items` lists those there are

# ---------------------------------------------------------------- what to compare

[[arm]]
id = "three-plus-three"
title = "The trade agencies have seats too"
why = "A wider table hears more authority, and meets less often."
forum = "3-plus-3-trade"

[[arm]]
id = "trusting"
title = "The sides trust one another from the start"
why = "What is left of the difficulties where trust is no obstacle."
set = { "trust" = 0.8 }

[[setting]]
path = "turf.us-commerce"
title = "How reluctant Commerce is to share the lead"

[[check]]
question = "When does an amendment enter the text?"
answers = ["When a majority is for it", "When nobody objects"]
right = 2
why = "Consensus is the absence of an objection."

# ---------------------------------------------------------------- who is asked without a seat

[consulted]
us-energy = { value = "partner", unit = "mode", basis = "assumed", why = "It leads on energy.", choices = ["absent", "subordinate", "partner"] }

# ---------------------------------------------------------------- what differs from the library

# The forum's last month for a statement; every other figure of it stays as it is shared.
[forums.economic-2-plus-2]
deadline = { value = 18, unit = "months", basis = "assumed", why = "Half a year is left to carry the statement out.", low = 12, high = 24 }

# What an agency wants on one item, and a line it does not cross.
[agencies.jp-meti.stance.I01]
position = { value = 2, unit = "level", basis = "assumed", why = "Industry fears for its trade.", low = 1, high = 3 }
red_line = { value = 3, unit = "level", basis = "assumed", why = "No law allows more.", low = 2, high = 4 }

# ---------------------------------------------------------------- what may happen

[[event]]
id = "shortage"
title = "A shortage stops production lines"
chance = { value = 0.05, unit = "probability", basis = "assumed", why = "About once in two years.", low = 0.0, high = 0.1 }
effects = [
  { kind = "emphasis", on = "I03", of = "all", size = { value = 0.5, unit = "factor", basis = "assumed", why = "A stopped line speaks louder than a review.", low = 0.0, high = 1.0 } },
]
"""  # noqa: E501 - an inline table of TOML stays on its line
TAKEN_OVER = """extends = "{extends}"          # all that is not said here is as it is there

# Say what differs. Tables change key by key; a figure, a list and a text are replaced as a whole.
[constants]
trust = {{ value = 0.8, unit = "index", basis = "assumed", why = "The sides know one another well.", low = 0.6, high = 0.9 }}
"""  # noqa: E501


def write_scenario(name: str, extends: str | None, folder: Path) -> None:
    """Write a new scenario file and the schema beside it, and say what to do next.

    Raises
    ------
    RefusalError
        Where the name cannot be an id or is one already, the file is there, or the scenario to
        take over is not.
    """
    if not IDS.fullmatch(name):
        form = "up to 40 letters and digits, parts joined by hyphens"
        raise RefusalError(f"{shown(name)}: an id has {form}")
    if name in catalogue():
        raise RefusalError(f"{shown(name)}: there is a scenario of that id; choose another")
    if extends is not None and extends not in catalogue():
        hint = f"; did you mean {near!r}?" if (near := nearest(extends, catalogue())) else ""
        known = joined(catalogue())
        raise RefusalError(f"--extends {shown(extends)}: no scenario; there are {known}{hint}")
    file = folder / f"{name}.toml"
    write_new(file, text_of(name, extends))
    if not (folder / SCHEMA).exists():
        write_new(
            folder / SCHEMA, json.dumps(scenario_schema(), indent=2, ensure_ascii=False) + "\n"
        )
    assert not check(file), "what is written must be right"
    print(f"Wrote {file}, and {SCHEMA} for editors that know schemas of TOML.")
    print(f"Next: communique run {file}")


def text_of(name: str, extends: str | None) -> str:
    """Return the text of a new scenario file."""
    title = name.replace("-", " ").capitalize()
    if extends is None:
        return HEAD.format(schema=SCHEMA, id=name, title=title) + OWN
    head = HEAD.format(schema=SCHEMA, id=name, title=f"{load(extends).sheet.title}, {name}")
    return head + TAKEN_OVER.format(extends=extends)
