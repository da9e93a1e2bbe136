"""What goes wrong at the table."""


class RuleError(ValueError):
    """A move that the rules do not allow: who, what, and what would be right."""

    def __init__(self, who: str, what: str, right: str) -> None:
        self.who = who
        self.what = what
        self.right = right
        super().__init__(f"{who}: {what}; {right}")


class LogError(ValueError):
    """A log that cannot be read or replayed: which line, and why."""

    def __init__(self, line: int, why: str) -> None:
        self.line = line
        self.why = why
        super().__init__(f"line {line}: {why}")
