"""Codes and keys: what lets somebody into a class, and what nobody can guess."""

from __future__ import annotations

import hashlib
import secrets

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without I and O, which are read as digits."""
SIX = 6
WORDS = """
acorn album almond amber anchor apple april apron arena arrow attic autumn avenue bacon badge
bakery balloon bamboo banana banjo barrel basket beacon beaver bench bicycle birch biscuit
blanket blossom boat bonfire bottle bracelet bread brick bridge bronze brush bucket buffalo
butter button cabin cactus camel camera candle canoe canvas captain caramel carpet castle cedar
cello cereal chalk chapel cherry chimney chocolate cinema circle clarinet clock cloud clover
coast coconut coffee comet compass cookie copper coral corner cotton cradle crane cricket crown
crystal cucumber curtain cushion dairy daisy desert diamond dinner doctor dolphin domino donkey
dragon drawer drum eagle elbow elephant ember engine envelope falcon farmer feather fence fern
festival fiddle flag flamingo flower flute folder football forest fossil fountain fox frog
galaxy gallery garden garlic ginger giraffe glacier globe glove goose grape guitar hammer
hamster harbor hazel hedgehog helmet heron hockey holiday honey horizon hotel iceberg igloo
insect island ivory jacket jaguar jasmine jelly jewel journal jungle kangaroo kayak kennel
kettle kitchen kite kitten koala ladder lagoon lamp lantern laurel lemon leopard letter library
lily linen lion lizard lobster lotus magnet magpie mailbox mammoth mango maple marble market
mattress meadow medal melon mermaid midnight mirror mitten monkey moon morning mosaic mountain
muffin museum mushroom mustard napkin nectar needle nest north notebook nutmeg oak ocean octopus
olive onion opera orange orchid ostrich otter oven owl oyster package paddle palace pancake
panda paper parade parcel parrot passport pasta peach peanut pearl pebble pelican pencil pendant
penguin pepper petal piano picnic pigeon pillow pilot pine pirate pizza planet platform plum
pocket poem pony popcorn poppy porridge postcard potato powder pretzel prince printer pulley
pumpkin puppet puzzle pyramid quartz quilt rabbit radar radio radish railway raincoat ranch
raspberry raven razor reindeer ribbon river robin rocket rooster rose ruby saddle sailor salmon
sand sandal sandwich satin saucer scarf school scissors scooter shadow shelf shell shelter
sheriff shield shovel shuttle signal silver singer sketch sky sleigh slipper snail snow sofa
sparrow spider spiral spoon spring squirrel stadium star statue sticker stone storm strawberry
submarine sugar summer sun sunset swan sweater syrup table tailor tea teapot telescope temple
tennis theater thimble throne thumb thunder ticket tiger timber toast tomato tower tractor train
trumpet tulip tunnel turkey turtle umbrella uncle unicorn uniform valley vanilla velvet violet
violin waffle wagon walnut walrus wardrobe water wedding whale wheat whistle willow window
winter wizard wolf wool yellow yogurt zebra zipper
""".split()  # noqa: SIM905  (a list would fill four hundred lines)
"""Words that are hard to mishear; four of them are some 35 bits, and tries are limited."""


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
