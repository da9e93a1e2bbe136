"""Random numbers by address."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.chance import PHASES, SLOTS, WORD, deal, philox, uniform

WORDS = st.integers(0, WORD)
SEEDS = st.integers(0, 2**63 - 1)

# The known answers for philox4x32-10 that Salmon's Random123 library ships (kat_vectors).
KNOWN = [
    ((0, 0, 0, 0), (0, 0), "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
    ((WORD,) * 4, (WORD,) * 2, "408f276d 41c83b0e a20bc7c6 6d5451fd"),
    (
        (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
        (0xA4093822, 0x299F31D0),
        "d16cfe09 94fdcceb 5001e420 24126ea1",
    ),
]


def block_of(*address: int) -> list[int]:
    out = np.zeros(4, dtype=np.int64)
    philox(*address, out)
    return [int(word) for word in out]


def dealt(seed: int, run: int, month: int, phase: int, count: int) -> np.ndarray:
    words = np.full((PHASES, SLOTS), -1, dtype=np.int64)
    deal(seed, run, month, phase, count, words, np.zeros(4, dtype=np.int64))
    return words


@pytest.mark.parametrize(("counter", "key", "answer"), KNOWN)
def test_known_answers(counter: tuple[int, ...], key: tuple[int, ...], answer: str):
    assert " ".join(f"{word:08x}" for word in block_of(*counter, *key)) == answer


@given(st.tuples(*[WORDS] * 6))
def test_whole_numbers_that_wrap_around_give_the_words_of_pythons_own(address: tuple[int, ...]):
    with np.errstate(over="ignore"):
        wrapped = block_of(*(np.int64(word) for word in address))
    assert wrapped == block_of(*address)


@given(SEEDS, WORDS, WORDS, st.integers(0, PHASES - 1), st.integers(0, 40), st.integers(0, 40))
def test_dealing_more_changes_nothing_dealt_before(seed, run, month, phase, few, more):
    short, long = (dealt(seed, run, month, phase, n) for n in (few, few + more))
    assert (short[phase, :few] == long[phase, :few]).all()
    assert (short[phase, few:] == -1).all()
    assert (np.delete(long, phase, axis=0) == -1).all()


@given(SEEDS, WORDS, WORDS, st.integers(0, PHASES - 1))
def test_a_word_is_found_at_its_address(seed, run, month, phase):
    first, second = (block_of(run, month, phase, n, seed & WORD, seed >> 32) for n in (0, 1))
    assert list(dealt(seed, run, month, phase, 7)[phase, :7]) == (first + second)[:7]


@pytest.mark.parametrize("change", range(5))
def test_every_part_of_an_address_matters(change: int):
    address = [7, 3, 5, 1]
    other = [*address]
    if change < 4:
        other[change] += 1
    else:
        other[0] += 2**32
    one, two = (dealt(*each, 8)[each[3], :8] for each in (address, other))
    assert (one != two).all()


@given(WORDS)
def test_a_number_lies_within_0_and_1_without_1(word: int):
    words = np.full((PHASES, SLOTS), word, dtype=np.int64)
    number = uniform(words, 0, 0)
    assert 0.0 <= number < 1.0
    assert number * 2**32 == word
