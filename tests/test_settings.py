"""Settings: what may be told, and what is refused."""

from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.settings import Settings, load


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load() == Settings()


def test_flags_win_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "dongne.toml"
    file.write_text('workers = 2\nwithout = ["program"]\nencoding = "cp949"\n', encoding="utf-8")
    assert load(file, workers=3, encoding=None) == Settings(workers=3, without=("program",), encoding="cp949")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("worker = 2", "unknown setting 'worker'; there are .*workers"),
        ('workers = "two"', "workers is 'two'; want a int"),
        ("workers = 0", "want 1 or more"),
        ("workers = ", "dongne.toml"),
        ("max_file_bytes = -1", "want 1 or more"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "dongne.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=message):
        load(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"other\.toml"):
        load(tmp_path / "other.toml")
