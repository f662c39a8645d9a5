"""``python -m consentry.worker``."""

from __future__ import annotations

import sys

from consentry.worker.child import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
