"""A log of a few leaves that asks witnesses: keys by the openssl command, trees by RFC 9162, notes by C2SP."""

import base64
import hashlib
import pathlib
import subprocess

EM = "\u2014 "


def sha(data):
    return hashlib.sha256(data).digest()


def split(n):
    return 1 << ((n - 1).bit_length() - 1)


def root(leaves):
    if not leaves:
        return sha(b"")
    if len(leaves) == 1:
        return sha(b"\0" + leaves[0])
    k = split(len(leaves))
    return sha(b"\1" + root(leaves[:k]) + root(leaves[k:]))


def consistency(m, leaves, whole=True):
    n = len(leaves)
    if m == n:
        return [] if whole else [root(leaves)]
    k = split(n)
    if m <= k:
        return consistency(m, leaves[:k], whole) + [root(leaves[k:])]
    return consistency(m - k, leaves[k:], False) + [root(leaves[:k])]


def inclusion(index, leaves):
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    if index < k:
        return inclusion(index, leaves[:k]) + [root(leaves[k:])]
    return inclusion(index - k, leaves[k:]) + [root(leaves[:k])]


class Key:
    """An Ed25519 key in a file."""

    def __init__(self, folder, name):
        self.file = pathlib.Path(folder) / f"{name}.pem"
        if not self.file.exists():
            subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", self.file], check=True,
                           capture_output=True)
        der = subprocess.run(["openssl", "pkey", "-in", self.file, "-pubout", "-outform", "DER"], check=True,
                             capture_output=True).stdout
        self.public = der[-32:]

    def sign(self, message):
        source = self.file.with_suffix(".message")
        source.write_bytes(message)
        return subprocess.run(["openssl", "pkeyutl", "-sign", "-inkey", self.file, "-rawin", "-in", source],
                              check=True, capture_output=True).stdout


def key_hash(name, kind, public):
    return sha(name.encode() + b"\n" + bytes([kind]) + public)[:4]


def vkey(name, kind, public):
    return f"{name}+{key_hash(name, kind, public).hex()}+{base64.b64encode(bytes([kind]) + public).decode()}"


def verify(public, message, signature, folder):
    folder = pathlib.Path(folder)
    (folder / "v.der").write_bytes(bytes.fromhex("302a300506032b6570032100") + public)
    (folder / "v.message").write_bytes(message)
    (folder / "v.signature").write_bytes(signature)
    return subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", folder / "v.der",
                           "-rawin", "-in", folder / "v.message", "-sigfile", folder / "v.signature"],
                          capture_output=True).returncode == 0


class Log:
    def __init__(self, folder, origin="log.example/teken", key="log"):
        self.origin = origin
        self.key = Key(folder, key)
        self.leaves = []

    @property
    def vkey(self):
        return vkey(self.origin, 1, self.key.public)

    def grow(self, size, story=""):
        for number in range(len(self.leaves), size):
            self.leaves.append(f"{story}{number}".encode())

    def text(self):
        tree = base64.b64encode(root(self.leaves)).decode()
        return f"{self.origin}\n{len(self.leaves)}\n{tree}\n"

    def note(self):
        text = self.text()
        blob = key_hash(self.origin, 1, self.key.public) + self.key.sign(text.encode())
        return f"{text}\n{EM}{self.origin} {base64.b64encode(blob).decode()}\n"

    def request(self, old):
        proof = consistency(old, self.leaves) if 0 < old < len(self.leaves) else []
        lines = "".join(base64.b64encode(one).decode() + "\n" for one in proof)
        return f"old {old}\n{lines}\n{self.note()}"


class Witness:
    """A witness's vkey, to check its lines with."""

    def __init__(self, text):
        self.name, _, blob = text.split("+", 2)
        blob = base64.b64decode(blob)
        assert blob[0] == 4 and vkey(self.name, 4, blob[1:]) == text
        self.public = blob[1:]

    def time_of(self, line, checkpoint, folder):
        """The time of a cosignature that holds over this checkpoint text; None if it does not."""
        if not line.startswith(f"{EM}{self.name} ") or not line.endswith("\n"):
            return None
        blob = base64.b64decode(line.split(" ")[2])
        if blob[:4] != key_hash(self.name, 4, self.public) or len(blob) != 76:
            return None
        time = int.from_bytes(blob[4:12], "big")
        message = f"cosignature/v1\ntime {time}\n{checkpoint}".encode()
        return time if verify(self.public, message, blob[12:], folder) else None
