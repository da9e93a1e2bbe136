"""What a reflection after the lesson is marked by; ``docs/teach/rubric.md`` has the descriptions.

Points of the game are no part of it: who had a good seat should not have a good mark.
"""

MARKS = "1 weak, 2 sound, 3 strong"
CRITERIA = (
    ("interest", "what the seat wanted, and against what it was weighed"),
    ("two_levels", "how home and table limited one another"),
    ("institution", "what the forum gains and what it costs"),
    ("evidence", "what was seen, what runs show, what papers claim, and how sure one may be"),
    ("model", "which assumption matters, and what would change without it"),
)
"""Each criterion and what it is about."""
