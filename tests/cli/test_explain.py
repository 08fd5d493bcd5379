from __future__ import annotations

import pytest

from macros.checks import all_codes
from macros.cli import main


def test_a_code_is_explained_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "unused-role", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("warning[unused-role] ") and "wrong (" in said and "right (" in said
    assert main(["explain", "[unused-role]", "--lang", "zh"]) == 0
    assert capsys.readouterr().out.startswith("警告[unused-role] ")


def test_a_mistyped_code_gets_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "unused-rol", "--lang", "en"]) == 2
    assert 'did you mean "unused-role"?' in capsys.readouterr().err


def test_every_code_can_be_explained_and_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--lang", "zh"]) == 0
    listed = {line.partition(":")[0] for line in capsys.readouterr().out.splitlines()}
    assert listed == {code.name for code in all_codes()}
    for name in sorted(listed):
        assert main(["explain", name, "--lang", "zh"]) == 0
        assert len(capsys.readouterr().out.splitlines()) >= 3
