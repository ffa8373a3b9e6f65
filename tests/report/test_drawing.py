"""Where everything in a chart stands, before it is drawn."""

from dailycontact.report.formats.drawing import (
    LEFT,
    LINE,
    PLOT,
    Bar,
    bars,
    columns,
    lines,
    number,
)
from dailycontact.report.rule.page import Chart, ChartKind, Series


def _chart(*values: tuple[float | None, ...], labels: tuple[str, ...] = ("a", "b")) -> Chart:
    return Chart(
        kind=ChartKind.BARS,
        title="t",
        description="d",
        labels=labels,
        series=tuple(Series(name=str(at), values=one) for at, one in enumerate(values)),
    )


def test_the_longest_bar_fills_the_width_and_the_others_their_share() -> None:
    drawn = bars(_chart((8, 2)))

    assert drawn == (
        Bar(label="a", value=8, share=100),
        Bar(label="b", value=2, share=25),
    )


def test_bars_of_nothing_have_no_length() -> None:
    assert [bar.share for bar in bars(_chart((0, None)))] == [0, 0]
    assert bars(_chart()) == ()


def test_columns_of_one_label_stand_beside_each_other_within_its_band() -> None:
    drawn = columns(_chart((10, 5), (5, 10)))

    first, _, second, _ = drawn.columns
    assert first.x + first.width == second.x
    assert LEFT < first.x < second.x + second.width < (100 + LEFT) / 2
    assert (first.height, second.height) == (PLOT, PLOT / 2)


def test_a_column_of_nothing_is_not_drawn() -> None:
    assert len(columns(_chart((0, None, 3), labels=("a", "b", "c"))).columns) == 1
    assert columns(_chart((0, 0))).columns == ()


def test_the_line_at_the_top_is_a_round_number_that_no_column_exceeds() -> None:
    for most, top in ((1, 1), (11, 15), (12, 15), (16, 20), (60, 60), (0.4, 1), (980, 1000)):
        drawn = columns(_chart((most, most)))

        assert drawn.lines[0].label == number(top)
        assert all(0 < column.height <= PLOT for column in drawn.columns)


def test_a_top_that_can_be_halved_has_a_line_at_its_half() -> None:
    assert [line.label for line in columns(_chart((20, 3))).lines] == ["20", "10"]
    assert [line.label for line in columns(_chart((15, 3))).lines] == ["15"]


def test_labels_that_would_touch_are_left_out_and_the_last_one_stays() -> None:
    labels = tuple(f"week {number}" for number in range(1, 13))

    drawn = columns(_chart((1,) * 12, labels=labels)).labels

    assert [tick.label for tick in drawn] == ["week 3", "week 6", "week 9", "week 12"]


def test_short_labels_are_all_there() -> None:
    assert [tick.at for tick in columns(_chart((1, 2))).labels] == [30.25, 76.75]


def test_a_small_line_is_broken_where_there_is_no_number() -> None:
    (drawn,) = lines(_chart((4, 2, None, 0), labels=tuple("abcd")))

    assert drawn.runs == (((0, 0), (33.33, LINE / 2)), ((100, LINE),))
    assert (drawn.total, drawn.end) == (6, (100, LINE))


def test_small_lines_share_one_scale() -> None:
    high, low = lines(_chart((10, 10), (5, 5)))

    assert high.end == (100, 0)
    assert low.end == (100, LINE / 2)


def test_a_line_without_a_last_number_has_no_end() -> None:
    (broken,) = lines(_chart((4, None)))
    (empty,) = lines(_chart(()))

    assert (broken.total, broken.end) == (4, None)
    assert (empty.runs, empty.end) == ((), None)


def test_numbers_are_written_as_people_write_them() -> None:
    assert [number(value) for value in (0, 2.0, 2.5, 1204, None)] == ["0", "2", "2.5", "1,204", "–"]
