"""Where secrets are found, and that a file of them is nobody else's to read."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from dailycontact.report.sending import secrets

SAID = '[mail]\npassword = "of-the-file"\n[notify]\nchat = "json://file"\n'


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file of secrets that only its owner can read."""
    path = tmp_path / "mine.toml"
    path.write_text(SAID, encoding="utf-8")
    path.chmod(0o600)
    monkeypatch.setenv("DAILYCONTACT_SECRETS", str(path))
    return path


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """Return what a keyring holds, in the place of the person's own."""
    held: dict[tuple[str, str], str] = {}
    fake, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    errors.KeyringError = RuntimeError  # type: ignore[attr-defined]  # a module of our own
    fake.errors = errors  # type: ignore[attr-defined]  # as above
    fake.get_password = lambda service, name: held.get((service, name))  # type: ignore[attr-defined]  # as above
    monkeypatch.setitem(sys.modules, "keyring", fake)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    return held


@pytest.mark.usefixtures("file")
def test_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAILYCONTACT_MAIL_PASSWORD", "of-the-environment")
    monkeypatch.setenv("DAILYCONTACT_NOTIFY_CHAT", "json://environment")

    assert secrets.mail_password("marta", "smtp.brightside.example") == "of-the-environment"
    assert secrets.channel_address("chat") == "json://environment"


def test_then_the_file(file: Path, ring: dict[tuple[str, str], str]) -> None:
    ring["dailycontact", "mail"] = "of-the-ring"

    assert secrets.mail_password("marta", "smtp.brightside.example") == "of-the-file"
    assert secrets.channel_address("chat") == "json://file"
    assert file.exists()


def test_then_the_keyring(ring: dict[tuple[str, str], str]) -> None:
    ring["dailycontact", "mail"] = "of-the-ring"
    ring["dailycontact", "notify.chat"] = "json://ring"

    assert secrets.mail_password("marta", "smtp.brightside.example") == "of-the-ring"
    assert secrets.channel_address("chat") == "json://ring"


def test_a_password_for_one_server_is_given_to_no_other(file: Path) -> None:
    file.write_text(SAID.replace("[mail]", '[mail]\nhost = "smtp.brightside.example"'), "utf-8")

    assert secrets.mail_password("marta", "SMTP.brightside.example") == "of-the-file"
    with pytest.raises(secrets.OtherServer, match=r"is not for smtp\.evil\.example"):
        secrets.mail_password("marta", "smtp.evil.example")


@pytest.mark.usefixtures("ring")
def test_where_there_is_none_it_is_said_where_to_put_it() -> None:
    with pytest.raises(secrets.NoPassword) as password:
        secrets.mail_password("marta", "smtp.brightside.example")
    with pytest.raises(secrets.NoChannel) as channel:
        secrets.channel_address("team chat")

    assert "secrets.toml" in str(password.value)
    assert "DAILYCONTACT_NOTIFY_TEAM_CHAT" in str(channel.value)


def test_the_file_lies_beside_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAILYCONTACT_CONFIG", "/etc/mine/config.toml")

    assert secrets.secrets_file() == "/etc/mine/secrets.toml"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights otherwise")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_file_that_others_can_read_is_not_used(file: Path, mode: int) -> None:
    file.chmod(mode)

    with pytest.raises(secrets.SecretsAreOpen, match="chmod 600"):
        secrets.mail_password("marta", "smtp.brightside.example")


def test_nothing_of_a_broken_file_is_said(file: Path) -> None:
    file.write_text("[mail]\npassword = hush-hush\n", encoding="utf-8")

    with pytest.raises(secrets.SecretsUnreadable) as caught:
        secrets.mail_password("marta", "smtp.brightside.example")

    assert "hush" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_file_of_something_else_holds_no_secret(
    file: Path, ring: dict[tuple[str, str], str]
) -> None:
    file.write_text('mail = "x"\n[notify]\nchat = 5\n', encoding="utf-8")

    with pytest.raises(secrets.NoPassword):
        secrets.mail_password("marta", "smtp.brightside.example")
    with pytest.raises(secrets.NoChannel):
        secrets.channel_address("chat")
    assert not ring


def test_a_folder_in_its_place_is_said(file: Path) -> None:
    file.unlink()
    file.mkdir()

    with pytest.raises(secrets.SecretsUnreadable):
        secrets.mail_password("marta", "smtp.brightside.example")


def test_what_a_shell_alone_knows_is_named_and_what_a_keyring_holds_is_not(
    file: Path, ring: dict[tuple[str, str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAILYCONTACT_NOTIFY_OTHER", "json://environment")
    ring["dailycontact", "notify.third"] = "json://ring"

    through_the_file = secrets.variables_needed("marta", ("chat", "other", "third"))
    monkeypatch.delenv("DAILYCONTACT_SECRETS")
    ring["dailycontact", "mail"] = "of-the-ring"

    assert file.exists()
    assert through_the_file == ("DAILYCONTACT_SECRETS", "DAILYCONTACT_NOTIFY_OTHER")
    assert secrets.variables_needed("marta", ()) == ()
    assert secrets.variables_needed("", ()) == ()


@pytest.mark.skipif(sys.platform != "linux", reason="XDG_CONFIG_HOME is Linux's")
def test_a_file_where_it_usually_is_takes_no_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (tmp_path / ".config", tmp_path / "elsewhere"):
        (folder / "dailycontact").mkdir(parents=True)
        (folder / "dailycontact" / "secrets.toml").write_text(SAID, encoding="utf-8")
        (folder / "dailycontact" / "secrets.toml").chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))

    usual = secrets.variables_needed("marta", ("chat",))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "elsewhere"))
    elsewhere = secrets.variables_needed("marta", ("chat",))

    assert usual == ()
    assert elsewhere == ("XDG_CONFIG_HOME",)
    assert secrets.usual_secrets_file() == str(tmp_path / ".config/dailycontact/secrets.toml")
