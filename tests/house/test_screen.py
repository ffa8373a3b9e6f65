"""Only terminal/ prints, so that a customer's words pass through one door that makes them safe."""

from house.source import Source, sources

PRINTS = {
    *("print", "input", "pprint.pprint"),
    *("sys.stdout", "sys.stderr", "sys.__stdout__", "sys.__stderr__"),
    *("os.write", "typer.echo", "typer.secho", "typer.prompt", "typer.confirm"),
    *("click.echo", "click.secho", "click.prompt", "click.confirm"),
}


def test_only_the_terminal_prints() -> None:
    elsewhere = [source for source in sources() if not source.name.startswith("terminal/")]

    found = [place for source in elsewhere for place in _printing(source)]

    assert found == [], "hand the result to terminal/"


def _printing(source: Source) -> list[str]:
    return [
        f"{source.at(line)} {name}"
        for name, line in source.uses()
        if name in PRINTS or name.startswith(("rich.console.", "rich.print"))
    ]
