#!/usr/bin/env python3
"""Reads a report with a parser that is not ours, and says what is wrong with it.

check.py json|gitlab|junit|markdown|sarif FILE    prints the number of findings; exits 1 on a fault
check.py sarif FILE SCHEMA                        holds it against the schema of OASIS too (needs jsonschema)
"""

import ctypes
import json
import re
import sys
import xml.etree.ElementTree
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

# What SARIF 2.1.0 says of the objects that planc writes: required members, then the others, each with its type.
SARIF = {
    "log": ({"version": str, "runs": ["run"]}, {"$schema": str}),
    "run": ({"tool": "tool"}, {"results": ["result"], "invocations": ["invocation"], "columnKind": str}),
    "tool": ({"driver": "driver"}, {}),
    "driver": ({"name": str}, {"version": str, "rules": ["rule"]}),
    "rule": (
        {"id": str},
        {"shortDescription": "message", "fullDescription": "message", "help": "message", "defaultConfiguration": "level"},
    ),
    "level": ({}, {"level": str}),
    "invocation": ({"executionSuccessful": bool}, {"toolExecutionNotifications": ["notification"]}),
    "notification": ({"message": "message"}, {"level": str}),
    "result": (
        {"message": "message"},
        {"ruleId": str, "ruleIndex": int, "level": str, "locations": ["location"], "partialFingerprints": dict,
         "fixes": ["fix"]},
    ),
    "message": ({"text": str}, {}),
    "fix": ({"artifactChanges": ["change"]}, {"description": "message"}),
    "change": ({"artifactLocation": "artifact", "replacements": ["replacement"]}, {}),
    "replacement": ({"deletedRegion": "region"}, {"insertedContent": "message"}),
    "location": ({}, {"physicalLocation": "place"}),
    "place": ({"artifactLocation": "artifact"}, {"region": "region"}),
    "artifact": ({"uri": str}, {}),
    "region": ({"startLine": int}, {"startColumn": int, "endLine": int, "endColumn": int}),
}


def hold(value, shape, where="log"):
    """Holds a value against a shape of the table above."""
    if isinstance(shape, list):
        assert isinstance(value, list), f"{where} is no list"
        for index, item in enumerate(value):
            hold(item, shape[0], f"{where}[{index}]")
    elif isinstance(shape, str):
        required, others = SARIF[shape]
        assert isinstance(value, dict), f"{where} is no object"
        missing = required.keys() - value.keys()
        assert not missing, f"{where} lacks {missing}"
        for name, part in value.items():
            assert name in required or name in others, f"{where}.{name} is no member"
            hold(part, {**required, **others}[name], f"{where}.{name}")
    else:
        assert type(value) is shape, f"{where} is no {shape.__name__}"


