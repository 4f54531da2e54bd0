"""A proof of one record: core/log/EVIDENCE.md section 3, written from that page alone."""

import base64
import binascii
import hashlib
import pathlib
import re

import payload_rules
import sealed
from authority import covers_units, feed_of
from payload_rules import END_OF_9999

MOST_FILE = 262144
MOST_CERTIFICATES = 16
MOST_NOTE = 65536
SENTENCES = {
    "form": "bukan bukti yang dikenal",
    "json": "isi catatan tidak memenuhi aturannya",
    "signature": "segelnya tidak cocok: isi atau segel sudah diubah",
    "feed": "catatan disegel oleh kunci lain daripada yang disebutnya",
    "root": "sertifikatnya bukan dari satu akar dengan sidik itu",
    "chain": "ada sertifikat yang tidak berasal dari akar",
    "scope": "ada sertifikat di luar wewenang pemberinya",
    "revoked": "kunci yang menyegel sudah dicabut sebelum catatan ini",
    "roles": "satu kunci dipakai untuk dua peran",
    "names": "satu kunci log atau saksi memakai dua nama",
    "kind": "catatan sejenis ini tidak boleh ditulis oleh perangkat petugas",
    "drive": "sertifikat perangkat ini untuk kegiatan lain",
    "unit": "perangkat ini tidak disahkan untuk unit itu",
    "note": "checkpoint log salah bentuk",
    "proof": "bukti tempat salah bentuk",
    "log-unknown": "checkpoint dari log yang tidak dikenal",
    "log-signature": "checkpoint tidak ditandatangani oleh log",
    "inclusion": "catatan ini tidak ada di tempat yang disebut bukti",
    "witness": "baris seorang saksi tidak cocok",
    "no-certificates": "tidak ada sertifikat",
    "not-certified": "tidak ada sertifikat untuk perangkat ini",
    "no-chain": "menunggu sertifikat perangkat",
    "unknown-kind": "jenis catatan ini belum dikenal di sini",
    "no-seal": "segel catatannya tidak cocok",
    "no-proof": "tidak ada .tlog-proof",
    "no-log-key": "kunci log tidak diketahui",
}


class Fault(Exception):
    """Something does not hold (`missing`: could not be looked at); the code is one of SENTENCES."""

    def __init__(self, code, missing=False):
        super().__init__(code)
        self.code, self.missing = code, missing


def demand(holds, code):
    if not holds:
        raise Fault(code)


def missing(lacks, code):
    if lacks:
        raise Fault(code, missing=True)


# --- section 1: envelopes ------------------------------------------------------------------------


def exactly(value, keys):
    demand(isinstance(value, dict) and set(value) == set(keys), "form")


def decoded(text, length=None):
    demand(isinstance(text, str), "form")
    try:
        raw = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raise Fault("form") from None
    demand(base64.b64encode(raw).decode() == text and length in (None, len(raw)), "form")
    return raw


def opened(envelope):
    """An entry whose seal holds and whose payload keeps its rules."""
    exactly(envelope, ("payload", "payloadType", "signatures"))
    demand(envelope["payloadType"] == sealed.TYPE.decode(), "form")
    demand(isinstance(envelope["signatures"], list) and len(envelope["signatures"]) == 1, "form")
    [one] = envelope["signatures"]
    exactly(one, ("keyid", "key", "sig"))
    entry = sealed.Entry("bukti", decoded(one["key"], 32), decoded(one["sig"], 64), decoded(envelope["payload"]))
    fault = sealed.verify(entry)
    demand(fault is None, {"payload": "json"}.get(fault and fault[0], fault and fault[0]))
    demand(one["keyid"] == entry.feed, "feed")
    entry.kind, entry.body, entry.drive = entry.payload["kind"], entry.payload["body"], entry.payload.get("drive")
    return entry


# --- section 3, steps 2 and 3: who may speak -----------------------------------------------------


