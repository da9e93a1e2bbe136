"""Tables as TOML text: figures on one line each, everything else as headed tables."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

BARE = re.compile(r"[A-Za-z0-9_-]+")


def text_of(tree: Mapping[str, object], remarks: Sequence[str] = ()) -> str:
    """Return tables as TOML, below remarks.

    Examples
    --------
    >>> print(text_of({"a": 1, "b": {"c": {"value": 0.5, "unit": "index"}}}), end="")
    a = 1
    <BLANKLINE>
    [b]
    c = { value = 0.5, unit = "index" }
    """
    head = [f"# {line}".rstrip() for line in remarks]
    return "\n".join([*head, *([""] if head else []), *lines(tree, ())]).rstrip("\n") + "\n"


def lines(tree: Mapping[str, object], path: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of a table: its values first, then the tables within it."""
    inner = {key: value for key, value in tree.items() if headed(value)}
    plain = {key: value for key, value in tree.items() if key not in inner}
    if path and plain:
        yield f"[{'.'.join(word(part) for part in path)}]"
    for key, value in plain.items():
        yield f"{word(key)} = {shown(value)}"
    if plain:
        yield ""
    for key, value in inner.items():
        if isinstance(value, Mapping):
            yield from lines(value, (*path, key))


def headed(value: object) -> bool:
    """Say whether a value is a table with a heading of its own; a figure is not."""
    return isinstance(value, Mapping) and "value" not in value


def word(key: str) -> str:
    """Return a key as it stands in a file."""
    return key if BARE.fullmatch(key) else json.dumps(key)


def shown(value: object) -> str:
    """Return a value as it stands in a file."""
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case Mapping():
            pairs = ", ".join(f"{word(key)} = {shown(each)}" for key, each in value.items())
            return f"{{ {pairs} }}"
        case Sequence():
            return f"[{', '.join(shown(each) for each in value)}]"
    return repr(value)
