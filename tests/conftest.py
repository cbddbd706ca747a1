"""What several tests share: a run over the sample articles, made once."""

from pathlib import Path

import pytest

import pipeline

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def samples() -> Path:
    return ROOT / "data" / "raw"


@pytest.fixture(scope="session")
def processed(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of data/raw."""
    out = tmp_path_factory.mktemp("processed")
    pipeline.run([samples], out)
    return out
