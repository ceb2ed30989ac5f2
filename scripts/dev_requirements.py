"""Prints what the extra `dev` needs, without copydesk itself, which is installed from the wheel under test."""

import tomllib
from pathlib import Path

extras = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())["project"]["optional-dependencies"]
names = {"dev"}
for requirement in extras["dev"]:
    if requirement.startswith("copydesk["):
        names.update(requirement.removeprefix("copydesk[").removesuffix("]").split(","))
print("\n".join(sorted({r for name in names for r in extras[name] if not r.startswith("copydesk[")})))
