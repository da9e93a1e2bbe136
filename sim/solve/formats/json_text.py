"""Trees as JSON text, with decimals as plain numbers of all their digits."""

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal


def text_of(tree: object) -> str:
    """Return a tree of mappings, sequences, texts, whole numbers and decimals as JSON.

    Examples
    --------
    >>> from decimal import Decimal
    >>> print(text_of({"a": Decimal("1E-7"), "b": []}), end="")
    {
     "a": 0.0000001,
     "b": []
    }
    """
    return "".join(parts(tree, "\n")) + "\n"


def parts(tree: object, margin: str) -> Iterator[str]:
    """Yield the pieces of a tree's text, its lines beginning with a margin."""
    if isinstance(tree, Decimal):
        yield f"{tree:f}"
    elif isinstance(tree, Mapping) and tree:
        heads = [f"{json.dumps(key, ensure_ascii=False)}: " for key in tree]
        yield from enclosed("{", "}", heads, list(tree.values()), margin)
    elif isinstance(tree, Sequence) and not isinstance(tree, str) and tree:
        yield from enclosed("[", "]", [""] * len(tree), tree, margin)
    else:
        yield json.dumps(tree, ensure_ascii=False)


def enclosed(
    left: str, right: str, heads: Sequence[str], inner: Sequence[object], margin: str
) -> Iterator[str]:
    """Yield the pieces of a list or table, one entry a line."""
    yield left
    for n, (head, each) in enumerate(zip(heads, inner, strict=True)):
        yield f"{',' if n else ''}{margin} {head}"
        yield from parts(each, f"{margin} ")
    yield f"{margin}{right}"
