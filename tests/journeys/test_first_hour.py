"""The first hour: an empty machine, a file of customers, and once round the loop."""

from pathlib import Path

from support.running import Run

FILE = """\
Kunde;Ansprechpartner;Telefon;Land
Café Nord;Jo Hansen;0113 496 0131;United Kingdom
Lind Bakery;Bo Lind;0113 496 0145;United Kingdom
;;0113 496 0199;United Kingdom
"""


def test_the_first_hour_goes_once_round_the_loop_and_can_be_taken_back(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "kunden.csv"
    file.write_text(FILE, encoding="cp1252")

    assert "There is no book yet" in run("today").out
    imported = run("--as", "Marta", "--no-input", "import", str(file), "--json").json
    assert [imported["files"][0][key] for key in ("new", "refused")] == [2, 1]

    proposed = run("today", "--json").json["pick"]["customer"]["name"]
    assert proposed in ("Jo Hansen", "Bo Lind")
    run("log", "reached", "--better", "Which café is the invoice for?", "--quote", "name")
    run("share", "--where", "stand-up")
    run("act", "1", "--do", "Name the café on every invoice")
    run("done", "A1", "--say", "Every invoice now carries the café's name")
    run("tell", "1", "--reaction", "pleased")

    report = run("report", "--format", "markdown").out
    assert "Which café is the invoice for?" in report
    assert "pleased" in report

    run("undo", "--yes")
    waiting = run("tell", "--json").json
    assert [news["answer_id"] for news in waiting] == [1]
    run("backup", str(tmp_path / "copy.db"))
    assert (tmp_path / "copy.db").stat().st_size > 0
