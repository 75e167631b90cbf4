"""One row of the table: what was measured, against its budget and beside something bare."""

import dataclasses

from load import Result


@dataclasses.dataclass
class Row:
    what: str
    budget: str
    measured: str
    beside: str
    """The bare framework, nginx or argon2id alone, in the same run."""
    kept: bool | None
    """Whether the budget is kept; None without a budget or a measurement."""


def rates(result: Result) -> str:
    return (f"{result.rate:,.0f} req/s, p50 {result.p50:.1f}, p99 {result.p99:.1f} ms, {result.cpu:.2f} ms CPU"
            f"{failed(result)}")


def failed(result: Result) -> str:
    return f", **{result.failures} failed**" if result.failures else ""
