import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classroom.web.frames import LONGEST, MalformedError, command, table


def test_a_command_is_an_object_with_a_verb():
    assert command('{"do":"ready","on":true,"id":"c1"}') == {"do": "ready", "on": True, "id": "c1"}


@pytest.mark.parametrize(
    "text",
    [
        *("", "ready", "[1]", "3", "null", "{", '{"do":3}', '{"do":""}', '{"id":"c1"}'),
        '{"do":"' + "x" * 41 + '"}',
        '{"do":"ready","id":' + '"x"' * 41 + "}",
        '{"do":"ready","id":7}',
        '{"do":"line","text":"\\ud800"}',
        '{"do":"line","text":"a\\u0000b"}',
        '{"do":"extend","seconds":NaN}',
        '{"do":"extend","seconds":-Infinity}',
        '{"do":"extend","seconds":1' + "0" * 5000 + "}",
        '{"do":' + "[" * 9000 + "]" * 9000 + "}",
        '{"do":"line","text":"' + "x" * LONGEST + '"}',
    ],
)
def test_what_is_no_command_is_refused(text: str):
    with pytest.raises(MalformedError):
        command(text)


@given(st.text())
def test_any_text_is_a_table_or_refused(text: str):
    try:
        found = table(text)
    except MalformedError:
        return
    assert isinstance(found, dict)


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=5)))
def test_what_is_taken_can_be_sent_to_others(data: dict[str, str]):
    try:
        found = table(json.dumps(data))
    except MalformedError:
        assert any(
            "\0" in part or "\\u0000" in part for pair in data.items() for part in pair
        ) or any(0xD800 <= ord(c) < 0xE000 for pair in data.items() for part in pair for c in part)
        return
    assert found == data
    json.dumps(found, ensure_ascii=False).encode()
