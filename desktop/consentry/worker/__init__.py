"""The child that decodes and analyses images: no vault code, no key, one job at a time, over its own two pipes.

Started as ``python -m consentry.worker``, or as the packaged program itself with `HIDDEN_ARGUMENT`; never by fork.
"""

from __future__ import annotations

OUT_OF_MEMORY = "out of memory"  # the fault that both sides know by name
HIDDEN_ARGUMENT = "--consentry-worker"  # the first argument of the packaged program when it is to be a child
