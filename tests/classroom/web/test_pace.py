"""Who says the same again writes nothing, and who says something else without end is slowed."""

from pathlib import Path

import pytest

from agents.bots import bot_move
from classroom.questionnaires import BEFORE, QUESTIONNAIRES, valid_answer
from classroom.web import pace
from tests.classroom.web.running import run, running

RATED = next(each.id for each in QUESTIONNAIRES[BEFORE] if valid_answer(BEFORE, each.id, 4))


@pytest.mark.parametrize(
    ("word", "given"),
    [
        ("ready", {"on": True}),
        ("help", {"on": True}),
        ("line", {"text": "x"}),
        ("speak", {"language": "ja"}),
        ("answer", {"questionnaire": BEFORE, "item": RATED, "value": 4}),
        ("sign", {"yes": True, "reason": "y"}),
        ("takeaway", {"text": "z"}),
    ],
)
def test_what_is_said_again_is_not_written_again(hands, word: str, given: dict):
    room = hands.make(people=3)
    hands.to(room, "statements")
    n = room.state.n
    for _ in range(2):
        assert hands.do(room, "s1", word, **given).ok
        assert room.state.n == n + 1


def test_the_same_advice_again_is_not_written_again(hands):
    room = hands.make(people=9)
    hands.teach(room, "make_tables", tables=1)
    hands.to(room, "play")
    sitting = room.state.tables[1].now
    seat = next(seat for seat in sitting.live.asked if len(sitting.holders[seat]) > 1)
    adviser = sitting.holders[seat][1]
    move = bot_move(sitting.live.asked[seat].game).as_json()
    n = room.state.n
    for _ in range(2):
        assert hands.do(room, adviser, "advise", move=move).ok
        assert room.state.n == n + 1


def test_who_changes_their_mind_without_end_is_slowed_whatever_socket_they_use(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            browser = await server.join(room, "Ana")
            bo = await server.enter(room, "Bo")
            n, errors = room.state.n, []
            for _ in range(8):
                line = await server.open(room, browser)  # each time a socket of its own
                for on in range(8):
                    answer, _ = await line.do("ready", on=bool(on % 2))
                    errors.append(answer.get("error"))
            assert "too_fast" in errors
            assert room.state.n - n <= pace.SAYINGS + 2
            assert (await bo.do("ready", on=True))[0]["ok"]

    run(scene)
