"""Makes proofs of one record as core/log/EVIDENCE.md says: keys by the openssl command, no code of Teken."""

import base64
import hashlib
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "functional"))
from small_log import EM, Key, inclusion, key_hash, root, vkey  # noqa: E402

TYPE = "application/vnd.teken.entry.v1+json"
ORIGIN = "pusat.example/log"
DRIVE = "37" * 32
SESSION = "0123456789abcdef0123456789abcdef"


def b64(data):
    return base64.b64encode(data).decode()


DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SLIP_DOCUMENT = pathlib.Path(__file__).resolve().parents[2] / "core" / "entry" / "SLIP.md"


def base32(data):
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    return "".join(DIGITS[int(bits[at:at + 5], 2)] for at in range(0, len(bits), 5))


def slip_text(content):
    """Dressed as SLIP.md section 2 says, whatever is inside."""
    return "TEKEN1:" + base32(content + hashlib.sha256(b"teken/slip/v1\n" + content).digest()[:4])


class Entry:
    def __init__(self, key, payload, signature=None):
        self.key = key
        self.payload = payload if isinstance(payload, bytes) else json.dumps(payload, separators=(",", ":"),
                                                                              ensure_ascii=False).encode()
        self.pae = b"DSSEv1 %d %s %d " % (len(TYPE), TYPE.encode(), len(self.payload)) + self.payload
        self.signature = signature or key.sign(self.pae)
        self.feed = hashlib.sha256(key.public).digest()
        self.id = hashlib.sha256(self.pae).digest()

    def envelope(self):
        return {"payload": b64(self.payload), "payloadType": TYPE,
                "signatures": [{"keyid": self.feed.hex(), "key": b64(self.key.public), "sig": b64(self.signature)}]}

    def slip(self):
        """The simplest packing there is: letters as they are."""
        pieces = [self.payload[at:at + 64] for at in range(0, len(self.payload), 64)]
        packed = b"".join(bytes([0x7f + len(piece)]) + piece for piece in pieces)
        return slip_text(self.key.public + self.signature + packed)

    def code(self):
        digits = base32(self.id)[:5] + base32(hashlib.sha256(b"teken/slip-code/v1\n" + self.payload).digest())[:11]
        check = 0
        for digit in digits:
            check = (check ^ DIGITS.index(digit)) << 1
            check ^= 0x25 if check & 32 else 0
        digits += DIGITS[check]
        return "-".join((digits[:4], digits[4:8], digits[8:12], digits[12:]))

    def leaf(self, seq):
        return b"teken/leaf/v1\0\0\0" + self.feed + seq.to_bytes(8, "big") + self.id + self.signature


