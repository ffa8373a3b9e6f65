"""Start one process, wait for it, and print what it took: wall, processor, peak memory.

The kernel counts the memory of whoever starts a process as its first peak; so the starter is this
small script, run without site-packages, and not the benchmark itself.
"""

import os
import sys
import time

began = time.perf_counter()
started = os.posix_spawn(
    sys.argv[1],
    sys.argv[1:],
    os.environ,
    file_actions=[
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
    ],
)
_, status, usage = os.wait4(started, 0)
wall = time.perf_counter() - began
print(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