class Certificate:
    def __init__(self, entry, role):
        body = entry.body
        self.role, self.key, self.feed = role, body["key"], feed_of(body["key"])
        self.name, self.units = body["name"], body["units"]
        self.drive = entry.drive if role == "field" else body["drive"]
        self.window = body["from_ms"] // 1000, min(body["until_ms"], END_OF_9999) // 1000
        self.last_seq, self.admitted = None, set()

    def revoke(self, last_seq):
        self.last_seq = last_seq if self.last_seq is None else min(self.last_seq, last_seq)

    def lets(self, entry):
        return self.last_seq is None or entry.seq <= self.last_seq or entry.entry_id in self.admitted


def units_of(entry):
    if entry.kind in ("open-session", "plan-session", "certify-officer"):
        return entry.body["units"]
    return [entry.body["unit"]] if entry.kind in ("sign", "add-person") else []


def letting_write(certificates, entry):
    """Certificates of one key add up: those that let it write this entry."""
    of_drive = [one for one in certificates if one.drive in (None, entry.drive)]
    demand(of_drive, "drive")
    wanted = units_of(entry)
    of_units = [one for one in of_drive if not wanted or covers_units(one.units, wanted)]
    demand(of_units, "unit")
    current = [one for one in of_units if one.lets(entry)]
    demand(current, "revoked")
    return current


class Chain:
    """From the root's fingerprint down to officers, logs and witnesses."""

    def __init__(self, entries, fingerprint):
        demand(len(entries) <= MOST_CERTIFICATES, "form")
        self.roles, self.names = {}, {}
        of_root = [entry for entry in entries if entry.feed.startswith(fingerprint)]
        demand(len({entry.feed for entry in of_root}) == 1, "root")
        certified = self.walk_root(of_root)
        self.admins = [one for one in certified if one.role == "admin"]
        self.logs, self.cosigners = ([one for one in certified if one.role == role and one.last_seq is None]
                                     for role in ("log", "cosigner"))
        self.officers = self.walk_admins([entry for entry in entries if entry not in of_root])

    def note(self, key, role, name=None):
        demand(self.roles.setdefault(key, role) == role, "roles")
        if role in ("log", "cosigner"):
            demand(self.names.setdefault(key, name) == name, "names")

    def walk_root(self, entries):
        certified = []
        for entry in entries:
            self.note(entry.key.hex(), "root")
            if entry.kind == "revoke":
                continue
            demand(entry.kind == "certify" and entry.body["role"] in ("admin", "log", "cosigner"), "chain")
            self.note(entry.body["key"], entry.body["role"], entry.body["name"])
            certified.append(Certificate(entry, entry.body["role"]))
        for entry in entries:
            for one in certified:
                if entry.kind == "revoke" and (one.role, one.key) == (entry.body["role"], entry.body["key"]):
                    one.revoke(entry.body["last_seq"])
        return certified

    def authority_of(self, entry):
        own = [one for one in self.admins if one.feed == entry.feed]
        demand(own and entry.kind in ("certify-officer", "revoke-officer", "admit"), "chain")
        try:
            return letting_write(own, entry)
        except Fault as fault:
            raise Fault("revoked" if fault.code == "revoked" else "scope") from None

    def walk_admins(self, entries):
        # Admissions that need no other admission, so that nobody admits themselves.
        plain = []
        for entry in entries:
            try:
                if entry.kind == "admit":
                    plain.append((self.authority_of(entry), entry))
            except Fault:
                pass  # judged once more below
        for authorities, entry in plain:
            admit(within(authorities, entry, self.admins, True), entry)
        judged = [(self.authority_of(entry), entry) for entry in entries]
        officers = []
        for _, entry in judged:
            if entry.kind == "certify-officer":
                self.note(entry.body["key"], "field")
                officers.append(Certificate(entry, "field"))
        for authorities, entry in judged:
            if entry.kind == "revoke-officer":
                for one in within(authorities, entry, officers, False):
                    one.revoke(entry.body["last_seq"])
            if entry.kind == "admit":
                admit(within(authorities, entry, officers, False), entry)
        return officers


