#!/usr/bin/env python3
"""Holds the sources against the house rules that the compiler does not know.

check.py             checks this repository; prints each fault and exits 1 if there is one
check.py --self-test shows each check failing on sources made to break it
"""

import re
import sys
import tempfile
from pathlib import Path

# Module -> our modules that it may import. Every module may import PlanSource.
MAY_IMPORT = {
    "PlanSource": set(),
    "PlanModel": set(),
    "PlanParser": {"PlanModel", "CArena", "CCmarkGFM"},
    "PlanMetrics": {"PlanModel"},
    "PlanLint": {"PlanModel", "PlanMetrics"},
    "PlanReport": set(),
    "PlanSite": {"PlanModel", "PlanMetrics", "PlanReport"},
    "planc": {
        "CFile", "CHash", "PlanModel", "PlanParser", "PlanMetrics", "PlanLint", "PlanReport", "PlanSite", "Theme",
    },
}
OURS = set(MAY_IMPORT) | {"CCmarkGFM", "CArena", "CFile", "CHash", "Theme"}
# Libraries, each with the one module (or file) that uses it.
LIBRARIES = {
    "CYaml": "Sources/PlanParser/Yaml/",
    "Mustache": "Sources/PlanSite/",
    "ArgumentParser": "Sources/planc/",
    "Synchronization": "Sources/",
    "FoundationEssentials": "Sources/PlanReport/JSONFormat.swift",
}
EDGE = "Sources/planc/Edge/"
# Functions of the system without an effect, imported one by one.
PURE = re.compile(r"\s*import func Glibc\.exp2$")
SYSTEM = {"Glibc", "Musl", "Foundation", "Dispatch", "CFile", "Subprocess", "SystemPackage"}
EFFECTS = re.compile(
    r"\b(FileManager|FileHandle|ProcessInfo|Process\(|Date\(\)|Date\.now|ContinuousClock|SuspendingClock"
    r"|getenv|setenv|fopen|opendir|readLine\(|print\(|SystemRandomNumberGenerator|\.random\(|shuffled\("
    r"|URLSession|TimeZone|Locale\b)"
)
CRASHES = re.compile(r"\b(try!|as!|fatalError\(|preconditionFailure\(|nonisolated\(unsafe\))")
LONGEST = 300


def code_lines(text):
    """Lines with their numbers, without comments and without what stands in string literals."""
    in_block = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.count('"""') % 2 == 1:
            in_block = not in_block
            continue
        if in_block:
            continue
        line = re.sub(r'"(\\.|[^"\\])*"', '""', line)
        line = re.sub(r"//.*", "", line)
        if line.strip():
            yield number, line


def check_imports(path, text):
    module = path.split("/")[1]
    for number, line in code_lines(text):
        match = re.match(r"\s*(?:@\w+\s+|public\s+|internal\s+|private\s+)*import\s+(?:\w+\s+)?(\w+)", line)
        if not match or PURE.match(line):
            continue
        name = match[1]
        if name in OURS and name != "PlanSource" and name not in MAY_IMPORT[module]:
            yield f"{path}:{number}: {module} may not import {name} (ARCHITECTURE.md, the rooms)"
        elif name in SYSTEM and not path.startswith(EDGE):
            yield f"{path}:{number}: {name} is imported outside {EDGE}"
        elif name in LIBRARIES and not path.startswith(LIBRARIES[name]):
            yield f"{path}:{number}: {name} is used outside {LIBRARIES[name]}"
        elif name not in OURS | SYSTEM | set(LIBRARIES):
            yield f"{path}:{number}: {name} is no library of this project"


def check_effects(path, text):
    if path.startswith(EDGE):
        return
    for number, line in code_lines(text):
        # World.print is the edge's own.
        found = EFFECTS.search(line.replace("World.print(", ""))
        if found:
            yield f"{path}:{number}: `{found[0]}` is an effect; effects live in {EDGE}"


def check_crashes(path, text):
    for number, line in code_lines(text):
        found = CRASHES.search(line)
        if found:
            yield f"{path}:{number}: `{found[0]}` can crash on data"


def check_length(path, text):
    count = len(text.splitlines())
    if count > LONGEST:
        yield f"{path}: {count} lines; a file holds one thing in at most {LONGEST}"


def check_warnings(root):
    """Every Swift target of ours makes warnings errors."""
    manifest = (root / "Package.swift").read_text()
    if ".treatAllWarnings(as: .error)" not in manifest:
        yield "Package.swift: warnings are not errors"
    for target in re.split(r"\.(?:target|executableTarget|testTarget)\(", manifest)[1:]:
        name = re.search(r'name: "(\w+)"', target)
        if name and name[1] not in {"CArena", "CFile", "CHash"} and "swiftSettings: strict" not in target:
            yield f"Package.swift: the target {name[1]} does not make warnings errors"


FILE_CHECKS = [check_imports, check_effects, check_crashes, check_length]


def faults(root):
    found = []
    for file in sorted(root.glob("Sources/**/*.swift")):
        path = file.relative_to(root).as_posix()
        if path.split("/")[1] not in MAY_IMPORT:
            found.append(f"{path}: {path.split('/')[1]} is no module that check.py knows; add it to MAY_IMPORT")
            continue
        text = file.read_text()
        for check in FILE_CHECKS:
            found += check(path, text)
    return found + list(check_warnings(root))


BROKEN = {
    "a module that may not be imported": ("Sources/PlanLint/A.swift", "import PlanParser\n"),
    "a library outside its module": ("Sources/PlanLint/A.swift", "import Mustache\n"),
    "an unknown library": ("Sources/PlanLint/A.swift", "import NIO\n"),
    "an unknown module": ("Sources/PlanMore/A.swift", "struct A {}\n"),
    "the system outside the edge": ("Sources/PlanModel/A.swift", "import Glibc\n"),
    "a clock outside the edge": ("Sources/planc/A.swift", "let now = Date()\n"),
    "the environment outside the edge": ("Sources/planc/A.swift", 'let home = getenv("HOME")\n'),
    "a forced try": ("Sources/PlanSite/A.swift", "let a = try! b()\n"),
    "a long file": ("Sources/PlanSite/A.swift", "struct A {}\n" * (LONGEST + 1)),
    "a target with mere warnings": ("Package.swift", '.treatAllWarnings(as: .error)\n    .target(\n      name: "A"),\n  ]'),
}
CLEAN = {
    "Sources/planc/Edge/A.swift": "import Glibc\nlet home = getenv(name)\n",
    "Sources/PlanLint/A.swift": 'import PlanModel\n// Date() in a comment\nlet text = "try! this"\n',
    "Package.swift": '.treatAllWarnings(as: .error)\n    .target(\n      name: "A", swiftSettings: strict),\n  ]',
}


def self_test():
    """Each broken source is found, and clean ones are not."""
    failed = 0
    for what, (path, text) in BROKEN.items():
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            write(root, {**CLEAN, path: text})
            found = faults(root)
            print(f"{'caught' if found else 'MISSED'}: {what}")
            failed += not found
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), CLEAN)
        found = faults(Path(folder))
        print(f"{'WRONG' if found else 'silent'}: clean sources", *found)
        failed += bool(found)
    return failed


def write(root, files):
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)


def main():
    if "--self-test" in sys.argv:
        return 1 if self_test() else 0
    found = faults(Path(__file__).resolve().parent.parent)
    print("\n".join(found) if found else "the sources keep the house rules")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
