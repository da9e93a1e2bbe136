"""The terminal entry: ``communique``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from terminal.groups import add_all
from terminal.options import Arm, Forum, Json, ScenarioName, Values, Words, file_name
from terminal.refusal import Commands

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="How allied agencies turn an agenda into a joint statement, and that into policy.",
)


def show_version(wanted: bool) -> None:
    """Print name and version, and leave, where they are asked for."""
    if wanted:
        from terminal.version import NAME, own_version

        print(NAME, own_version())
        raise typer.Exit


Told = Annotated[
    str, typer.Option("--story", help="How much to tell: short, full (every move) or none.")
]


@app.callback()
def start(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=show_version, is_eager=True, help="Print the version and exit."
        ),
    ] = False,
) -> None:
    """Leave it to the commands."""


@app.command()
def scenarios(
    scenario: Annotated[
        str | None, typer.Argument(metavar="ID", help="Only this one, and all about it.")
    ] = None,
    answers: Annotated[
        bool, typer.Option("--answers", help="Tell the answers to its check questions.")
    ] = False,
    json: Json = False,
) -> None:
    """List the scenarios and the forums for them, or describe one: seats, agenda, arms, checks.

    Example: communique scenarios energy-shock
    """
    from terminal.described import list_or_describe

    list_or_describe(scenario, answers, json)


@app.command()
def run(
    scenario: ScenarioName,
    seed: Annotated[
        int, typer.Option(min=0, max=2**63 - 1, help="Which chance: the same, the same run.")
    ] = 1,
    number: Annotated[
        int, typer.Option("--run", min=0, max=2**32 - 1, help="Which run of the seed.")
    ] = 0,
    forum: Forum = None,
    arm: Arm = None,
    strategy: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SEAT=NAME",
            help="Give a seat a strategy; `communique settings ID strategy` lists them.",
        ),
    ] = None,
    values: Values = None,
    log: Annotated[
        Path | None, typer.Option(metavar="FILE", parser=file_name, help="Write the log there.")
    ] = None,
    json: Json = False,
    story: Told = "short",
) -> None:
    """Run a scenario with a strategy in every seat, and tell its story.

    Example: communique run economic-2-plus-2 --seed 2 --arm partner --set trust=0.8 --log run.jsonl
    """
    from terminal.running import run_scenario
    from terminal.setting import setting, story_from

    chosen = setting(scenario, forum, strategy or (), values or (), arm)
    run_scenario(chosen, seed, number, log, None if json else story_from(story))


@app.command()
def brief(
    scenario: ScenarioName,
    seat: Annotated[str, typer.Argument(metavar="SEAT", help="An agency, such as jp-meti.")],
    forum: Forum = None,
    arm: Arm = None,
    values: Values = None,
    json: Json = False,
) -> None:
    """Print a seat's brief: one page, secret to the others, every figure with its source.

    Example: communique brief economic-2-plus-2 jp-meti
    """
    from terminal.briefing import print_brief
    from terminal.setting import setting

    print_brief(setting(scenario, forum, (), values or (), arm).world, seat, json)


@app.command()
def replay(
    log: Annotated[
        Path,
        typer.Argument(metavar="LOG", parser=file_name, help="A log that run has written."),
    ],
    scenario: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", parser=file_name, help="Your own scenario, or a folder or ZIP of it."
        ),
    ] = None,
    json: Json = False,
    story: Told = "short",
) -> None:
    """Play a log again and check every state; stop at the first line that differs.

    Example: communique replay run.jsonl --story none
    """
    from terminal.running import replay_log
    from terminal.setting import story_from

    replay_log(log, scenario, None if json else story_from(story))


@app.command()
def validate(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", parser=file_name, help="Scenario files.")
    ],
    json: Json = False,
) -> None:
    """Print every error of scenario files: where, what was found, what is allowed; exit 1 if any.

    Example: communique validate my-forum.toml
    """
    from terminal.validating import show_problems

    raise typer.Exit(show_problems(files, json))


@app.command()
def settings(
    scenario: ScenarioName,
    text: Words = None,
    forum: Forum = None,
    arm: Arm = None,
    json: Json = False,
) -> None:
    """List every path that --set accepts: what it means, its value, what it may be, its basis.

    Example: communique settings economic-2-plus-2 turf
    """
    from terminal.screen import console
    from terminal.setting import setting
    from terminal.settings import show_settings

    chosen = setting(scenario, forum, arm=arm)
    show_settings(console(), chosen.world, " ".join(text or ()), json)


@app.command()
def sources(
    scenario: ScenarioName,
    text: Words = None,
    basis: Annotated[
        str | None, typer.Option(help="Only what is sourced, inferred, assumed or external.")
    ] = None,
    forum: Forum = None,
    arm: Arm = None,
    json: Json = False,
) -> None:
    """List every figure with its source: document and paragraph, or the reason for it.

    Example: communique sources economic-2-plus-2 turf commerce --basis inferred
    """
    from terminal.setting import setting
    from terminal.sources import print_sources

    print_sources(setting(scenario, forum, arm=arm), arm, basis, " ".join(text or ()), json)


@app.command()
def play(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 0,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the page in a browser.")
    ] = True,
) -> None:
    """Open the game as a page on this machine; Ctrl-C ends it.

    Example: communique play --port 8080 --no-browser
    """
    from terminal.serving import play

    play(host, port, browser)


add_all(app)


def main() -> None:
    """Run the command line, whatever the terminal can encode."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    app()


if __name__ == "__main__":
    main()
