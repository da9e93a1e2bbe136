"""Who guesses gets nowhere, and nobody else behind the same address notices."""

from pathlib import Path
from random import Random

from classroom import codes
from classroom.web.bots.fetch import Browser
from classroom.web.bots.line import Line
from classroom.web.guesses import CLASS, OWN, PAIR, Guesses
from classroom.web.limits import Limit
from tests.classroom.web.running import heard, run, running


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def spent(clock: Clock, dice: Random) -> Guesses:
    """Tries at a class whose budget a guesser has used up, on pairs that begin with ``acorn``."""
    guesses = Guesses(clock)
    for _ in range(int(OWN[0] + CLASS[0] / len(codes.WORDS))):
        for word in codes.WORDS:
            guesses.wrong("c", f"acorn {word} {dice.choice(codes.WORDS)} fox")
    return guesses


def test_a_guesser_locks_nobody_out():
    dice, clock = Random(1), Clock()
    guesses = spent(clock, dice)
    others = [codes.four_words() for _ in range(300)]
    waits = [guesses.wait("c", each) for each in others if not each.startswith("acorn")]
    assert len(waits) > 250
    assert set(waits) == {0.0}
    assert guesses.wait("another", "acorn acorn oak fox") == 0.0


def test_who_mistypes_comes_in_though_a_guesser_uses_up_what_the_class_has():
    clock = Clock()
    guesses = spent(clock, Random(1))
    for _ in range(int(OWN[0])):
        assert guesses.wait("c", "oak fox tea sun") == 0.0
        guesses.wrong("c", "oak fox tea sky")
        guesses.wrong("c", "acorn acorn oak fox")
    assert guesses.wait("c", "oak fox tea sun") > 0.0


def test_guessing_stays_slow():
    dice, clock = Random(1), Clock()
    guesses = spent(clock, dice)
    looked = 0
    for _ in range(4500):
        clock.now += 1.0
        for _ in range(20):  # all pairs of one first word, again and again
            words = f"acorn {dice.choice(codes.WORDS)} {dice.choice(codes.WORDS)} fox"
            if guesses.wait("c", words) == 0.0:
                guesses.wrong("c", words)
                looked += 1
    assert looked <= CLASS[1] * 4500 + len(codes.WORDS)  # of its own a pair gets none anew so soon


def test_a_pair_that_is_tried_again_and_again_waits_though_the_class_has_tries_left():
    clock = Clock()
    guesses = Guesses(clock)
    for _ in range(int(OWN[0] + PAIR[0])):
        assert guesses.wait("c", "oak fox tea sun") == 0.0
        guesses.wrong("c", "oak fox tea sun")
    assert guesses.wait("c", "oak-FOX  sun tea") == 60.0
    clock.now += 60.0
    assert guesses.wait("c", "oak fox tea sun") == 0.0
    guesses.forget("c")
    assert not guesses.tallies


def test_codes_are_of_many_words():
    assert len(codes.WORDS) == len(set(codes.WORDS)) == 400
    assert all(word.isascii() and word.islower() and 3 <= len(word) <= 10 for word in codes.WORDS)


def test_words_are_not_to_be_guessed_and_their_owners_come_in(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            room = server.make()
            ana, guesser = Browser(server.url), Browser(server.url)
            door = f"resume/{room.state.code}"
            joined = await ana.post(f"join/{room.state.code}", {"nick": "Ana"})
            words = joined.json()["words"]
            wrong = "oak fox" if not words.startswith("oak fox") else "fox oak"
            said = [
                (await guesser.post(door, {"words": f"{wrong} oak {each}"})).status
                for each in codes.WORDS[:13]
            ]
            assert said == [403] * 10 + [429] * 3
            assert (await Browser(server.url).post(door, {"words": words})).status == 200
            site = server.site
            site.keys = Limit(burst=2, rate=0.01)  # a right code that is used without end
            told = [(await guesser.post(door, {"words": words})).status for _ in range(4)]
            assert told == [200, 200, 429, 429]

    run(scene)


def test_a_class_is_known_where_its_wall_hangs_and_to_whoever_is_in_it(tmp_path: Path):
    async def scene() -> None:
        async with running(tmp_path) as server:
            server.site.tries.limit = Limit(burst=5, rate=0.01)
            room, other = server.make(), server.make()
            bo = await server.join(other, "Bo")
            server.site.tries.known.clear()  # as after a restart
            guesser = Browser(server.url)
            for k in range(6):
                await guesser.get(f"join/QQQQQ{'ABCDEF'[k]}/about")
            assert (await guesser.get(f"join/{room.state.code}/about")).status == 429
            await server.watch(room)
            assert (await guesser.get(f"join/{room.state.code}/about")).status == 200
            assert (await bo.get(f"join/{other.state.code}/about")).json()["you"]
            server.site.tries.known.clear()
            address = f"{server.url}/class/{other.state.code}/socket"
            line = Line(address, bo.cookie, heard)
            await line.open()
            assert line.see["me"]["nick"] == "Bo"

    run(scene)
