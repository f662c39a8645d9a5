"""Ctrl+C while the program is still being loaded ends it without a traceback."""

from __future__ import annotations

import subprocess
import sys

_STOPPED_WHILE_LOADING = """
import sys

class Key:
    def find_spec(self, name, path=None, target=None):
        if name == "consentry.cli":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Key())
from consentry.app import main
main()
"""


def test_ctrl_c_while_loading_is_a_calm_end() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _STOPPED_WHILE_LOADING], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, "")
