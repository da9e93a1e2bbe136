"""What says who, which version and which licence says the same everywhere."""

import json
import re
import tomllib
from pathlib import Path

import yaml

HOUSE = Path(__file__).parents[2]
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]


def test_codemeta_says_what_the_project_says():
    told = json.loads((HOUSE / "codemeta.json").read_text("utf-8"))
    assert told["version"] == PROJECT["version"]
    assert told["license"].endswith(PROJECT["license"])
    assert told["programmingLanguage"][0]["version"] == PROJECT["requires-python"]
    assert [each["name"] for each in told["author"]] == [a["name"] for a in PROJECT["authors"]]
    assert (HOUSE / told["readme"]).exists()
    assert (HOUSE / told["softwareHelp"]["url"]).exists()


def test_the_citation_says_what_the_project_says():
    told = yaml.safe_load((HOUSE / "CITATION.cff").read_text("utf-8"))
    assert str(told["version"]) == PROJECT["version"]
    assert told["license"] == PROJECT["license"]
    assert [each["name"] for each in told["authors"]] == [a["name"] for a in PROJECT["authors"]]
    assert {"cff-version", "message", "title", "abstract", "keywords"} <= set(told)


def test_contributing_names_what_is_there():
    text = (HOUSE / "CONTRIBUTING.md").read_text("utf-8")
    named = re.findall(r"`((?:tests|sim|agents|scenarios|tools|docs|ui)/[\w/.-]*)`", text)
    assert named
    assert [each for each in named if not (HOUSE / each).exists()] == []
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert [each for each in links if not (HOUSE / each).exists()] == []


def test_the_container_builds_by_the_lock_what_it_builds_with():
    text = (HOUSE / "Containerfile").read_text("utf-8")
    pinned = re.findall(r"[\w-]+==[\d.]+", text)
    lock = (HOUSE / "requirements.lock").read_text("utf-8").splitlines()
    assert pinned
    assert [each for each in pinned if each not in lock] == []


def test_every_python_it_claims_is_one_it_requires():
    told = [c.split(" :: ")[-1] for c in PROJECT["classifiers"] if "Python :: 3." in c]
    assert len(told) > 1
    assert min(told, key=lambda each: int(each.split(".")[1])) == PROJECT["requires-python"][2:]
