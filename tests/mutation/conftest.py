"""Shows the table of slips at the end of a run."""

from __future__ import annotations

import pytest

from tests.mutation.table import short_table


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print a line a kind: tried, reported, in its entry, placed."""
    reports = [*terminalreporter.stats.get("passed", ()), *terminalreporter.stats.get("failed", ())]
    rows = [
        row
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == "mutation" and report.when == "call"
        for row in value
    ]
    if rows:
        terminalreporter.section("slips")
        terminalreporter.write_line(short_table(rows))
