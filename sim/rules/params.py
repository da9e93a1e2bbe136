"""The parameters of a run: everything a scenario fixes before month 1.

Each field's annotation is its row in the parameter table: axes, unit or range,
meaning. The axes are forum F, side S, agency A, item I, level L, event E,
effect X and pressure K.
"""

from typing import Annotated, NamedTuple

from sim.rules.block import Floats, Ints


class Params(NamedTuple):
    """What a scenario, under one forum configuration, hands to the rules."""

    # How many of each there are; the rest of every array is unused room.
    n_forums: Annotated[int, "", "1..4", "forums that meet in parallel"]
    n_sides: Annotated[int, "", "2..8", "sides"]
    n_agencies: Annotated[int, "", "1..32", "agencies, seated or not"]
    n_items: Annotated[int, "", "1..16", "items on any agenda"]
    n_events: Annotated[int, "", "0..24", "events that may happen"]
    n_effects: Annotated[int, "", "0..64", "effects of those events"]
    n_pressures: Annotated[int, "", "0..16", "political pressures at home"]
    horizon: Annotated[int, "", "months", "last month of the run"]
    tick: Annotated[int, "", "months 1..12", "calendar months that one month of the run stands for"]

    # Forums
    deadline: Annotated[Ints, "F", "months", "last month in which a statement can be adopted"]
    renewal: Annotated[Ints, "F", "months", "rest before talks on a new statement; 0 no new talks"]
    session_rounds: Annotated[Ints, "F", "rounds", "rounds in a working session"]
    ministerial_rounds: Annotated[Ints, "F", "rounds", "rounds at a ministerial"]
    link_limit: Annotated[Ints, "F", "items 1..16", "most items one amendment may link (L)"]
    tiers: Annotated[Ints, "F", "levels", "tiers of officials that meet below the ministers"]
    least_satisfied_first: Annotated[Ints, "F", "0/1", "speaking order: 1 least satisfied, 0 rota"]
    windows: Annotated[Floats, "F", "per month", "dates a month on which ministers could meet"]
    session_rate: Annotated[Floats, "F", "0..1", "chance a month that one tier holds a session"]
    capacity: Annotated[Floats, "F", "items", "items one session can treat"]
    standing: Annotated[Floats, "F", "items", "items of other business on the forum's agenda"]
    rank0: Annotated[Floats, "F", "0..1", "rank of those who meet: 0 officials, 1 ministers"]
    stature0: Annotated[Floats, "F", "0..1", "standing of the forum at the start"]
    expectation0: Annotated[Floats, "F", "0..1", "what the capitals expect of it at the start"]
    agenda: Annotated[Ints, "FI", "0/1", "whether the item is on the forum's agenda"]
    role0: Annotated[
        Ints, "FA", "0..4", "0 absent, 1 consulted subordinate, 2 partner, 3 principal, 4 chair"
    ]

    # Agencies
    side: Annotated[Ints, "A", "side", "the side the agency belongs to"]
    capability: Annotated[Floats, "A", "0..1", "weight in the compromise forecast"]
    availability: Annotated[Floats, "A", "0..1", "chance its principal is free on a given date"]
    turf0: Annotated[Floats, "A", "0..1", "reluctance to share leadership at the start"]
    expertise: Annotated[Floats, "A", "0..1", "knowledge of the partner country"]
    patience: Annotated[Floats, "A", "0..1", "weight on the long run"]
    delivery_capacity: Annotated[Floats, "A", "0..1", "staff and means to carry commitments out"]
    strategy: Annotated[Ints, "A", "code", "negotiating strategy, see agents/strategies"]
    no_deal: Annotated[Floats, "A", "value -10..10", "worth of no deal beside that of all at L0"]
    position: Annotated[Floats, "AI", "level 0..4", "the level the agency likes best"]
    salience: Annotated[Floats, "AI", "0..1", "how much the item matters to it"]
    red_line: Annotated[Ints, "AI", "bit per level", "levels it may never accept"]
    authority: Annotated[Floats, "AI", "0..1", "share of its side's authority: lead 1, share 0.5"]
    outside: Annotated[Floats, "AI", "0..1", "worth of settling the item elsewhere"]
    extra: Annotated[Floats, "AIL", "value -10..10", "worth of a level beside its distance"]

    # Sides
    coordinator0: Annotated[Floats, "S", "0..1", "strength of the White House or Kantei centre"]
    attention0: Annotated[Floats, "S", "0..1", "leaders' attention at the start"]
    attention_decay: Annotated[Floats, "S", "0..1 per month", "share of attention lost a month"]
    side_payments: Annotated[Floats, "S", "value", "budget for home side payments in linkages"]
    gridlock0: Annotated[Floats, "S", "0..1", "how blocked the legislature is at the start"]
    faction_natsec: Annotated[Floats, "S", "0..1", "weight of the national-security group"]
    faction_domestic: Annotated[Floats, "S", "0..1", "weight of the domestic-economy group"]
    america_first: Annotated[Floats, "S", "0..1", "protectionist design, apart from any faction"]
    buy_domestic: Annotated[Floats, "S", "0..1", "strength of domestic-purchase provisions"]
    industry_clout: Annotated[Floats, "S", "0..1", "political clout of single industries"]
    conditionality: Annotated[Floats, "S", "0..1", "strings attached to public money"]
    business_consult: Annotated[Floats, "S", "0..1", "regular consultation of business"]
    liaison: Annotated[Floats, "S", "0..1", "continuous contact with legislators"]
    zero_sum_fear: Annotated[Floats, "S", "0..1", "fear that the partner's gain is a loss"]
    legislature_from: Annotated[Ints, "SI", "level 1..5", "lowest level a legislature must pass"]

    # Items
    posture: Annotated[Ints, "I", "0..3", "0 defensive, 1 offensive, 2 mixed, 3 norms"]
    dual_use: Annotated[Floats, "I", "0..1", "dual-use sensitivity"]
    natsec_stance: Annotated[Floats, "I", "-1..1", "national-security group's view of legislation"]
    domestic_stance: Annotated[Floats, "I", "-1..1", "domestic-economy group's view of it"]
    externality: Annotated[
        Floats, "I", "-1..1", "effect of one side's own measure on the other: race < 0 < free ride"
    ]
    protection: Annotated[Floats, "I", "0..1", "how far a protectionist design touches the item"]
    bindingness: Annotated[Floats, "I", "0..1", "how binding a commitment on the item is"]

    # Pressures: a named political force that makes each level of some items dearer.
    pressure_side: Annotated[Ints, "K", "side", "the side that feels it"]
    pressure0: Annotated[Floats, "K", "0..1", "its strength at the start"]
    pressure_weight: Annotated[Floats, "KI", "-1..1", "cost per full commitment on the item"]

    # Events
    event_month: Annotated[Ints, "E", "months, 0 none", "month of a dated event"]
    event_chance: Annotated[Floats, "E", "0..1 per month", "chance a month of a random event"]
    effect_event: Annotated[Ints, "X", "event", "the event this effect belongs to"]
    effect_kind: Annotated[Ints, "X", "code", "what it changes, see sim/rules/events.py"]
    effect_on: Annotated[Ints, "X", "index", "item, side, agency, forum or pressure changed"]
    effect_of: Annotated[Ints, "X", "index", "second index: side, agency or forum; -1 all"]
    effect_size: Annotated[Floats, "X", "", "size of the change"]

    # The world's constants, all assumed, all open to a sweep
    trust0: Annotated[float, "", "0..1", "trust between agencies of two sides without tension"]
    home_trust0: Annotated[float, "", "0..1", "trust between agencies of one side at the start"]
    tension0: Annotated[float, "", "0..1", "trade tension at the start"]
    purpose0: Annotated[float, "", "0..1", "shared purpose at the start"]
    detail_need: Annotated[float, "", "0..1", "authority needed at the table for full detail"]
    tolerance: Annotated[float, "", "value", "loss on one item an untroubled agency lets pass"]
    turf_weight: Annotated[float, "", "0..1", "how far turf slows and colours concurrence"]
    anxiety: Annotated[float, "", "0..1", "turf added by lacking the others' country expertise"]
    legal_friction: Annotated[float, "", "0..1", "pace lost to the legal review of dual use"]
    pace: Annotated[float, "", "0..1 per month", "chance one agency clears a paper in a month"]
    stall_limit: Annotated[int, "", "months", "failed clearances before the centre may settle"]
    settle_cost: Annotated[float, "", "attention", "attention the centre spends to settle one"]
    overruled_loss: Annotated[float, "", "buy-in", "buy-in an overruled agency loses"]
    recess_limit: Annotated[int, "", "count", "recesses a side may take in one forum"]
    partner_burden: Annotated[float, "", "0..1", "calendar cost of a consulted partner"]
    summit_boost: Annotated[float, "", ">= 0", "how far a summit in sight speeds ministers"]
    last_chance: Annotated[float, "", "0..1", "chance that four principals find a last date"]
    uncertainty: Annotated[float, "", "levels", "error about the wishes of unheard agencies"]
    harvest_after: Annotated[int, "", "months", "time without a change after which seats save text"]
    reopen_months: Annotated[int, "", "months", "time one re-opening adds after the deadline"]
    refusal_memory: Annotated[float, "", "0..1 per month", "how fast refusals are forgotten"]
    statement_trust: Annotated[float, "", "0..1", "trust needed for a statement without content"]
    partner_standing: Annotated[float, "", "0..1", "standing of a consulted partner, principal 1"]
    subordinate_standing: Annotated[float, "", "0..1", "standing of a consulted subordinate"]
    bill_pace: Annotated[float, "", "0..1 per month", "chance a fully backed bill passes a month"]
    bill_window: Annotated[int, "", "months", "time before a bill lapses"]
    delivery_rate: Annotated[float, "", "0..1 per month", "share of the rest delivered a month"]
    loyalty: Annotated[float, "", "0..1", "weight of buy-in in the decision to deliver"]
    effort_cost: Annotated[float, "", "value", "cost of delivering for an agency without means"]
    carve_out_loss: Annotated[float, "", "0..1", "delivery lost to one carve-out"]
    alone_weight: Annotated[float, "", "0..1", "weight of going it alone in the value of no deal"]
    alone_cost: Annotated[float, "", ">= 0", "cost of an own measure at full level"]
    learning_rate: Annotated[float, "", "0..1 per month", "speed of change of turf and trust"]
    stature_rate: Annotated[float, "", "0..1 per month", "speed of change of a forum's stature"]
    meeting_cost: Annotated[float, "", "value", "cost of one seat at one ministerial"]
