"""What the teacher's page and the wall show: what will happen, who is where, and no secret."""

import json
import re

import pytest

from classroom.debrief.findings import Findings
from classroom.plan import SLIDES
from classroom.room import Room
from classroom.who import Wall
from scenarios.spoken import speaking
from tests.classroom.hands import Hands
from tests.classroom.people import human_moves
from ui.classroom.letters import letter, name
from ui.classroom.slides import KINDS
from ui.classroom.standing import in_public, over, standing_of
from ui.classroom.teacher import teacher
from ui.classroom.wall import wall

NOTHING = Findings()


@pytest.fixture
def room(hands: Hands) -> Room:
    """Seven people: a table of four and one of three, where AI takes a seat."""
    return hands.make(people=7)


def desk(room: Room, **look: object) -> dict:
    """Return the teacher's parts as they arrive."""
    return json.loads(json.dumps(teacher(room, look, NOTHING)))


def shown(room: Room) -> dict:
    """Return the wall's parts as they arrive."""
    return json.loads(json.dumps(wall(room, NOTHING)))


def test_the_map_tells_who_is_away_and_what_ai_plays(hands: Hands, room: Room):
    hands.to(room, "play", 1)
    one, two = sorted(desk(room)["tables"], key=lambda each: each["people"], reverse=True)
    assert one["facts"] == []
    assert two["facts"] == ["1 AI"]
    table = room.state.tables[one["id"]]
    seat, (sid, *_) = next(iter(table.now.holders.items()))
    room.went(sid)
    assert "away" in desk(room)["tables"][one["id"] - 1]["facts"][0]
    hands.teach(room, "hold", table=one["id"], seat=seat)
    assert "AI holds" in desk(room)["tables"][one["id"] - 1]["facts"][0]


def test_only_what_people_decide_counts_as_a_move(hands: Hands, room: Room):
    hands.to(room, "play", 1)
    begun = desk(room)["tables"][0]["moved"]
    hands.wait(100)  # time runs out for whoever was asked
    assert any(each.by == "default" for each in room.state.tables[1].now.decisions)
    assert desk(room)["tables"][0]["moved"] == begun
    human_moves(hands, room, 1, only=1)
    assert desk(room)["tables"][0]["moved"] > begun


def test_the_board_follows_a_move(hands: Hands, room: Room):
    hands.teach(room, "make_tables")
    board = desk(room)["board"]
    free = next(
        (table["id"], seat["id"])
        for table in board["tables"]
        for seat in table["seats"]
        if not seat["people"]
    )
    hands.teach(room, "move_student", sid="s1", table=free[0], seat=free[1])
    table = desk(room)["board"]["tables"][free[0] - 1]
    assert [seat["people"] for seat in table["seats"] if seat["id"] == free[1]] == [["s1"]]
    one = next(each for each in desk(room)["people"] if each["sid"] == "s1")
    assert (one["table"], one["seat"]) == free


def test_a_hand_and_extra_time_are_seen(hands: Hands, room: Room):
    hands.teach(room, "make_tables")
    hands.do(room, "s2", "help", on=True)
    hands.teach(room, "extra", sid="s3", factor=1.5)
    found = desk(room)
    assert [each["nick"] for each in found["help"]] == ["P2"]
    status = {each["sid"]: each["status"] for each in found["people"]}
    assert "hand up" in status["s2"]
    assert "1.5× time" in status["s3"]


# ------------------------------------------------------------------ over somebody's shoulder


def test_looking_at_a_table_shows_what_the_room_sees_and_stakes_only_when_opened(
    hands: Hands, room: Room
):
    hands.to(room, "play", 1)
    human_moves(hands, room, 25, only=1)
    seen = desk(room, table=1)["look"]
    assert seen["stakes"] is None
    assert all(para["cleared"] == [] for paper in seen["papers"] for para in paper["paragraphs"])
    opened = desk(room, table=1, stakes=True)["look"]
    assert len(opened["stakes"]) == 4
    assert sum(item["weight"] for item in opened["stakes"][0]["items"]) == pytest.approx(100, abs=5)
    assert desk(room, table=99)["look"] is None
    assert desk(room, table="1")["look"] is None


def test_an_objection_that_was_not_made_is_nobodys_to_see(hands: Hands, room: Room):
    hands.to(room, "play", 1)
    for _ in range(6):
        human_moves(hands, room, 8, only=1)
        game = room.state.tables[1].now.live.game
        for line in in_public(game).forums[0].lines:
            assert line.cleared == {}
            if line.objector:
                i = game.world.index("item", line.id)
                a = int(game.state.objector[0, i])
                assert line.objector == game.world.short("agency", game.world.agencies[a])


# ------------------------------------------------------------------ the wall


