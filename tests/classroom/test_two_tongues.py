"""One table, two languages: the same game, each told in its own."""

from scenarios.spoken import speaking
from sim.play.brief import brief
from tests.classroom.people import human_moves


def test_a_game_is_the_same_in_both_languages_and_told_in_each(hands):
    room = hands.make(people=4)
    assert hands.do(room, "s1", "speak", language="ja").ok
    assert hands.do(room, "s1", "speak", language="tlh").why == "malformed"
    hands.to(room, "play", 1)
    human_moves(hands, room, 12)
    now = room.state.tables[1].now
    own = now.live
    with speaking("ja"):
        other = now.live
    assert other.game.digest == own.game.digest
    assert other.question == own.question
    assert list(other.asked) == list(own.asked)
    told = [each.happening.text for each in own.table.story]
    japanese = [each.happening.text for each in other.table.story]
    assert len(told) == len(japanese)
    assert all(text.isascii() or "–" in text for text in told)
    assert not [text for text in japanese if not any("\u3040" <= c < "\ua000" for c in text)]
    before = now.live.game.digest
    human_moves(hands, room, 6)
    with speaking("ja"):
        there = now.live.game.digest
    assert there == now.live.game.digest != before
    back = hands.restart().by_code(room.state.code)
    assert back.state.students["s1"].language == "ja"


def test_practice_and_questions_come_in_ones_own_language(hands):
    room = hands.make(people=2)
    hands.do(room, "s1", "speak", language="ja")
    hands.to(room, "practice")
    japanese, english = (room.state.students[sid] for sid in ("s1", "s2"))
    assert room.practice_of(japanese).game.world.scenario.language == "ja"
    assert room.practice_of(english).game.world.scenario.language == "en"
    with speaking("ja"):
        there = room.checks(japanese)
        world = room.practice_of(japanese).game.world
        assert "あなた" in brief(world, japanese.seat).you[0].text
    here = room.checks(english)
    assert [each.right for each in here] == [each.right for each in there]
    assert here[0].question != there[0].question
