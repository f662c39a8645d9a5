"""Does the packaged program work? Makes a vault, lists a channel and checks one photo with it.

python installers/smoke_test.py dist/consentry/consentry
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> int:
    """Run the commands; 0 where each did what it should."""
    program = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        secret = folder / "passphrase"
        secret.write_text("four plain smoke words\n", encoding="utf-8")
        photo = folder / "wall.bmp"
        photo.write_bytes(_grey_bmp(320, 240))
        on = ["--vault", str(folder / "vault"), "--passphrase-file", str(secret)]

        def run(*args: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run([str(program), *args], capture_output=True, text=True, check=False)

        made = run("init", str(folder / "vault"), "--user", "Smoke", "--passphrase-file", str(secret))
        listed = run("channel", "add", "Yearbook", "--authorised-by", "Smoke", *on)
        checked = run("check", str(photo), "--channel", "Yearbook", "--json", *on)
        for done, expected in ((made, 0), (listed, 0), (checked, 1)):
            if done.returncode != expected:
                sys.stderr.write(done.stdout + done.stderr)
                return 1
        told = json.loads(checked.stdout)
        if (told["verdict"], told["error"]) != ("review", None):
            sys.stderr.write(checked.stdout)
            return 1
    sys.stdout.write("The packaged program works.\n")
    return 0


def _grey_bmp(width: int, height: int) -> bytes:
    """A wall without a face: an uncompressed BMP of a gentle ramp."""
    rows = b"".join(bytes([90 + y * 80 // height]) * (3 * width) for y in range(height))
    size = 54 + len(rows)
    head = b"BM" + size.to_bytes(4, "little") + bytes(4) + (54).to_bytes(4, "little")
    info = (40).to_bytes(4, "little") + width.to_bytes(4, "little") + height.to_bytes(4, "little")
    info += (1).to_bytes(2, "little") + (24).to_bytes(2, "little") + bytes(24)
    return head + info + rows


if __name__ == "__main__":
    sys.exit(main())
