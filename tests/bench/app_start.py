#!/usr/bin/env python3
"""Start of the real desktop program without a display: seconds until its first page answers, and memory.

    tests/bench/app_start.py BUILD_FOLDER [--data FOLDER] [--passphrase-file FILE] [--runs 7]

--data             folder of a laptop (laptop.book); without it: a new laptop
--passphrase-file  also unlocks, walks through the pages, and prints the most memory that took

Aims: at most 1.5 s and 200 MB, in a Release build on a quiet machine. The bare figure beside them is a process that
does nothing: what starting anything costs here.
"""

import argparse
import os
import pathlib
import re
import statistics
import subprocess
import tempfile
import time


def environment(folder):
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "XDG_RUNTIME_DIR": folder}


def megabytes(pid, field):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(rf"^{field}:\s+(\d+) kB", status, re.M)[1]) / 1024


def start_once(teken, data, folder):
    begun = time.monotonic()
    process = subprocess.Popen([teken, "--data", data, "--tell-when-usable"], stdout=subprocess.PIPE, text=True,
                               env=environment(folder))
    try:
        line = process.stdout.readline()
        seconds = time.monotonic() - begun
        if line.strip() != "usable":
            raise SystemExit(f"expected the line 'usable', found {line!r}")
        return seconds, megabytes(process.pid, "VmRSS")
    finally:
        process.kill()
        process.communicate()


def walk(teken, data, passphrase, folder):
    """Every page once; the kernel's own record of the most memory."""
    process = subprocess.Popen([teken, "--data", data, "--screenshots", str(pathlib.Path(folder) / "layar"),
                                "--passphrase-file", passphrase], stdout=subprocess.DEVNULL, env=environment(folder))
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"the walk through the pages ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_maxrss / 1024


def bare():
    begun = time.monotonic()
    subprocess.run(["true"], check=True)
    return time.monotonic() - begun


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("--data")
    parser.add_argument("--passphrase-file")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    teken = str(pathlib.Path(options.build) / "app" / "teken" / "teken")
    with tempfile.TemporaryDirectory(prefix="teken-bench-") as folder:
        data = options.data or str(pathlib.Path(folder) / "data")
        start_once(teken, data, folder)  # the first one warms the disk's cache
        runs = [start_once(teken, data, folder) for _ in range(options.runs)]
        seconds = [run[0] for run in runs]
        print(f"start to usable   median {statistics.median(seconds):.3f} s   worst {max(seconds):.3f} s   aim 1.5 s"
              f"   (bare process {statistics.median(bare() for _ in range(options.runs)):.3f} s)")
        print(f"resident then     {max(run[1] for run in runs):.0f} MB   aim 200 MB")
        if options.passphrase_file:
            print(f"most, all pages   {walk(teken, data, options.passphrase_file, folder):.0f} MB   aim 200 MB")


if __name__ == "__main__":
    main()
