"""Makes slips of every kind and prints what the check says of them: python -m tests.mutation."""

from __future__ import annotations

import argparse
import os

from tests.mutation.slips import KINDS
from tests.mutation.table import escapes, table
from tests.mutation.trial import SEED, shares, side_by_side


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--per-kind", type=int, default=8)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--kind", default="", help="only kinds whose name or group holds this")
    options = parser.parse_args()
    names = [kind.name for kind in KINDS.values() if options.kind in f"{kind.group} {kind.name}"]
    divided = [part for part in shares(names, options.jobs) if part]
    if not divided:
        parser.error(f"no kind is called {options.kind!r}")
    done = side_by_side(divided, options.seed, options.per_kind, options.jobs)
    found = {name: caught for part in done for name, caught in part.items()}
    results = {name: found[name] for name in names}
    print(table(results))
    print(escapes(results))


if __name__ == "__main__":
    main()
