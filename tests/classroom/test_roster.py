"""Lists of names as they come out of spreadsheets and learning systems."""

import time

import pytest

from classroom.roster import matched, names_in


@pytest.mark.parametrize(
    ("data", "language", "names"),
    [
        (b"Ana\r\nBo\r\n\r\nAna\r\n", "en", ["Ana", "Bo"]),
        ("\ufeffName,Email\nZoë,z@x\n".encode(), "en", ["Zoë"]),
        ("Zoë;x\nAnn;y\n".encode("cp1252"), "en", ["Zoë", "Ann"]),
        ("学籍番号,氏名\n1,山田花子\n2,佐藤 健\n".encode("cp932"), "ja", ["山田花子", "佐藤 健"]),
        ("学籍番号,氏名\n1,山田花子\n2,佐藤 健\n".encode("cp932"), "en", ["山田花子", "佐藤 健"]),
        ("ÄÖ\nJosé Núñez\nÉva\nSão\n".encode("cp1252"), "en", ["ÄÖ", "José Núñez", "Éva", "São"]),
        ("姓\t名\n山田\t花子\n".encode("utf-16"), "ja", ["山田 花子"]),
        (b"ID,Surname,First name,Group\n7,Lima,Ana,A\n8,Li,Bo,B\n", "en", ["Ana Lima", "Bo Li"]),
        (b"1001,Ana\n1002,Bo\n1003\n", "en", ["Ana", "Bo"]),
        (b'"Lima, Ana"\n"Li, Bo"\n', "en", ["Lima, Ana", "Li, Bo"]),
        (b"", "en", []),
    ],
)
def test_names_are_found_in_lists_as_they_come(data: bytes, language: str, names: list[str]):
    assert names_in(data, language) == names


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04\0\0", "Ana\n".encode("utf-16-le"), b"\x81\x8d", b"Mark,Room\n12,4\n15,7\n"],
)
def test_what_is_no_list_is_refused(data: bytes):
    with pytest.raises(ValueError, match=r"text|codec|no name"):
        names_in(data)


def test_names_are_matched_with_what_people_call_themselves():
    roster = ["Ana García", "Ana Lima", "Bo Li", "山田花子", "Zoë de la Vega"]
    nicks = {"s1": "ANA  garcía", "s2": "Ana L.", "s3": "花子", "s4": "Zoë", "s5": "Stranger"}
    assert matched(roster, nicks) == {
        "s1": "Ana García",
        "s2": "Ana Lima",
        "s3": "山田花子",
        "s4": "Zoë de la Vega",
    }
    assert matched(["Ana García", "Ana Lima"], {"s1": "Ana"}) == {}  # nobody can tell which
    assert matched(["Ana García"], {"s1": "Ana", "s2": "Ana 2"}) == {}
    # letters from the middle of a name are no part of it where words have spaces between them
    assert matched(["Ana Lima"], {"s1": "Ana ma"}) == {}


def test_three_hundred_first_names_are_matched_at_once():
    roster = [f"N{'abcdefghij'[k // 30]}{k:03} Family{k:03}" for k in range(300)]
    begin = time.process_time()
    found = matched(roster, {str(k): name.split()[0] for k, name in enumerate(roster)})
    assert time.process_time() - begin < 0.5
    assert len(found) == 300


def test_who_has_not_come_is_known(hands):
    room = hands.make()
    long = "Maria-Magdalena Fernández de la Vega"
    assert hands.teach(room, "roster", names=["Ana Lima", long, ""]).ok
    assert room.state.missing == ("Ana Lima", long)
    hands.join(room, "ana")
    assert room.state.missing == (long,)
