"""What names the present rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.rules.version import rules_version


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with two rooms, which stands for dragoman."""
    (tmp_path / "one" / "inner").mkdir(parents=True)
    (tmp_path / "one" / "rules.py").write_bytes(b"A = 1\n")
    (tmp_path / "one" / "inner" / "words.tsv").write_bytes(b"a\tb\n")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "rules.py").write_bytes(b"B = 2\n")
    monkeypatch.setattr("dragoman.rules.version.files", lambda package: tmp_path)
    return tmp_path


def test_the_same_rules_have_the_same_name_whatever_ends_their_lines(package: Path) -> None:
    before = rules_version("one")
    (package / "one" / "rules.py").write_bytes(b"A = 1\r\n")
    (package / "one" / "rules.pyc").write_bytes(b"compiled")
    (package / "other" / "rules.py").write_bytes(b"B = 3\n")
    assert rules_version("one") == before


def test_a_changed_rule_word_or_file_name_changes_it(package: Path) -> None:
    names = [rules_version("one")]
    (package / "one" / "inner" / "words.tsv").write_bytes(b"a\tc\n")
    names.append(rules_version("one"))
    (package / "one" / "rules.py").rename(package / "one" / "laws.py")
    names.append(rules_version("one"))
    names.append(rules_version("one", "other"))
    assert len(set(names)) == 4
