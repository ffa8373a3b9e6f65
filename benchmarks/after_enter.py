"""Print how long a leader waits after the last Enter: from the call of `log` to what is saved.

While the leader types, the lane that changes the book is loaded; so it is loaded here too, before
the clock starts.
"""

import time
from importlib import import_module

from benchmarks.cases import WISH, place_of
from dailycontact.core.call import Outcome
from dailycontact.workspace import workspace

place = place_of("log")
if place is None:
    raise SystemExit("there is no log yet")
log = getattr(import_module(place[0]), place[1])
morning = workspace(no_input=True)
leader = morning.leader
for lane in ("changing", "engine"):
    import_module(f"dailycontact.store.{lane}")

began = time.perf_counter()
log(morning, outcome=Outcome.REACHED, better=[WISH])
print(time.perf_counter() - began)
