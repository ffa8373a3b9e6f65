"""Only clock.py reads the clock, so that a test, a demonstration and last year's report agree."""

from house.source import sources

READS_THE_CLOCK = {
    *("datetime.date.today", "datetime.datetime.today"),
    *("datetime.datetime.now", "datetime.datetime.utcnow"),
    *("time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime", "time.strftime"),
}


def test_only_the_clock_module_reads_the_clock() -> None:
    elsewhere = [source for source in sources() if source.name != "clock.py"]

    found = [
        f"{source.at(line)} {name}"
        for source in elsewhere
        for name, line in source.uses()
        if name in READS_THE_CLOCK
    ]

    assert found == [], "take the day or the instant as an argument"


def test_the_clock_module_does_read_it() -> None:
    clock = next(source for source in sources() if source.name == "clock.py")

    names = {name for name, _ in clock.uses()}

    assert names & READS_THE_CLOCK