def check_sarif(path, schema=None):
    log = check_json(path)
    if schema:
        import jsonschema

        jsonschema.Draft4Validator(check_json(schema)).validate(log)
    hold(log, "log")
    assert log["version"] == "2.1.0" and urlsplit(log["$schema"]).scheme == "https"
    [run] = log["runs"]
    assert run["columnKind"] == "utf16CodeUnits"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(rules)) == len(rules), "a rule is there twice"
    assert len(run["results"]) <= 25_000
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"] and "](" not in result["message"]["text"].replace("\\](", "")
        [location] = result["locations"]
        place = location["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        assert re.fullmatch(r"(?:[A-Za-z0-9/._~-]|%[0-9A-F]{2})+", uri), uri
        assert not urlsplit(uri).scheme and not uri.startswith("/")
        unquote(uri, errors="strict")
        region = place["region"]
        assert all(number >= 1 for number in region.values())
        if "endLine" in region:
            start = (region["startLine"], region["startColumn"])
            assert start <= (region["endLine"], region["endColumn"])
    prints = [tuple(result["partialFingerprints"].items()) for result in run["results"]]
    assert len(set(prints)) == len(prints), "a fingerprint is there twice"
    return len(run["results"])


def check_gitlab(path):
    entries = check_json(path)
    for entry in entries:
        assert entry.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"major", "minor", "info"}
        assert entry["location"]["lines"]["begin"] >= 1
        assert not entry["location"]["path"].startswith(("/", "./"))
    prints = {entry["fingerprint"] for entry in entries}
    assert len(prints) == len(entries), "a fingerprint is there twice"
    return len(entries)


def check_junit(path):
    suites = xml.etree.ElementTree.parse(path).getroot()
    assert suites.tag == "testsuites"
    count = 0
    names = [suite.get("name") for suite in suites]
    assert names and len(set(names)) == len(names), "a suite is there twice"
    for suite in suites:
        cases = suite.findall("testcase")
        failures = suite.findall("testcase/failure")
        assert cases and len(cases) == int(suite.get("tests"))
        assert len(failures) == int(suite.get("failures"))
        assert len({case.get("name") for case in cases}) == len(cases), "a test is there twice"
        assert {part.tag for part in suite.iter()} <= {"testsuite", "testcase", "failure"}
        for failure in failures:
            assert failure.get("type") in {"error", "warning", "info"} and failure.get("message")
        count += len(failures)
    assert count == int(suites.get("failures"))
    return count


class Page(HTMLParser):
    """What a Markdown text has become."""

    def __init__(self):
        super().__init__()
        self.tags, self.rows, self.text = set(), [], ""

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        assert not attributes, f"{tag} has {attributes}"
        if tag == "tr":
            self.rows.append(0)
        elif tag in ("td", "th"):
            self.rows[-1] += 1

    def handle_data(self, data):
        self.text += data


def html(markdown):
    """GitHub's own parser."""
    more = ctypes.CDLL("libcmark-gfm-extensions.so", ctypes.RTLD_GLOBAL)
    cmark = ctypes.CDLL("libcmark-gfm.so", ctypes.RTLD_GLOBAL)
    more.cmark_gfm_core_extensions_ensure_registered()
    for name in ("cmark_parser_new", "cmark_find_syntax_extension", "cmark_parser_finish"):
        getattr(cmark, name).restype = ctypes.c_void_p
    cmark.cmark_parser_get_syntax_extensions.restype = ctypes.c_void_p
    cmark.cmark_render_html.restype = ctypes.c_char_p
    unsafe = 1 << 17
    parser = ctypes.c_void_p(cmark.cmark_parser_new(unsafe))
    for name in (b"table", b"autolink", b"strikethrough"):
        found = ctypes.c_void_p(cmark.cmark_find_syntax_extension(name))
        cmark.cmark_parser_attach_syntax_extension(parser, found)
    cmark.cmark_parser_feed(parser, markdown, ctypes.c_size_t(len(markdown)))
    document = ctypes.c_void_p(cmark.cmark_parser_finish(parser))
    used = ctypes.c_void_p(cmark.cmark_parser_get_syntax_extensions(parser))
    return cmark.cmark_render_html(document, unsafe, used).decode()


def check_markdown(path):
    with open(path, "rb") as file:
        text = file.read()
    assert len(text) < 65_536, "GitHub takes no such comment"
    page = Page()
    page.feed(html(text))
    ours = {"p", "strong", "table", "thead", "tbody", "tr", "th", "td", "br", "code"}
    assert page.tags <= ours, page.tags - ours
    assert set(page.rows) <= {4}, "a row is torn"
    assert not re.search(r"@\w|#\d|://|www\.", page.text), "somebody is told, or something is linked"
    return max(0, len(page.rows) - 1)


def check_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


CHECKS = {
    "json": lambda path: len(check_json(path)["findings"]), "gitlab": check_gitlab,
    "junit": check_junit, "markdown": check_markdown, "sarif": check_sarif,
}

if __name__ == "__main__":
    print(CHECKS[sys.argv[1]](*sys.argv[2:]))
