"""An export in words: where the file is, who is in it, and what to mind."""

from dailycontact.people.usecases.exporting import Export


def sentences(done: Export) -> list[str]:
    """Return what to say of a file that was written."""
    several = f"{done.people:,} customer{'' if done.people == 1 else 's'}"
    said = [f"Written: {done.place} ({several}, {done.form})"]
    if done.refused:
        some = "One of them does" if done.refused == 1 else f"{done.refused:,} of them do"
        said.append(f"{some} not want to be contacted; the file says so, and keeps it on import.")
    return said


MIND = (
    "Only you can read the file. Whoever gets it has their numbers: delete it when it has served."
)
