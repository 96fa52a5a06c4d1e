"""The files to download: readers of CSV and JSON that others wrote read them, and nothing in them runs."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

KINDS = {"text", "number", "flag", "list", "money", "day"}


def tables(site) -> list[str]:
    return [name.removesuffix(".csv") for name in site.files if name.startswith("data/") and name.endswith(".csv")]


def raw(site, name: str) -> str:
    return (site.root / name).read_bytes().decode("utf-8")


def csv_rows(site, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw(site, name + ".csv"), newline=""), strict=True))


def read(kind: str, text: str):
    """What a cell of CSV says in JSON."""
    if kind == "list":
        return text.split("; ") if text else []
    if not text:
        return None
    if kind in ("number", "money"):
        return float(text)
    if kind == "flag":
        return {"true": True, "false": False}[text]
    if kind == "day":
        return date.fromisoformat(text).isoformat()
    return text


def plain(value):
    """Without the apostrophes that CSV alone has."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.removeprefix("'") if isinstance(value, str) else value


def test_both_formats_say_the_same(site, no_faults):
    faults = []
    assert tables(site)
    for name in tables(site):
        whole = json.loads(raw(site, name + ".json"))
        kinds = {column["name"]: column["kind"] for column in whole["columns"]}
        assert set(kinds.values()) <= KINDS
        rows = csv_rows(site, name)
        if len(rows) != len(whole["rows"]):
            faults.append(f"{name}: {len(rows)} rows in CSV, {len(whole['rows'])} in JSON")
        for number, (row, other) in enumerate(zip(rows, whole["rows"])):
            for column, text in row.items():
                told = other[column] if other[column] != "" else None
                if kinds[column] == "list" and any(";" in item for item in told):
                    continue  # a semicolon of its own
                if plain(read(kinds[column], text)) != plain(told):
                    faults.append(f"{name} row {number} {column}: {text!r} in CSV, {told!r} in JSON")
    no_faults(faults)


def test_no_cell_is_a_formula(site, no_faults):
    faults = []
    for name in tables(site):
        for row in csv_rows(site, name):
            for column, text in row.items():
                if text[:1] in tuple("=@\t\r\n") or text[:1] in tuple("+-") and not is_number(text):
                    faults.append(f"{name} {column}: {text!r}")
    no_faults(faults)


def is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return text == "-"
    return True


def test_lines_end_as_the_standard_asks(site):
    for name in tables(site):
        text = raw(site, name + ".csv")
        assert text.endswith("\r\n") and not text.startswith("\ufeff")


@pytest.mark.parametrize("name", ["accounts", "whitespace", "contacts", "findings"])
def test_the_sample_fills_them(name, sample):
    assert len(csv_rows(sample, f"data/{name}")) > 10
