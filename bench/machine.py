"""The machine that figures were measured on, and how busy it was."""

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

PACKAGES = ("communique", "mesa", "numpy", "numba", "llvmlite", "scipy", "pyarrow")


def machine() -> dict[str, Any]:
    """Return processor, cores, load, system and versions."""
    return {
        "processor": processor(),
        "cores": os.cpu_count(),
        "load_average": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
        "system": f"{platform.system()} {platform.release()}",
        "versions": {"python": platform.python_version()} | dict(map(installed, PACKAGES)),
    }


def told(about: dict[str, Any]) -> str:
    """Return a machine as ``machine`` has it in two lines."""
    versions = ", ".join(f"{name} {number}" for name, number in about["versions"].items())
    return (
        f"{about['processor']}, {about['cores']} cores; {about['system']}; {versions}.\n"
        f"Load average at the start: {about['load_average']}."
    )


def processor() -> str:
    """Return the model of the processor, as far as the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.machine())


def installed(package: str) -> tuple[str, str]:
    """Return a package and its version."""
    try:
        return package, version(package)
    except PackageNotFoundError:
        return package, "absent"
