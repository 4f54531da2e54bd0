"""One entry and its seal: core/entry/FORMAT.md sections 1 and 2, with the openssl command."""

import hashlib
import pathlib
import subprocess
import tempfile

import payload_rules

TYPE = b"application/vnd.teken.entry.v1+json"
P = 2**255 - 19
# y of the points whose order divides 8; OpenSSL takes them, libsodium (section 1) does not.
SMALL_ORDER_Y = {
    0, 1, P - 1,
    2707385501144840649318225287225658788936804267575313519463743609750303402022,
    55188659117513257062467267217118295137698188065244968500265048394206261417927,
}


class Entry:
    """One record of section 8, taken apart."""

    def __init__(self, place, key, signature, payload=None, ink=b"", entry_id=None, seq=0, prev=None):
        self.place, self.key, self.signature = place, key, signature
        self.raw, self.ink = payload, ink
        self.payload = None  # parsed, once it is known to be good
        self.feed = hashlib.sha256(key).hexdigest()
        self.entry_id, self.seq, self.prev = entry_id, seq, prev
        if payload is not None:
            self.entry_id = hashlib.sha256(self.pae()).hexdigest()

    def pae(self):
        return b"DSSEv1 %d %s %d " % (len(TYPE), TYPE, len(self.raw)) + self.raw

    @property
    def withheld(self):
        return self.raw is None


# --- section 1: signatures -----------------------------------------------------------------------


def is_small_or_odd(point, canonical):
    """Of small order, or (for keys) with a y that another encoding has too."""
    y = int.from_bytes(point, "little") & (2**255 - 1)
    return y % P in SMALL_ORDER_Y or (canonical and y >= P)


def signature_holds(key, message, signature):
    if is_small_or_odd(key, True) or is_small_or_odd(signature[:32], False):
        return False
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        (path / "key").write_bytes(bytes.fromhex("302a300506032b6570032100") + key)
        (path / "message").write_bytes(message)
        (path / "signature").write_bytes(signature)
        result = subprocess.run(
            ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key", "-rawin", "-in", "message",
             "-sigfile", "signature"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return result.returncode == 0


def verify(entry):
    """None, or (rule, sentence)."""
    if entry.withheld:
        return None
    if not signature_holds(entry.key, entry.pae(), entry.signature):
        return "signature", "tanda tangan segel tidak cocok dengan isi"
    try:
        payload = payload_rules.check(entry.raw)
    except payload_rules.Refused as refused:
        return "payload", "isi melanggar format: %s" % refused
    if payload["feed"] != entry.feed:
        return "feed", "isi menyebut perangkat lain daripada penandatangannya"
    bound = payload_rules.ink_hash(payload)
    if entry.ink and hashlib.sha256(entry.ink).hexdigest() != bound:
        return "ink", "goresan tinta bukan yang disegel"
    entry.payload, entry.seq, entry.prev = payload, payload["seq"], payload["prev"]
    return None
