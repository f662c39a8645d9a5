"""Where the packaged program begins: the window and the commands, or, told by one argument, a worker child.

The child is the same executable, so it must decide before anything of the vault is imported.
"""

from __future__ import annotations

import sys

from consentry.worker import HIDDEN_ARGUMENT

if len(sys.argv) > 1 and sys.argv[1] == HIDDEN_ARGUMENT:
    from consentry.worker.child import main as serve

    sys.exit(serve(sys.argv[2:]))

from consentry.app import main

main()
