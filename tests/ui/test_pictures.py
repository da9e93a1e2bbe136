from dataclasses import replace

from tests.ui.scenes import ADOPTED, SIDES, scene
from ui.pictures.calendar import calendar
from ui.pictures.delegation import delegation
from ui.pictures.forum_facts import forum_facts
from ui.pictures.sides import SHAPES, badges
from ui.pictures.summary import summary
from ui.pictures.trends import trends
from ui.watch.diary import diary


def entries(months):
    kept = ()
    for month in range(months + 1):
        kept = diary(kept, scene(month))
    return kept


def test_no_two_sides_share_a_shape_or_a_tone():
    sides = tuple({"id": str(n), "name": str(n), "short": str(n)} for n in range(8))
    shown = badges(scene(sides=sides)).values()
    assert len({badge["shape"] for badge in shown}) == 8 == len(SHAPES)
    assert len({badge["tone"] for badge in shown}) == 8


def test_a_delegation_is_grouped_by_how_close_it_is_to_the_table():
    picture = scene(3)
    us = delegation("us", picture.forums[0], picture)
    jp = delegation("jp", picture.forums[0], picture)
    assert [seat["short"] for seat in us["seated"]] == ["State", "Commerce"]
    assert [seat["role"] for seat in us["heard"]] == [
        "Consulted as a partner",
        "Consulted as a subordinate",
    ]
    assert [seat["short"] for seat in jp["absent"]] == ["MOF"]
    assert us["seated"][1]["holds"] == "Export controls"


def test_the_seat_that_speaks_and_the_one_that_objects_are_marked():
    picture = scene(4)
    us = delegation("us", picture.forums[0], picture)["seated"]
    jp = delegation("jp", picture.forums[0], picture)["seated"]
    assert [seat["speaking"] for seat in us] == [True, False]
    assert [seat["objecting"] for seat in jp] == [False, True]


def test_the_calendar_marks_meetings_and_the_end():
    strip = calendar(scene(ADOPTED + 1), entries(ADOPTED + 1))
    row = strip["rows"][0]
    assert row["marks"][:2] == [
        {"month": 1, "kind": "working"},
        {"month": 2, "kind": "ministerial"},
    ]
    assert row["closed"] == [ADOPTED]
    assert row["words"] == (
        "Economic 2+2. Ministerials: 4; working sessions: 4; concluded in December 2022."
        " 8 % carried out."
    )
    assert row["delivered"] == [{"month": 12, "percent": 0}, {"month": 13, "percent": 8}]


def test_the_calendar_tells_of_each_month_what_is_marked_in_it():
    events = ((2, "Russia invades Ukraine."), (2, "An election is called."))
    strip = calendar(scene(ADOPTED + 1), entries(ADOPTED + 1), events)
    assert strip["said"][2] == (
        "Russia invades Ukraine. An election is called. Economic 2+2: ministers met."
    )
    assert strip["said"][ADOPTED] == "Economic 2+2: statement."
    assert strip["said"][ADOPTED + 1] == "Economic 2+2: 8 % carried out."
    assert strip["said"][ADOPTED + 2] == ""
    assert strip["events"][0] == {
        "month": 2,
        "date": "February 2022",
        "text": "Russia invades Ukraine.",
    }


def test_a_run_in_half_years_says_so():
    half = scene(3, tick=6, date="January 2023")
    strip = calendar(half, diary((), half))
    assert strip["dates"][1:3] == ["January to June 2022", "July to December 2022"]
    assert strip["date"] == "January to June 2023"
    assert summary(half).startswith("January to June 2023, half-year 3 of 24.")
    assert diary((), half)[0].date == "January to June 2023"


def test_the_calendar_of_talks_without_news_is_told():
    assert calendar(scene(0), entries(0))["said"] == [""] * 25


def test_talks_without_result_leave_no_star():
    picture = scene(ADOPTED)
    failed = replace(picture, forums=(replace(picture.forums[0], outcome="none"),))
    assert calendar(failed, diary(entries(2), failed))["rows"][0]["closed"] == []


def test_years_stay_where_they_are_from_month_to_month():
    strips = [calendar(scene(month), entries(month))["years"] for month in (0, 1, 2, 12, 13)]
    assert strips == [[{"month": 1, "year": "2022"}, {"month": 13, "year": "2023"}]] * 5


def test_trends_stay_within_the_chart():
    for chart in trends(scene(24)):
        assert all(0 <= value <= 1 for value in chart["values"])
    assert [chart["latest"] for chart in trends(scene(8))] == ["4 of 6", "48 %", "20 %"]


def test_the_summary_speaks_of_every_draft():
    assert summary(scene(7)) == (
        "July 2022, month 7 of 24. Economic 2+2: 3 of 5 paragraphs agreed."
    )
    assert summary(scene(ADOPTED)).endswith("4 of 5 paragraphs agreed, adopted.")


def test_facts_of_a_forum_are_counted_in_words():
    picture, done = scene(4), scene(ADOPTED)
    facts = forum_facts(picture.forums[0], picture)
    assert facts[0] == "1 ministerial, 1 working session"
    assert facts[-1] == "due by June 2023"
    assert forum_facts(done.forums[0], done)[-1] == "concluded in December 2022"


def test_sides_are_named_as_the_scene_names_them():
    assert [badge["name"] for badge in badges(scene()).values()] == [s["name"] for s in SIDES]
