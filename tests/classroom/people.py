"""People of a class who decide what AI would decide in their place."""

from random import Random

from agents.bots import bot_move
from classroom.arguments import bare
from classroom.room import Room
from tests.classroom.hands import Hands


def human_moves(hands: Hands, room: Room, count: int, seed: int = 1, only: int = 0) -> int:
    """Let people who are asked do what their AI would do; returns how many moves were taken.

    With ``only``, the number of a table, nobody decides at another one.
    """
    lot, taken = Random(seed), 0
    for _ in range(count):
        asked = [
            (tid, seat)
            for tid, table in room.state.tables.items()
            for seat in table.now.live.asked
            if only in (0, tid) and not table.now.by_ai(seat)
        ]
        if not asked:
            break
        tid, seat = lot.choice(asked)
        now = room.state.tables[tid].now
        move = bot_move(now.live.asked[seat].game)
        sid = now.holders[seat][0]
        ack = hands.do(room, sid, "move", move=bare(move.as_json()), turn=now.live.question)
        assert ack.ok, ack
        taken += 1
    return taken
