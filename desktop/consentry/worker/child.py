"""The child's one loop: a job in, a reply out, until the parent closes the pipe."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from typing import BinaryIO

from consentry.worker import OUT_OF_MEMORY
from consentry.worker.confine import allow_cpu, lower_limits, take_pipes
from consentry_intake import limits
from consentry_intake.wire import WireError, read_message, write_message
from consentry_policy.errors import MendableError

_CV_NO_MEMORY = -4  # OpenCV's error code StsNoMem


def main(arguments: list[str]) -> int:
    """Serve jobs. Returns 0 when the parent has closed the pipe, 1 where the child cannot work."""
    incoming, outgoing = take_pipes()
    lower_limits()
    options = _parser().parse_args(arguments)
    # Imported here, so that the limits hold for the import and for the networks' loading too.
    from consentry.worker.bench import Bench

    try:
        bench = Bench(options.engine, embed=options.embed)
    except Exception as error:
        write_message(outgoing, {"fatal": _told(error), "fault": _fault(error)})
        return 1
    write_message(outgoing, {"ready": 1, **bench.describe()})
    try:
        _serve(bench.run, incoming, outgoing)
    except (EOFError, OSError, WireError):
        return 0  # the parent is gone: nobody is left to tell
    return 1


def _serve(run: object, incoming: BinaryIO, outgoing: BinaryIO) -> None:
    assert callable(run)
    while True:
        job, blobs = read_message(incoming)
        allow_cpu(limits.CHILD_CPU_SECONDS + 60)  # the parent ends it sooner, and says why
        try:
            reply, parts = run(str(job.get("kind")), job, blobs)
        except Exception as error:
            reply, parts = {"error": _sentence(error), "fault": _fault(error)}, []
        write_message(outgoing, reply, parts)
        if reply.get("fault") == OUT_OF_MEMORY:
            return  # what a failed allocation left behind is not worth trusting: the parent starts another child


def _sentence(error: Exception) -> str | None:
    """The sentence of an error the user can mend; None for one of ours."""
    return str(error) if isinstance(error, MendableError) else None


def _told(error: Exception) -> dict[str, object] | None:
    """The same as words and values, which a window can say in its own language."""
    if not isinstance(error, MendableError):
        return None
    told = error.told
    return {"template": told.template, "values": [list(pair) for pair in told.values], "fixed": list(told.fixed)}


def _fault(error: Exception) -> str:
    """Where it failed, without a value in it."""
    if isinstance(error, MemoryError) or getattr(error, "code", None) == _CV_NO_MEMORY:
        return OUT_OF_MEMORY
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else "?"  # noqa: PTH119
    return f"{type(error).__name__} at {place}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="consentry.worker")
    parser.add_argument("--engine", default="standard", help='"none", or a name that open_engine knows')
    parser.add_argument("--no-embed", dest="embed", action="store_false")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
