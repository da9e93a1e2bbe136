import threading
import time

import solara

from tests.ui.parts import wait_until
from ui.watch.ticker import use_ticker


@solara.component
def Clock(running, ticks):
    use_ticker(running, 0.01, lambda: ticks.append(threading.current_thread().name))
    return solara.Text("clock")


def still(ticks):
    time.sleep(0.1)  # a tick may be on its way
    before = len(ticks)
    time.sleep(0.2)
    return len(ticks) == before


def test_it_ticks_only_while_it_runs_and_never_on_the_pages_thread():
    ticks = []
    _, rc = solara.render(Clock(False, ticks), handle_error=False)
    assert still(ticks)
    rc.render(Clock(True, ticks))
    wait_until(lambda: len(ticks) > 3)
    assert set(ticks) == {"ticker"}
    rc.render(Clock(False, ticks))
    assert still(ticks)


def test_it_stops_when_the_page_goes():
    ticks = []
    _, rc = solara.render(Clock(True, ticks), handle_error=False)
    wait_until(lambda: bool(ticks))
    rc.close()
    assert still(ticks)
