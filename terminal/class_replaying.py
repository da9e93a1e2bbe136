"""``communique class replay``: an exported class played again."""

import json
from pathlib import Path

from classroom.export.again import Archive, ArchiveError, Checked, opened_archive, replayed
from classroom.export.sheets_again import checked_sheets
from classroom.export.sheets_compared import Checked as CheckedSheet
from terminal.files import reason
from terminal.progress import counting_bar
from terminal.refusal import WRONG, RefusalError, say
from terminal.screen import console


def replay_archive(file: Path, table: int | None, machine: bool) -> None:
    """Play the games of an export again, make its sheets again, and print how that went."""
    try:
        archive = opened_archive(file)
        games = [each for each in archive.manifest["games"] if table in (None, each["table"])]
        if table and not archive.manifest["games"]:
            raise RefusalError(f"{file}: no table {table}: no game was played")
        if table and not games:
            known = sorted({each["table"] for each in archive.manifest["games"]})
            raise RefusalError(f"{file}: no table {table}; there are {known[0]} to {known[-1]}")
        found: list[Checked] = []
        with counting_bar() as bar:
            task = bar.add_task("Playing", total=len(games), rate="")
            for each in replayed(archive, table):
                found.append(each)
                bar.advance(task)
        sheets = () if table else made_again(archive)
    except ArchiveError as error:
        raise RefusalError(f"{file}: {error}", code=WRONG) from None
    except (OSError, ValueError) as error:
        raise RefusalError(f"cannot read '{file}': {reason(error)}") from None
    notes = [note for each in found for note in each.notes]
    notes += [note for each in sheets for note in each.notes]
    say(f"note: {note}" for note in dict.fromkeys(notes))
    if machine:
        told = {"games": [vars(each) for each in found], "sheets": [vars(each) for each in sheets]}
        print(json.dumps(told, indent=2))
        return
    moves = sum(each.moves for each in found)
    people = len(archive.state.students)
    screen = console()
    who = counted(people, "student")
    screen.print(f"{archive.state.plan.title}: {who}, class {archive.state.code}.")
    screen.print(f"{len(archive.files)} files are as in the manifest.")
    if found:
        text = f"{counted(len(found), 'game')} played again, {counted(moves, 'move')}: every state"
        text += " is as in their logs," if len(found) > 1 else " is as in its log,"
        screen.print(f"{text} every move as in the class's.")
    else:
        screen.print("No game was played.")
    if sheets:
        lines = sum(each.lines for each in sheets)
        text = f"{len(sheets)} sheets made again from the class's log, {counted(lines, 'line')}:"
        screen.print(f"{text} every line is as in the files.")


def counted(count: int, name: str) -> str:
    """Return a number of things in words, as ``1 game`` and ``2 games``."""
    return f"{count:,} {name}{'s' * (count != 1)}"


def made_again(archive: Archive) -> tuple[CheckedSheet, ...]:
    """Make the sheets of an export again, which plays as many runs of AI as it had."""
    with counting_bar() as bar:
        task = bar.add_task("Measuring", total=None, rate="")
        return checked_sheets(archive, lambda done, of: bar.update(task, completed=done, total=of))
