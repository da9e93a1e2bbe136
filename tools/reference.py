"""The pages of reference, made from the code: commands, Python, scenario files, measures."""

import importlib
import inspect
import json
import re
from collections.abc import Iterator
from typing import Any

import typer.main

import cli
from scenarios.json_schema import scenario_schema
from scenarios.ranges import field_names, param_range
from sim.rules import measure
from sim.rules.block import fields
from sim.rules.params import Params

PUBLIC: dict[str, tuple[str, ...]] = {
    "scenarios.load": ("catalogue", "load", "read", "check"),
    "scenarios.arrange": ("arrange",),
    "scenarios.paths": ("parse",),
    "sim.model": ("ForumModel",),
    "sim.sweep.entry": ("sweep",),
    "sim.play.game": ("new_game",),
    "sim.play.moves": ("Move", "amend", "objection"),
    "sim.play.legal": ("legal_moves",),
    "sim.play.view": ("view", "View"),
    "sim.play.apply": ("apply",),
    "sim.play.replay": ("replay",),
    "agents.strategies.strategy": ("Strategy",),
    "agents.guests": ("guest",),
    "sim.env.forum_env": ("ForumEnv",),
}
"""What others may build on, by module."""
EXIT_CODES = (
    "",
    "What is asked for goes to standard output, what keeps a command from doing it to standard",
    "error, a line each.",
    "",
    "| Exit code | Means |",
    "|---|---|",
    "| 0 | Done. |",
    "| 1 | The answer is no: `validate` has found errors, which are its output; a log or an export "
    "is not what it was; `bots` or `bench` have missed a goal. |",
    "| 2 | Refused, and nothing done: a wrong name or value, a file that is missing or would be "
    "written over. Also a group of commands without a command. |",
    "| 130 | Ctrl-C. |",
)
"""How commands end."""
SECTIONS = ("Parameters", "Returns", "Raises", "Examples", "Source", "Yields")


def commands() -> str:
    """Return the page of all commands and their options."""
    top = typer.main.get_command(cli.app)
    parts = [
        "# Commands",
        "",
        "Made from the command itself. `--help` after any of them says the same.",
        *EXIT_CODES,
    ]
    for words, command in every(top, ("communique",)):
        parts += ["", f"## `{' '.join(words)}`", "", example_marked(command.help or ""), ""]
        rows = [row(each) for each in command.params if each.name != "help"]
        if rows:
            parts += ["| Argument or option | Meaning |", "|---|---|", *rows]
    return "\n".join(parts) + "\n"


def example_marked(told: str) -> str:
    """Return what a command says of itself, with its example as code."""
    return re.sub(r"^(Example: )(.*)$", r"\1`\2`", told.rstrip(), flags=re.M)


def every(command: Any, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield the commands below a group, with the words that call them."""
    for name, each in command.commands.items():
        if hasattr(each, "commands"):
            yield from every(each, (*words, name))
        else:
            yield (*words, name), each


def row(parameter: Any) -> str:
    """Return one line of the table of a command."""
    if parameter.param_type_name == "argument":
        name = parameter.metavar or parameter.name
    else:
        name = ", ".join([*parameter.opts, *parameter.secondary_opts])
    told = (getattr(parameter, "help", "") or "").replace("|", "\\|")
    return f"| `{name}`".replace("|", "\\|").replace("\\|", "|", 1) + f" | {told} |"


def python() -> str:
    """Return the page of what Python programs may use."""
    parts = ["# Python", "", "What others may build on. Everything else may change without notice."]
    for module, names in PUBLIC.items():
        home = importlib.import_module(module)
        parts += ["", f"## `{module}`", "", first_line(home.__doc__ or "")]
        for name in names:
            parts += ["", f"### `{name}`", "", *described(getattr(home, name))]
    return "\n".join(parts) + "\n"


def described(thing: Any) -> list[str]:
    """Return the signature of a thing and its docstring, as Markdown."""
    called = f"{thing.__name__}{told(inspect.signature(thing))}"
    return ["```python", called, "```", "", *marked(inspect.getdoc(thing) or "")]


def told(signature: inspect.Signature) -> str:
    """Return a signature in short: types by their own names, defaults where they are plain."""
    given = [
        each if plain(each.default) else each.replace(default=...)
        for each in signature.parameters.values()
    ]
    text = str(signature.replace(parameters=given))
    text = re.sub(r"<[^>]*>", "...", text)
    return re.sub(r"\b(?:\w+\.)+([A-Z]\w*)", r"\1", text).replace("Ellipsis", "...")


def plain(default: Any) -> bool:
    """Say whether a default reads well as it is."""
    return default is None or default is inspect.Parameter.empty or isinstance(default, str | int)


def marked(text: str) -> list[str]:
    """Return a docstring in NumPy's form as Markdown."""
    lines, made, section = text.splitlines(), [], ""
    for n, line in enumerate(lines):
        under = lines[n + 1] if n + 1 < len(lines) else ""
        if line in SECTIONS and set(under) == {"-"}:
            made += ["", f"**{line}**", ""]
            section = line
        elif set(line) == {"-"}:
            continue
        elif section == "Examples":
            made.append(f"    {line}" if line else "")
        elif section in ("Parameters", "Returns", "Raises") and line and not line.startswith(" "):
            made.append(f"- `{line}`")
        else:
            made.append(line.replace("``", "`"))
    return made


def first_line(text: str) -> str:
    """Return the first line of a docstring."""
    return text.strip().splitlines()[0].replace("``", "`")


def scenario_files() -> str:
    """Return the page of the keys of a scenario file."""
    schema = scenario_schema()
    meanings = {row.name: row.meaning for row in fields(Params)}
    parts = [
        "# Scenario files",
        "",
        "`communique schema` prints this as JSON Schema; `communique new scenario` writes a file",
        "to begin with. A figure is a table of `value`, `unit`, `basis` and what the basis asks",
        "for. For editors: [scenario.schema.json](scenario.schema.json).",
        "",
        "## Keys of the file",
        "",
        "| Key | Must be given |",
        "|---|---|",
    ]
    required = schema["anyOf"][1]["required"]
    parts += [f"| `{k}` | {'yes' if k in required else ''} |" for k in schema["properties"]]
    for name, table in sorted(schema["$defs"].items()):
        if "properties" not in table:
            continue
        parts += ["", f"## {name}", "", table.get("description", "").split("\n")[0], ""]
        parts += ["| Key | Meaning, and what it may be |", "|---|---|"]
        for key in table["properties"]:
            told = ""
            if key in field_names() and key in str(
                table["properties"][key].get("description", key)
            ):
                told = f"{meanings[field_names()[key]]}: {param_range(key)}"
            told = table["properties"][key].get("description", told)
            parts.append(f"| `{key}` | {told} |")
    return "\n".join(parts) + "\n"


def schema() -> str:
    """Return the schema of scenario files, as editors take it."""
    return json.dumps(scenario_schema(), indent=1, ensure_ascii=False)


def measures() -> str:
    """Return the page of the measures of a run."""
    parts = [
        "# Measures",
        "",
        "Columns of sweeps and of the Mesa model, one row for each forum.",
        "",
    ]
    parts += [(measure.__doc__ or "").split("\n\n", 1)[1].strip(), ""]
    parts += ["How each is worked out: [the model](../ODD.md#717-measures).", ""]
    return "\n".join([*parts, *(f"- `{name}`" for name in measure.METRICS)]) + "\n"