def test_tables_are_letters_until_they_are_revealed(hands: Hands, room: Room):
    hands.to(room, "statements")
    hands.wait(1)
    letters = [letter(room.state, tid) for tid in room.state.tables]
    assert sorted(letters) == ["A", "B"]
    assert [each["name"] for each in shown(room)["statements"]["all"]] == ["Table A", "Table B"]
    assert hands.do(room, Wall(), "reveal", on=True).ok
    assert [each["name"] for each in shown(room)["statements"]["all"]] == ["Table 1", "Table 2"]
    assert name(room.state, 2) == "2"


def test_the_wall_names_nobody_after_the_waiting_room(hands: Hands, room: Room):
    assert len(shown(room)["join"]["names"]) == 7
    for kind, number in (("brief", 0), ("play", 1), ("look", 0), ("play", 2), ("debrief", 0)):
        hands.to(room, kind, number)
        hands.do(room, "s1", "takeaway", text="I gave way too early")
        text = json.dumps(shown(room))
        assert not re.search(r'"P\d"', text)
        assert room.state.teacher not in text


def test_bars_on_the_wall_do_not_tell_which_table_they_are(hands: Hands, room: Room):
    hands.to(room, "play", 1)
    human_moves(hands, room, 20, only=2)
    bars = shown(room)["play"]["groups"][0]["tables"]
    assert [set(bar) for bar in bars] == [{"agreed", "eligible", "over"}] * 2
    assert [bar["agreed"] for bar in bars] == sorted((b["agreed"] for b in bars), reverse=True)


def test_the_forums_of_the_lesson_come_first_and_each_can_be_met_in(hands: Hands, room: Room):
    hands.to(room, "play", 1)
    offered = desk(room)["forums"]["configurations"]
    kin = [each["kin"] for each in offered]
    assert kin == sorted(kin, key=["planned", "own", "wider", "other"].index)
    planned = [each["id"] for each in offered if each["kin"] == "planned"]
    assert planned == list(room.state.plan.configurations)
    assert {each["id"] for each in offered} == set(room.configurations)
    with speaking("ja"):
        titles = [each["title"] for each in desk(room)["forums"]["configurations"]]
    assert len(titles) == len(offered)
    assert titles != [each["title"] for each in offered]


def test_a_closed_round_says_only_how_many_agreed(hands: Hands, room: Room):
    hands.to(room, "look")
    hands.wait(1)
    held = shown(room)["held"]
    assert re.fullmatch(r"\d of 2 tables agreed\.", held["headline"])
    assert hands.do(room, "s1", "line", text="Home said no").ok
    assert shown(room)["held"]["lines"] == "1 line is in."
    assert "Home said no" not in json.dumps(shown(room))


def test_each_slide_is_there_or_says_how_far_it_is_measured(hands: Hands, room: Room):
    for kind in ("look", "statements", "debrief"):
        hands.to(room, kind)
        hands.wait(1)
    for n, kind in enumerate(("agreed", "frontier", "stakes", "forums", "runs", "ai", "questions")):
        assert hands.do(room, Wall(), "slide", to=n).ok
        slide = shown(room)["slide"]
        assert slide["kind"] == kind
        assert slide["headline"]
        assert ("progress" in slide) == (kind not in ("agreed", "questions"))
        assert desk(room)["slides"]["index"] == n
    assert KINDS == SLIDES
    for beyond in (7, 8, 50):
        assert not hands.do(room, Wall(), "slide", to=beyond).ok
    assert shown(room)["head"]["slide"] == room.state.slide == 6


def test_a_game_that_is_not_at_hand_is_not_built_for_a_slide(hands: Hands, room: Room):
    hands.to(room, "debrief")
    hands.wait(1)
    again = hands.restart().by_code(room.state.code)
    closed = again.state.tables[1].sittings[1]
    assert not closed.built
    slide = wall(again, NOTHING)["slide"]
    assert (slide["kind"], slide["progress"]["text"]) == ("agreed", "Not measured yet")
    assert standing_of(closed, 1, NOTHING).outcome == "under way"
    assert over(closed)
    assert not closed.built


def test_a_page_in_another_language_builds_the_games_of_no_table_anew(hands: Hands, room: Room):
    hands.to(room, "play", 1)
    human_moves(hands, room, 6, only=1)
    with speaking("ja"):
        what = [tile["what"] for tile in desk(room)["tables"]]
        assert "括弧" in shown(room)["play"]["says"]
    assert not [text for text in what if not re.match(r"2022年\d+月", text)]
    hands.next(room)
    hands.wait(1)
    with speaking("ja"):
        assert "テーブル中" in shown(room)["held"]["headline"]
        assert desk(room)["tables"][0]["over"]
    kept = {each for table in room.state.tables.values() for each in table.now.games}
    assert kept == {"en"}
