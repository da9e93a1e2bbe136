"""XML files of others, parsed without entities, without the network, and within limits."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from sim.solve.formats.files import refusal, text_of

BARE = re.compile(r"&(?!#?\w+;)")
"""An ampersand that begins nothing; Genius reads it as it stands, and so do its files have it."""
DEEPEST = 40
"""Elements within elements; domains have four or five."""


def tree_of(file: Path) -> Element:
    """Return the root element of an XML file.

    Raises
    ------
    ScenarioError
        Where it is no XML, declares anything (a DTD, an entity), or is nested beyond all use.
    """
    text = BARE.sub("&amp;", text_of(file).lstrip())
    try:
        root: Element = fromstring(text, forbid_dtd=True)
    except DefusedXmlException:
        allowed = "XML without a document type, entities or outside references"
        raise refusal(file, "", "a document type declaration", allowed) from None
    except (ParseError, ValueError, RecursionError) as error:
        raise refusal(file, "", f"a mistake in the XML: {error}", "well-formed XML") from None
    if depth(root) > DEEPEST:
        raise refusal(file, "", "elements nested too deep", f"at most {DEEPEST} levels")
    return root


def depth(root: Element) -> int:
    """Return how deep elements are nested, as far as it matters."""
    level, here = 0, [root]
    while here and level <= DEEPEST:
        level += 1
        here = [child for each in here for child in each]
    return level


def plain(name: str) -> str:
    """Return the name of an element or attribute in small letters, without its namespace."""
    return name.rpartition("}")[2].casefold()


def attribute(element: Element, *names: str) -> str | None:
    """Return the first attribute there is of some names, stripped; capitals do not matter."""
    held = {plain(key): value for key, value in element.attrib.items()}
    found = next((held[name] for name in names if name in held), None)
    return None if found is None else found.strip()


def children(element: Element, *names: str) -> list[Element]:
    """Return the child elements of some names, in the order of the file."""
    return [each for each in element if isinstance(each.tag, str) and plain(each.tag) in names]
