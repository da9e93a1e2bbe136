"""Codes and keys: what lets somebody into a class, and what nobody can guess."""

from __future__ import annotations

import hashlib
import secrets

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without I and O, which are read as digits."""
SIX = 6
WORDS = (
    "amber anchor apple april arrow autumn badge bamboo banana barrel basket beacon birch "
    "blossom bottle bread bridge bronze brush butter button cabin camel candle canvas carpet "
    "castle cedar chalk cherry circle clock cloud clover coast comet copper coral cotton "
    "cradle crane crystal daisy desert dolphin dragon drum eagle ember engine falcon feather "
    "fern fiddle flag flute forest fossil fountain fox garden ginger globe goose grape guitar "
    "hammer harbor hazel heron honey island ivory jacket jasmine jungle kettle kite ladder "
    "lantern laurel lemon lily linen lion lotus magnet mango maple marble meadow melon mirror "
    "mitten monkey moon morning mountain museum needle nest north nutmeg oak ocean olive onion "
    "orange orchid otter oven owl paddle palace panda paper parrot peach pearl pebble pencil "
    "pepper piano pigeon pillow pilot pine planet plum pocket poem pony poppy potato puzzle "
    "quartz quilt rabbit radio raven ribbon river robin rocket rose saddle salmon sand school "
    "shadow shell shovel silver sky snow spider spoon spring star stone storm sugar summer sun "
    "swan table tea temple thunder ticket tiger timber tomato tower train tulip turtle "
    "umbrella valley velvet violet violin wagon walnut water whale wheat willow window winter "
    "wolf wool yellow zebra"
).split()
"""Short words that are hard to mishear; four of them are some 30 bits, and tries are limited."""


def class_code() -> str:
    """Return a new class code: six letters to be read off a wall."""
    return "".join(secrets.choice(LETTERS) for _ in range(SIX))


def four_words() -> str:
    """Return a new personal code: four words to be written on a slip of paper."""
    return " ".join(secrets.choice(WORDS) for _ in range(4))


def token() -> str:
    """Return a new key for a link or a cookie: 192 bits nobody can guess."""
    return secrets.token_urlsafe(24)


def fingerprint(key: str) -> str:
    """Return what is kept of a key, by which it is known again but cannot be had back."""
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def plain(words: str) -> str:
    """Return a personal code as it is compared: small letters, single spaces."""
    return " ".join(words.lower().replace("-", " ").split())