def within(authorities, entry, certificates, of_admins):
    """Certificates of the feed that an admin's entry names, within that admin's reach."""
    units = [unit for one in authorities for unit in one.units]
    any_drive = of_admins and any(one.drive is None for one in authorities)
    reach = ["*"] if "*" in units else units
    return [one for one in certificates if one.feed == entry.body["feed"] and
            (any_drive or one.drive == entry.drive) and covers_units(reach, one.units)]


def admit(certificates, entry):
    for one in certificates:
        one.admitted.update(entry.body["entries"])


# --- section 3, steps 4 and 5: the log -----------------------------------------------------------


def split_note(text):
    demand(len(text.encode()) <= MOST_NOTE and not re.search("[\x00-\x09\x0b-\x1f\x7f]", text), "note")
    body, gap, rest = text.rpartition("\n\n")
    demand(gap and rest.endswith("\n"), "note")
    lines = []
    for line in rest[:-1].split("\n"):
        match = re.fullmatch("\u2014 ([^ +]+) ([A-Za-z0-9+/=]+)", line)
        demand(match, "note")
        blob = decoded(match[2])
        demand(len(blob) > 4, "note")
        lines.append((match[1], blob[:4], blob[4:]))
    demand(len(lines) <= 100, "note")
    return body + "\n", lines


def key_hash(name, kind, key):
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + key).digest()[:4]


def line_of(lines, name, kind, key):
    return next((blob for who, hash_, blob in lines if (who, hash_) == (name, key_hash(name, kind, key))), None)


def number(text, code):
    demand(re.fullmatch("0|[1-9][0-9]{0,19}", text) and int(text) < 2**64, code)
    return int(text)


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def root_of(index, size, leaf, hashes):
    """RFC 9162 section 2.1.3.2."""
    demand(index < size, "inclusion")
    fn, sn, root = index, size - 1, leaf
    for one in hashes:
        demand(sn != 0, "inclusion")
        if fn & 1 or fn == sn:
            root = node(one, root)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            root = node(root, one)
        fn, sn = fn >> 1, sn >> 1
    demand(sn == 0, "inclusion")
    return root


def check_place(entry, text, chain):
    """The names of the witnesses whose lines hold."""
    head, gap, note = text.partition("\n\n")
    magic, *rest = head.split("\n")
    demand(gap and magic == "c2sp.org/tlog-proof@v1" and rest and rest[0].startswith("index ") and len(rest) <= 64, "proof")
    index, hashes = number(rest[0][6:], "proof"), [decoded(line, 32) for line in rest[1:]]
    checkpoint, lines = split_note(note)
    parts = checkpoint.split("\n")
    demand(len(parts) == 4 and parts[3] == "" and re.fullmatch("[!-*,-~]{1,255}", parts[0]), "note")
    size, root = number(parts[1], "proof"), decoded(parts[2], 32)
    logs = [one for one in chain.logs if one.name == parts[0]]
    demand(logs, "log-unknown")
    signed = [line_of(lines, one.name, 1, bytes.fromhex(one.key)) for one in logs]
    demand(any(blob and len(blob) == 64 and
               sealed.signature_holds(bytes.fromhex(one.key), checkpoint.encode(), blob)
               for one, blob in zip(logs, signed)), "log-signature")
    leaf = b"teken/leaf/v1\0\0\0" + bytes.fromhex(entry.feed) + entry.seq.to_bytes(8, "big") + \
        bytes.fromhex(entry.entry_id) + entry.signature
    demand(root_of(index, size, hashlib.sha256(b"\0" + leaf).digest(), hashes) == root, "inclusion")
    return sorted({name for one in chain.cosigners for name in witness_of(one, checkpoint, lines)})


