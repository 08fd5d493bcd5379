"""The official document can be taken along as it was received, and proved unaltered."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from macros import exports
from macros.load import load_handbook

DATA = Path(__file__).parents[2] / "data"
FILE = "rulebooks/baojiantingfa-2004-13/assurance/2004-02-06.txt"
SHA256 = "e859fb1d757043fc3f5a8f867a7e036ac648135fca7e6a38955f00df6f3c4f52"


@pytest.fixture(scope="module")
def source() -> bytes:
    return dict(exports.files("source", load_handbook(DATA).handbook))[FILE]


def test_it_is_the_file_byte_for_byte(source: bytes) -> None:
    assert hashlib.sha256(source).hexdigest() == SHA256
    stored = DATA / "rulebooks" / "baojiantingfa-2004-13" / "source" / "2004-02-06.txt"
    assert source == stored.read_bytes()
    assert source.decode("utf-8").lstrip().startswith("保监厅发〔2004〕13号")


COMMANDS = (["sha256sum"], ["shasum", "-a", "256"])


@pytest.mark.parametrize("command", [command for command in COMMANDS if shutil.which(command[0])])
def test_the_commands_of_the_page_give_that_sum(command: list[str], source: bytes, tmp_path: Path) -> None:
    (tmp_path / "2004-02-06.txt").write_bytes(source)
    done = subprocess.run(
        [*command, "2004-02-06.txt"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.split()[0] == SHA256
