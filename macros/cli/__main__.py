"""`python -m macros.cli` is the command `rulebook`."""

import sys

from macros.cli import main

sys.exit(main())
