"""Print how long a leader waits after the last Enter: from the call of `log` to what is saved.

While the leader types, the lane that changes the book is loaded; so it is loaded here too, before
the clock starts.
"""

import sys
import time

from dailycontact.ask.command import log

from dailycontact.workspace import workspace

morning = workspace(no_input=True)
leader = morning.leader
import dailycontact.store.changing  # noqa: E402
import dailycontact.store.engine  # noqa: E402, F401 - what is typed meanwhile takes longer

began = time.perf_counter()
log(morning, outcome="reached", better=["Your invoices never say which café they are for."])
print(time.perf_counter() - began, file=sys.stdout)
