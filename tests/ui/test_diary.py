from dataclasses import replace

from tests.ui.scenes import scene
from ui.pictures.news import news
from ui.pictures.summary import latest
from ui.watch.diary import diary


def meets(month, meeting):
    picture = scene(month)
    return replace(picture, forums=(replace(picture.forums[0], meeting=meeting),))


def test_a_month_has_one_entry_with_its_latest_news():
    entries = diary((), scene(3, news=("one",)))
    entries = diary(entries, scene(3, news=("one", "two")))
    entries = diary(entries, scene(4, news=()))
    assert [(entry.month, entry.news) for entry in entries] == [(3, ("one", "two")), (4, ())]


def test_a_meeting_once_seen_stays_in_its_month():
    entries = ()
    for meeting in ("working", "ministerial", "none"):
        entries = diary(entries, meets(5, meeting))
    entries = diary(entries, meets(6, "none"))
    assert [dict(entry.meetings)["first"] for entry in entries] == ["ministerial", "none"]


def test_news_is_told_newest_first_without_silent_months():
    entries = ()
    for month in range(40):
        entries = diary(entries, scene(month, news=(f"news {month}",) if month % 2 else ()))
    assert [entry["month"] for entry in news(entries)[:2]] == [39, 37]
    assert latest(entries) == "news 39"
    assert latest(diary((), scene(0, news=()))) == ""


def test_the_page_writes_levels_out():
    (entry,) = diary((), scene(3, news=("Agreed: Energy security at L2.",)))
    assert entry.news == ("Agreed: Energy security at level 2.",)
