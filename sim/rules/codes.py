"""The small integers that stand for words inside the arrays, and their words."""

# Roles of an agency at a forum
ABSENT, SUBORDINATE, PARTNER, PRINCIPAL, CHAIR = range(5)
ROLES = ("absent", "subordinate", "partner", "principal", "chair")

# Meetings
NO_MEETING, WORKING, MINISTERIAL = range(3)

# What the house may be asking (State.ask)
NOTHING, CHANCE, FLOOR, ANSWER, CLOSING, CLEARANCE, OVER = range(7)
ASKS = ("nothing", "chance", "floor", "answer", "closing", "clearance", "over")

# Stages of a forum's proceedings within a month
DONE, ON_FLOOR, ANSWERING, CLOSING_UP, CONCLUDING, PUTTING, CLEARING = range(7)

# What a seat may move (slot 0 of a move)
PASS, AMEND, CHAIR_TEXT, CLOSE, RECESS, APPEAL, CONSENT, OBJECT = range(8)
MOVES = ("pass", "amend", "chair text", "close", "recess", "appeal", "consent", "object")

# Slots of a move: kind, item it names, reason it gives, then one level per item (-1 untouched)
KIND, ITEM, REASON, LEVELS_FROM = range(4)

# Why a seat objects, or why an item stays in brackets
(
    NO_REASON,
    RED_LINE,
    OUTSIDE_MANDATE,
    BELOW_WALK_AWAY,
    WORSE_THAN_TEXT,
    BELOW_ASPIRATION,
    HOME_MARGIN,
    OWN_REASON,
) = range(8)
REASONS = (
    "none",
    "red line",
    "outside mandate",
    "below walk-away",
    "worse than the text",
    "hopes for more",
    "home agency not compensated",
    "own reason",
)

# Outcomes of a forum, rising
UNDER_WAY, NONE, STATEMENT, CLEAN, FULL = range(5)
OUTCOMES = ("under way", "none", "statement", "clean", "full")

# Bills
NO_BILL, PENDING, PASSED, LAPSED = range(4)
BILLS = ("no bill", "pending", "passed", "lapsed")

# Postures of an item
DEFENSIVE, OFFENSIVE, MIXED, NORMS = range(4)
POSTURES = ("defensive", "offensive", "mixed", "norms")

# What an event may change (Params.effect_kind): the word, and what effect_on / effect_of name.
EFFECTS = (
    ("emphasis", "item", "side"),  # adds to the factor on the item's salience; of: side or all
    ("tension", "", ""),  # adds to trade tension
    ("purpose", "", ""),  # adds to shared purpose
    ("summit", "", ""),  # a leaders' summit in that many months
    ("attention", "side", ""),
    ("coordinator", "side", ""),
    ("gridlock", "side", ""),
    ("support", "side", ""),
    ("pressure", "pressure", ""),
    ("standing", "forum", ""),  # adds items of other business
    ("stature", "forum", ""),
    ("expectation", "forum", ""),
    ("turf", "agency", ""),
    ("buy_in", "agency", ""),
    ("role", "agency", "forum"),  # sets the role to the size (0..4)
    ("rank", "forum", ""),
)
(
    EMPHASIS,
    TENSION,
    PURPOSE,
    SUMMIT,
    ATTENTION,
    COORDINATOR,
    GRIDLOCK,
    SUPPORT,
    PRESSURE,
    STANDING,
    STATURE,
    EXPECTATION,
    TURF,
    BUY_IN,
    ROLE,
    RANK,
) = range(len(EFFECTS))

# Negotiating strategies; agents/strategies has one file for each
(HARDLINER, BOULWARE, LINEAR, CONCEDER, TIT_FOR_TAT, MICRO, HYBRID, RANDOM, NASH) = range(9)
STRATEGIES = (
    "hardliner",
    "boulware",
    "linear",
    "conceder",
    "tit-for-tat",
    "micro",
    "hybrid",
    "random",
    "nash",
)
