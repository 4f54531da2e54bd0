#!/usr/bin/env python3
"""Checks a file of transfer records against core/entry/FORMAT.md, with nothing but Python and the openssl command.

    teken_verify.py FILE --root FINGERPRINT     signatures, chains, certificates from the root down, closing counts
    teken_verify.py --bukti FILE --root FINGERPRINT     a proof of one record (core/log/EVIDENCE.md)
    teken_verify.py --payload FILE...           payloads alone (sections 2 to 6), no signatures

FINGERPRINT: 32 to 64 hex digits, the beginning of the root's feed id. Shares no code with Teken itself.
Exit status: 0 nothing wrong, 1 something is, 2 the check could not be made.
"""

import argparse
import concurrent.futures
import pathlib
import re
import shutil
import sys

sys.dont_write_bytecode = True  # the folder may be read-only, and nothing shall lie beside the evidence

import payload_rules  # noqa: E402
import bukti  # noqa: E402
from authority import Book, judge  # noqa: E402
from sealed import Entry, verify  # noqa: E402

MOST_INK = 8192


# --- section 8: records --------------------------------------------------------------------------


class Cut(Exception):
    pass


def records(data, findings):
    """Every record up to the end or to the first byte that makes no sense."""
    at = 0
    while at < len(data):
        try:
            entry, at = record(data, at)
        except Cut as fault:
            findings.add("record", "berkas rusak pada byte %d: %s" % (at, fault))
            return
        yield entry


def record(data, start):
    at = start

    def take(size):
        nonlocal at
        if at + size > len(data):
            raise Cut("terpotong")
        at += size
        return data[at - size:at]

    form, key, signature = take(1)[0], take(32), take(64)
    place = "byte %d" % start
    if form == 1:
        size = int.from_bytes(take(2), "big")
        if not 0 < size <= payload_rules.MOST_BYTES:
            raise Cut("panjang isi")
        payload = take(size)
        size = int.from_bytes(take(2), "big")
        if size > MOST_INK:
            raise Cut("panjang goresan")
        return Entry(place, key, signature, payload, take(size)), at
    if form == 2:
        entry_id, seq, prev = take(32).hex(), int.from_bytes(take(8), "big"), take(32)
        if not 1 <= seq <= payload_rules.MOST_INTEGER or (seq == 1) != (prev == bytes(32)):
            raise Cut("nomor atau sambungan")
        return Entry(place, key, signature, None, b"", entry_id, seq, prev.hex() if seq > 1 else None), at
    raise Cut("bentuk tidak dikenal")


# --- report --------------------------------------------------------------------------------------


class Findings:
    """What is wrong (broken) and what is not here (missing)."""

    def __init__(self):
        self.broken, self.missing = [], []

    def add(self, rule, sentence, entry=None, missing=False):
        where = " [%s nomor %d, %s]" % (entry.feed[:16], entry.seq, entry.entry_id) if entry else ""
        (self.missing if missing else self.broken).append("%s: %s%s" % (rule, sentence, where))

    def print(self, count):
        for line in self.broken:
            print("SALAH   " + line)
        for line in self.missing:
            print("KURANG  " + line)
        print("%d catatan diperiksa, %d salah, %d kurang" % (count, len(self.broken), len(self.missing)))
        print("tidak diperiksa: kelengkapan (ekor yang dipotong, perangkat yang ditahan), isi naskah dan daftar pegawai")
        print("TIDAK UTUH" if self.broken else "TIDAK LENGKAP" if self.missing else "UTUH")
        return 1 if self.broken or self.missing else 0


def check_file(path, fingerprint):
    findings = Findings()
    entries = list(records(pathlib.Path(path).read_bytes(), findings))
    with concurrent.futures.ThreadPoolExecutor() as pool:
        faults = list(pool.map(verify, entries))
    good = []
    for entry, fault in zip(entries, faults):
        if fault is None:
            good.append(entry)
        else:
            findings.add(fault[0], "%s (%s)" % (fault[1], entry.place))
    judge(Book(good), fingerprint, findings)
    return findings.print(len(entries))


def check_payloads(paths):
    worst = 0
    for path in paths:
        try:
            payload_rules.check(pathlib.Path(path).read_bytes())
            print("%s: UTUH" % path)
        except payload_rules.Refused as refused:
            print("%s: DITOLAK %s" % (path, refused))
            worst = 1
    return worst


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--root", metavar="FINGERPRINT")
    parser.add_argument("--payload", action="store_true", help="the files are payloads, not records")
    parser.add_argument("--bukti", action="store_true", help="the file is a proof of one record")
    options = parser.parse_args()
    if options.payload:
        return check_payloads(options.files)
    fingerprint = (options.root or "").replace(" ", "").replace("-", "").lower()
    if len(options.files) != 1 or not re.fullmatch("[0-9a-f]{32,64}", fingerprint):
        parser.error("expected one file and --root with 32 to 64 hex digits")
    if shutil.which("openssl") is None:
        print("teken_verify: openssl is not installed", file=sys.stderr)
        return 2
    if options.bukti:
        return bukti.check_file(options.files[0], fingerprint)
    return check_file(options.files[0], fingerprint)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as error:
        print("teken_verify: %s" % error, file=sys.stderr)
        sys.exit(2)
