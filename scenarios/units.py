"""The closed list of units a figure may have, each with what it counts."""

UNITS = {
    "level": "a level of an item, L0 to L4",
    "share": "a part of a whole, 0 to 1",
    "index": "a degree without a natural unit, mostly 0 to 1",
    "probability": "a chance, 0 to 1",
    "per month": "a rate or a chance a month",
    "month": "the number of a month of the run, the first being 1",
    "months": "a time in months",
    "items": "a count of items",
    "rounds": "a count of rounds",
    "tiers": "a count of tiers of officials",
    "value": "worth, on the scale on which an agency's best level is 1",
    "attention": "leaders' attention, 0 to 1",
    "buy-in": "an agency's commitment, 0 to 1",
    "factor": "a multiplier",
    "role": "a role at a forum",
    "mode": "one of some words, or 0 and 1",
}
