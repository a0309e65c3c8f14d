"""The shape of the code: who may import whom, how long a module and a function may be, what no file may name."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src" / "dragoman"
LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
MODULES = sorted(SOURCES.rglob("*.py"))
WRITTEN = sorted(
    path
    for path in [
        *ROOT.glob("*.md"), *ROOT.glob("*.toml"), *ROOT.glob("*.lock"), ROOT / ".ci" / "run",
        *(p for room in ("src", "docs", "bench", "training", "scripts") for p in (ROOT / room).rglob("*")),
    ]
    if path.suffix in {".py", ".md", ".toml", ".lock", ".json", ".jsonl", ".tsv", ".csv", ".txt", ""} and path.is_file()
)
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:work|home|root|tmp|opt|Users|mnt)/[\w.-]+|\b[A-Z]:\\\\?Users\b")
HOST = re.compile(r"\b(?:127\.0\.0\.1|[\w-]+\.(?:internal|lan|corp))\b|--(?:extra-)?index[-]url|\bpypi\.\w")


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.slow
def test_rooms_import_only_from_lines_below_them() -> None:
    linter = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    run = subprocess.run(
        [sys.executable, "-c", linter, "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_modules_and_functions_stay_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_MODULE, f"{lines} lines"
    too_long = {name: length for name, length in functions(path) if length > LONGEST_FUNCTION}
    assert not too_long


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_modules_and_public_functions_say_what_they_give(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    shown = [n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef) and not n.name.startswith("_")]
    assert ast.get_docstring(tree) or not tree.body, "no module docstring"
    assert not [node.name for node in shown if not ast.get_docstring(node)]


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_rooms_do_not_reach_for_the_top_of_the_package(path: Path) -> None:
    if path == SOURCES / "__init__.py" or path.parent.name == "views":
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plain = [a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names]
    named = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert "dragoman" not in plain + named


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_nothing_is_left_to_do_later(path: Path) -> None:
    assert not re.search(r"\b(TODO|FIXME|XXX|HACK)\b", path.read_text(encoding="utf-8"))
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "core", "base", "manager", "misc"}


def test_no_file_names_a_machine_or_a_host() -> None:
    named = {
        relative(path): found
        for path in WRITTEN
        if (found := sorted({m.group() for form in (MACHINE_PATH, HOST) for m in form.finditer(text_of(path))}))
    }
    assert not named


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")