class World:
    """A root, an admin, an officer, a log and two witnesses; one signature among thirteen leaves."""

    def __init__(self, folder):
        self.keys = {name: Key(folder, name) for name in ("root", "admin", "officer", "log", "saksi1", "saksi2", "other")}
        self.fingerprint = hashlib.sha256(self.keys["root"].public).hexdigest()
        self.log_vkey = vkey(ORIGIN, 1, self.keys["log"].public)
        self.entry = self.sign_entry()
        self.seq = 42

    def header(self, key, kind, seq, body, drive=DRIVE):
        payload = {"v": 1, "kind": kind, "drive": drive, "feed": hashlib.sha256(self.keys[key].public).hexdigest(),
                   "seq": seq, "prev": None if seq == 1 else "2d" * 32, "wall_ms": 1700183700000, "mono_ms": 1000,
                   "boot": "00" * 16, "seen": {"origin": ORIGIN, "size": 4, "root": "fb" * 32}, "salt": "f0" * 16,
                   "body": body}
        if drive is None:
            del payload["drive"]
        return payload

    def sign_entry(self, unit="KEC-04", drive=DRIVE, **more):
        body = {"session": SESSION, "person": "fedcba9876543210fedcba9876543210", "roster": None, "unit": unit,
                "text": "560ff980c81765f85fa235b88ae0ec0d318969b7e1cca734322ee4882d674da2", "ink": "66" * 32,
                "form": "ink", "identified": "card", "present": ["officer", "witness-2"], "reading": "joint",
                "mark": "none", "second": None, **more}
        return Entry(self.keys["officer"], self.header("officer", "sign", 42, body, drive))

    def certify(self, role, key, name, seq=1, **more):
        body = {"role": role, "key": self.keys[key].public.hex(), "name": name, "units": ["*"], "drive": None,
                "from_ms": 1700000000000, "until_ms": 1731536000000, "pins": [], **more}
        return Entry(self.keys["root"], self.header("root", "certify", seq, body, None))

    def of_officer(self, kind, body, drive=DRIVE, **header):
        """Number 42 of the officer's feed, of any kind."""
        return Entry(self.keys["officer"], self.header("officer", kind, 42, body, drive) | header)

    def certify_officer(self, by="admin", key="officer", units=("KEC-04",), seq=5):
        body = {"key": self.keys[key].public.hex(), "name": "Petugas", "device": "PMK-017", "units": list(units),
                "from_ms": 1700000000000, "until_ms": 1731536000000, "recipient": None, "succeeds": None}
        return Entry(self.keys[by], self.header(by, "certify-officer", seq, body))

    def revoke(self, role, key, last, seq=9):
        body = {"role": role, "key": self.keys[key].public.hex(), "last_seq": last, "reason": "stolen"}
        return Entry(self.keys["root"], self.header("root", "revoke", seq, body, None))

    def revoke_officer(self, last, by="admin", feed=None, drive=DRIVE):
        body = {"feed": feed or self.entry.feed.hex(), "last_seq": last, "reason": "stolen"}
        return Entry(self.keys[by], self.header(by, "revoke-officer", 9, body, drive))

    def admit(self, entries, by="admin", feed=None, drive=DRIVE, seq=10, reason="dibuat sebelum laptop hilang", **more):
        """An admin lets these count, though they come after the revocation of their key."""
        body = {"feed": feed or self.entry.feed.hex(), "entries": entries, "reason": reason, **more}
        return Entry(self.keys[by], self.header(by, "admit", seq, body, drive))

    def feed(self, key):
        return hashlib.sha256(self.keys[key].public).hexdigest()

    def certificates(self):
        return [self.certify("admin", "admin", "BKPSDM Contoh"), self.certify("log", "log", ORIGIN, 2),
                self.certify("cosigner", "saksi1", "bawaslu.example/saksi", 3), self.certify_officer()]

    def proof(self, entry=None, index=7, claimed=None, size=13, witnesses=("saksi1",), log="log", break_root=False,
              time=1700190000, name="bawaslu.example/saksi"):
        leaves = [f"lain {i}".encode().ljust(152, b".") for i in range(size)]
        leaves[index] = (entry or self.entry).leaf(self.seq)
        tree = root(leaves)
        if break_root:
            tree = bytes([tree[0] ^ 1]) + tree[1:]
        text = f"{ORIGIN}\n{size}\n{b64(tree)}\n"
        lines = f"{EM}{ORIGIN} {b64(key_hash(ORIGIN, 1, self.keys[log].public) + self.keys[log].sign(text.encode()))}\n"
        for one in witnesses:
            blob = time.to_bytes(8, "big") + self.keys[one].sign(f"cosignature/v1\ntime {time}\n{text}".encode())
            lines += f"{EM}{name} {b64(key_hash(name, 4, self.keys['saksi1'].public) + blob)}\n"
        hashes = "".join(b64(one) + "\n" for one in inclusion(index, leaves))
        return f"c2sp.org/tlog-proof@v1\nindex {index if claimed is None else claimed}\n{hashes}\n{text}\n{lines}"

    def bukti(self, entry=None, certificates=None, proof="", number="123"):
        chosen = self.certificates() if certificates is None else certificates
        return {"format": "teken/bukti/v1", "number": number, "entry": (entry or self.entry).envelope(),
                "certificates": [one.envelope() for one in chosen], "proof": self.proof(entry) if proof == "" else proof}
