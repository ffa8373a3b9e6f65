"""Where the customers lie that others wrote: a folder shared/data beside the checkout."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared_data() -> Path:
    beside = Path(__file__).resolve().parents[4] / "shared" / "data"
    folder = Path(os.environ.get("DAILYCONTACT_SHARED_DATA", beside))
    if not folder.is_dir():
        pytest.skip(f"no real files: there is no folder {folder}")
    return folder