def witness_of(one, checkpoint, lines):
    blob = line_of(lines, one.name, 4, bytes.fromhex(one.key))
    if blob is None:
        return []
    demand(len(blob) == 72, "witness")
    time = int.from_bytes(blob[:8], "big")
    message = "cosignature/v1\ntime %d\n%s" % (time, checkpoint)
    demand(sealed.signature_holds(bytes.fromhex(one.key), message.encode(), blob[8:]), "witness")
    return [one.name] if one.window[0] <= time <= one.window[1] else []


# --- all of it -----------------------------------------------------------------------------------


def read(raw):
    try:
        value = payload_rules.parse(raw, MOST_FILE)
    except payload_rules.Refused:
        raise Fault("form") from None
    exactly(value, ("format", "number", "entry", "certificates", "proof"))
    demand(value["format"] == "teken/bukti/v1" and isinstance(value["certificates"], list), "form")
    demand(value["number"] is None or isinstance(value["number"], str) and re.fullmatch("[0-9]{3}", value["number"]), "form")
    demand(value["proof"] is None or isinstance(value["proof"], str), "form")
    return value


class Check:
    """Steps 1 to 5; `steps` holds (name, None or Fault)."""

    def __init__(self, raw, fingerprint):
        self.steps, self.entry, self.chain, self.witnesses = [], None, None, []
        self.officers, self.value, self.fingerprint = [], read(raw), fingerprint
        for name, work in (("segel", self.seal), ("sertifikat", self.root), ("wewenang", self.scope),
                           ("log", self.place)):
            fault = None
            try:
                work()
            except Fault as found:
                fault = found
            self.steps.append((name, fault))

    def seal(self):
        demand(self.value["entry"] is not None, "form")
        self.entry = opened(self.value["entry"])

    def root(self):
        missing(not self.value["certificates"], "no-certificates")
        self.chain = Chain([opened(one) for one in self.value["certificates"]], self.fingerprint)
        missing(self.entry is None, "no-seal")
        own = [one for one in self.chain.officers if one.feed == self.entry.feed]
        missing(not own, "not-certified")
        demand(self.entry.kind not in payload_rules.KINDS or any(one.lets(self.entry) for one in own), "revoked")
        self.officers = own

    def scope(self):
        missing(not self.officers, "no-chain")
        missing(self.entry.kind not in payload_rules.KINDS, "unknown-kind")
        demand(self.entry.kind in payload_rules.FIELD_KINDS, "kind")
        letting = letting_write(self.officers, self.entry)
        self.admitted = all(one.last_seq is not None and self.entry.seq > one.last_seq for one in letting)

    def place(self):
        missing(self.value["proof"] is None, "no-proof")
        missing(self.entry is None, "no-seal")
        missing(self.chain is None or not self.chain.logs, "no-log-key")
        self.witnesses = check_place(self.entry, self.value["proof"], self.chain)

    admitted = False

    @property
    def verdict(self):
        faults = [fault for _, fault in self.steps if fault]
        if any(not fault.missing for fault in faults):
            return "TIDAK UTUH"
        return "TIDAK LENGKAP" if faults else "UTUH"


def check_file(path, fingerprint):
    try:
        check = Check(pathlib.Path(path).read_bytes(), fingerprint)
    except Fault as fault:
        print("SALAH   %s: %s\nTIDAK DAPAT DIPERIKSA" % (fault.code, SENTENCES[fault.code]))
        return 2
    for name, fault in check.steps:
        print("%s %s%s" % ("COCOK  " if fault is None else "KURANG " if fault.missing else "SALAH  ", name,
                           ": %s: %s" % (fault.code, SENTENCES[fault.code]) if fault else ""))
    if check.admitted:
        print("PERHATIAN dibuat sesudah kuncinya dicabut; tetap diterima oleh admin")
    print("disaksikan: %s" % (", ".join(check.witnesses) or "belum oleh kantor lain"))
    print("tidak diperiksa: apakah kemudian dibatalkan atau kuncinya dicabut, apakah ada yang lain dihilangkan, siapa orangnya")
    print(check.verdict)
    return 0 if check.verdict == "UTUH" else 1
