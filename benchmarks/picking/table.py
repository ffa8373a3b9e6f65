"""What was reached, as tables for a terminal."""

from collections.abc import Sequence
from functools import partial
from statistics import fmean

from benchmarks.picking import books, opinions
from benchmarks.picking.goals import Reached
from benchmarks.picking.players import RIVALS
from benchmarks.picking.runs import RULE, Ran, of


def goals(reached: Sequence[Reached]) -> list[str]:
    """Return the table of the goals, and how they are judged."""
    lines = [f"{'':<5}{'':<47}{'goal':>6}{'mean':>7} [worst seed]"]
    for one in reached:
        goal = f"{'≥' if one.at_least else '≤'} {one.limit:.2f}"
        worst = f"[{one.worst:.2f}] {one.where}"
        verdict = ("holds" if one.holds else "MISS") + ("*" if one.by_mean else "")
        lines.append(f"{one.goal:<5}{one.text:<47}{goal:>6}{one.mean:>7.2f} {worst:<9}{verdict}")
    lines.append("* judged by the mean of the seeds; everything else by the worst of them")
    return lines


def rivals(ran: Sequence[Ran]) -> list[str]:
    """Return the table of the other ways to choose, beside the rule."""
    first = f"{'S: A':>7}{'C':>6}{'O: A':>8}{'C':>6}{'O':>8}{'office O':>10}"
    second = f"{'× cadence':>13}{'× cadence':>14}{'max ÷ D':>8}{'p99÷load':>10}"
    lines = [
        f"{'':<19}{first}{'month':>7}{'hard':>6}{'bias':>7}{'error':>6}{'effect':>7}",
        f"{'':<19}{second}{'chi²':>7}{'share':>6}{'sd':>7}{'sd':>6}{'':>7}",
    ]
    return lines + [_rival(ran, name) for name in (*RIVALS, RULE)]


def _rival(ran: Sequence[Ran], name: str) -> str:
    sample = opinions.pooled(each.sampled for each in of(ran, "opinions", books.OPINIONS, name))
    figure = partial(_mean, ran, name)
    ideal = [figure(book, books.IDEAL, f"stretch {each}") for book in "SO" for each in "AC"]
    return (
        f"{name:<19}{ideal[0]:>7.2f}{ideal[1]:>6.2f}{ideal[2]:>8.2f}{ideal[3]:>6.2f}"
        f"{figure('O', books.IDEAL, 'max / density'):>8.2f}"
        f"{figure('O', books.OFFICE, 'p99 / load'):>10.2f}"
        f"{figure('opinions', books.OPINIONS, 'segments'):>7.2f}"
        f"{figure('opinions', books.OPINIONS, 'hard share'):>6.2f}"
        f"{sample.bias:>7.3f}{sample.error:>6.2f}{sample.design_effect:>7.2f}"
    )


def _mean(ran: Sequence[Ran], name: str, book: str, life: books.Life, figure: str) -> float:
    return fmean(each.figures[figure] for each in of(ran, book, life, name))
