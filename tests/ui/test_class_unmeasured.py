"""What the debrief could not measure is said: to the teacher why, to the others that it is so."""

from dataclasses import replace

from classroom.debrief.findings import Findings
from classroom.who import Learner
from tests.classroom.hands import Hands
from ui.classroom.slides import KINDS
from ui.classroom.student import student
from ui.classroom.teacher import teacher
from ui.classroom.wall import wall


def test_what_could_not_be_measured_is_said_to_teacher_wall_and_phone(hands: Hands):
    room = hands.make(people=7)
    hands.to(room, "debrief")
    hands.teach(room, "slide", to=KINDS.index("frontier"))
    why = "round 1, table 2: ArithmeticError: no number"
    stuck = Findings(progress={"charts": (1, 2)}, faults=(why,), rest=True)
    seen = teacher(room, {}, stuck)["slides"]
    assert seen["faults"] == (why,)
    assert "(1)" in seen["fault"]
    assert wall(room, stuck)["slide"]["progress"]["text"] == "Could not all be measured: 1 of 2"
    assert all(each["own"]["unmeasured"] for each in student(room, Learner("s1"), stuck)["result"])
    going = replace(stuck, faults=(), rest=False)
    assert teacher(room, {}, going)["slides"]["fault"] == ""
    assert wall(room, going)["slide"]["progress"]["text"] == "Being measured: 1 of 2"
    assert not any(e["own"]["unmeasured"] for e in student(room, Learner("s1"), going)["result"])
