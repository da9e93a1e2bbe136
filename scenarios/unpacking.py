"""ZIPs from elsewhere, read into memory: nothing goes onto the disk, and nothing is too large."""

import zipfile
import zlib
from pathlib import Path
from typing import IO

KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How files may be packed: as everything packs them, and as every Python can unpack them."""
Place = Path | IO[bytes]
MOST_FILES, LARGEST = 5_000, 500_000_000
"""Files of an export of a class, and bytes of all of them; nothing else that is read is larger."""


class DamagedError(ValueError):
    """A ZIP that cannot be read, or is larger than it may be; the text says which."""


def is_zip(path: Path) -> bool:
    """Say whether a path is a ZIP; a device, which may have no end, is not even looked into."""
    return path.is_file() and zipfile.is_zipfile(path)


def unpacked(
    place: Place, most: int = MOST_FILES, largest: int = LARGEST, each: int | None = None
) -> dict[str, bytes]:
    """Return the files of a ZIP by name.

    Parameters
    ----------
    most, largest, each : int
        How many there may be, and how many bytes all of them and any one of them may have.

    Raises
    ------
    DamagedError
    """
    try:
        with zipfile.ZipFile(place) as archive:
            listed = [entry for entry in archive.infolist() if not entry.is_dir()]
            sizes = [entry.file_size for entry in listed]
            longest = largest if each is None else each
            if len(listed) > most or sum(sizes) > largest or max(sizes, default=0) > longest:
                raise DamagedError("more than belongs into it")
            if any(entry.compress_type not in KINDS for entry in listed):
                raise DamagedError("files packed in an unusual way")
            return {entry.filename: archive.read(entry) for entry in listed}
    except zlib.error:
        raise DamagedError("not all in it can be unpacked") from None
    except DamagedError:
        raise
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise DamagedError(str(error)) from None
