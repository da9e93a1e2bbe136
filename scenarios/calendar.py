"""Calendar months, in a language."""

from datetime import date

from scenarios.load import phrases


def month_name(start: date, month: int = 1, language: str = "en") -> str:
    """Return the calendar month of a month of the run, the first being the start's own.

    Examples
    --------
    >>> month_name(date(2022, 1, 1), 15), month_name(date(2022, 1, 1), language="ja")
    ('March 2023', '2022年1月')
    """
    count = start.month - 1 + max(month, 1) - 1
    words = phrases(language)["date"]
    named: str = words["month"].format(
        name=words["names"][count % 12], year=start.year + count // 12
    )
    return named
