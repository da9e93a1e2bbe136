"""A scenario that has been read: its sheet, and the shared material as it sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from scenarios.library import Library
from scenarios.schema import Sheet


@dataclass(frozen=True)
class Scenario:
    """A valid scenario.

    ``sheet`` is what its file states; ``library`` is the shared files with the scenario's
    own figures in them.
    """

    sheet: Sheet
    library: Library
    language: str = "en"
    """In which its texts are; a key of ``scenarios.tongue.LANGUAGES``."""

    @property
    def id(self) -> str:
        """Return the id, which is the file name without ending."""
        return self.sheet.id

    @property
    def title(self) -> str:
        """Return the title."""
        return self.sheet.title

    @property
    def start(self) -> date:
        """Return the first day of month 1."""
        return self.sheet.start

    @property
    def file(self) -> str:
        """Return the name of its file, for messages."""
        return f"{self.id}.toml"

    @property
    def configurations(self) -> Mapping[str, str]:
        """Return the title of each configuration the scenario can be played under, by id."""
        return {name: each.title for name, each in self.library.configurations.items()}
