"""The copies of a book, and what became of one that was brought back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dailycontact.core.sentences import count, listed
from dailycontact.store.copies import Copy, Proof
from dailycontact.store.restoring import Restored

if TYPE_CHECKING:
    from rich.table import Table


def holdings(proof: Proof) -> str:
    """Return what a copy holds: "91 customers, 12 calls and 9 answers"."""
    rows = proof.rows
    return listed(
        [count(rows[table], table) for table in ("customer", "call", "answer")],
    )


def rows(found: Sequence[Copy]) -> "Table":
    """Return the copies as a table."""
    from dailycontact.terminal.table import table

    return table(
        ("made", "size", "file"),
        [(said(copy.made), size(copy.size), copy.path.name) for copy in found],
        align=("left", "right"),
    )


def said(made: str) -> str:
    """Return when a copy was made, from the stamp in its name: "2026-11-23 09:12"."""
    day, time = made[:10], made[11:]
    return f"{day} {time[:2]}:{time[2:4]}" if time else day


def size(octets: int) -> str:
    """Return how large a file is: "340 kB", "48 MB"."""
    kilobytes = octets / 1000
    return f"{kilobytes:.0f} kB" if kilobytes < 1000 else f"{kilobytes / 1000:.1f} MB"  # noqa: PLR2004 - as the units say


def documents(found: Sequence[Copy]) -> list[dict[str, object]]:
    """Return the copies as a JSON document."""
    return [
        {"file": copy.path, "made": copy.made, "kind": copy.kind or "asked for", "size": copy.size}
        for copy in found
    ]


def proof_document(proof: Proof) -> dict[str, object]:
    """Return a copy that was proved as a JSON document."""
    return {
        "file": proof.path,
        "sha256": proof.sha256,
        "revision": proof.revision,
        "rows": proof.rows,
    }


def chosen(proof: Proof) -> str:
    """Return which copy was chosen, in a sentence."""
    return f"{proof.path.name} is whole, and holds {holdings(proof)}."


def made(proof: Proof) -> list[str]:
    """Return what was copied, a sentence a line."""
    return [f"Saved, and proved to be whole: {holdings(proof)}."]


def brought_back(restored: Restored) -> list[str]:
    """Return what is in the book now, and what was kept, a sentence a line."""
    lines = [f"Brought back: {restored.copy.path.name} ({holdings(restored.copy)})."]
    if restored.refusals is None and restored.safety is not None:
        lines.append(
            "The book before could not be read: who has refused contact or was erased since that"
            " copy is not known. Please look before you phone, and erase them again."
        )
    elif restored.refusals is None:
        lines.append(
            "There was no book before: who has refused contact or was erased since that copy is"
            " not known. Please look before you phone, and erase them again."
        )
    elif restored.refusals:
        names = listed(list(restored.refusals), most=6)
        lines.append(f"{names} refused contact since then; that was kept.")
    if restored.erased:
        were = count(restored.erased, "customer was", "customers were")
        lines.append(
            f"{were} erased since then, and again from what was brought back. The copy itself"
            f" still holds them; delete it when you can: {restored.copy.path}"
        )
    if restored.names_left:
        texts = listed([f"“{text}”" for text in restored.names_left], most=6)
        lines.append(f"Perhaps a first or last name of theirs is back, alone: {texts}")
    if restored.safety is not None:
        lines.append(f"What was there before: {restored.safety}")
    return lines


def brought_back_document(restored: Restored) -> dict[str, object]:
    """Return the same as a JSON document."""
    return {
        "copy": proof_document(restored.copy),
        "before": restored.safety,
        "erased_again": restored.erased,
        "names_left": list(restored.names_left),
        "refusals_kept": None if restored.refusals is None else list(restored.refusals),
    }
