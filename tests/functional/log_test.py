"""The log of a real server, read with nothing but Python and OpenSSL: no line of Teken judges what it says."""

import base64
import hashlib
import json
import struct
import subprocess

import scene

LEAF = struct.Struct(">16s32sQ32s64s")
MAGIC = b"teken/leaf/v1\0\0\0"


def leaf_hash(leaf):
    return hashlib.sha256(b"\0" + leaf).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def root_of(hashes):
    """RFC 6962 section 2.1, word by word."""
    if len(hashes) < 2:
        return hashes[0] if hashes else hashlib.sha256(b"").digest()
    split = 1 << (len(hashes) - 1).bit_length() - 1
    return node_hash(root_of(hashes[:split]), root_of(hashes[split:]))


def include(index, size, leaf, proof):
    """RFC 9162 section 2.1.3.2; the root that the proof leads to."""
    number, last, current = index, size - 1, leaf
    for hash_ in proof:
        if number & 1 or number == last:
            current = node_hash(hash_, current)
            while not number & 1 and number:
                number, last = number >> 1, last >> 1
        else:
            current = node_hash(current, hash_)
        number, last = number >> 1, last >> 1
    return current if last == 0 else None


class Log(scene.SceneTest):
    with_server = True

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # The log's key is the root's to certify, like the server's; the admin's laptop carries the word.
        cls.scene.run("akar", "authority", "certify", "pusat/log.minta")
        cls.scene.run("akar", "enrol", "provision", "pusat/server.minta", "--out", "pusat-log.teken")

    def tearDown(self):
        if self.scene.server is not None:
            self.scene.stop_server()

    # --- a plain client -----------------------------------------------------------------------------------

    def fetch(self, path, expect=200):
        connection = self.scene.connection()
        connection.request("GET", path)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        self.assertEqual(response.status, expect, path)
        return body, response.getheader("Cache-Control")

    def health(self):
        return self.scene.health()

    def wait_for_everything_signed(self):
        def ready():
            log = self.health()["log"]
            return log["state"] == "running" and log["leaves"] == log["signed"] > 0
        self.wait_for(ready, "nothing was signed")

    def verified_checkpoint(self, note):
        """Size and root, after OpenSSL has verified the log's signature with the key the root certified."""
        text, signatures = note.split(b"\n\n")
        text += b"\n"
        origin, size, root = text.decode().splitlines()
        key = bytes.fromhex(self.log_key())
        for line in signatures.decode().splitlines():
            dash, name, blob = line.split(" ")
            self.assertEqual((dash, name), ("\u2014", origin))
            blob = base64.b64decode(blob)
            self.assertEqual(blob[:4], hashlib.sha256(origin.encode() + b"\n\x01" + key).digest()[:4])
            folder = self.scene.folder
            (folder / "log.der").write_bytes(bytes.fromhex("302a300506032b6570032100") + key)
            (folder / "log.text").write_bytes(text)
            (folder / "log.signature").write_bytes(blob[4:])
            done = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "log.der",
                                   "-rawin", "-in", "log.text", "-sigfile", "log.signature"], cwd=folder,
                                  capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return int(size), base64.b64decode(root)

    def log_key(self):
        """From the request that the holder of the root certified."""
        request = json.loads((self.scene.folder / "pusat" / "log.minta").read_text())
        body = json.loads(base64.b64decode(request["request"]))
        self.assertEqual(body["role"], "log")
        return body["key"]

    def all_leaves(self, size):
        leaves = []
        for bundle in range((size + 255) // 256):
            width = min(256, size - bundle * 256)
            path = f"/log/tile/entries/{bundle:03}" + ("" if width == 256 else f".p/{width}")
            body, cache = self.fetch(path)
            self.assertIn("immutable", cache)
            for _ in range(width):
                length = struct.unpack(">H", body[:2])[0]
                leaves.append(body[2:2 + length])
                body = body[2 + length:]
            self.assertEqual(body, b"")
        return leaves

    def all_hashes(self, size):
        hashes = b""
        for tile in range((size + 255) // 256):
            width = min(256, size - tile * 256)
            hashes += self.fetch(f"/log/tile/0/{tile:03}" + ("" if width == 256 else f".p/{width}"))[0]
        return [hashes[i:i + 32] for i in range(0, len(hashes), 32)]

    def read_whole_log(self):
        note, cache = self.fetch("/log/checkpoint")
        self.assertEqual(cache, "no-cache")
        size, root = self.verified_checkpoint(note)
        leaves = self.all_leaves(size)
        hashes = [leaf_hash(leaf) for leaf in leaves]
        self.assertEqual(len(hashes), size)
        self.assertEqual(root_of(hashes), root)
        self.assertEqual(self.all_hashes(size), hashes)
        return size, root, leaves

    def start_certified(self):
        """The certificate reaches the server as every entry does: somebody brings it."""
        self.scene.serve_command("--config", "pusat/server.toml", "accept", "pusat-log.teken", "--root",
                                 self.scene.root)
        self.scene.start_server()
        self.scene.sync("admin", expect=(0, 2))

    def played(self, name, count):
        feed = self.scene.laptop(name)
        script = self.scene.script(f"{name}.json", {"do": "sign", "count": count}, {"do": "close"},
                                   {"do": "minutes", "name": "Camat", "role": "head"})
        self.scene.run(name, "session", "play", script)
        return feed

    # --- tests ----------------------------------------------------------------------------------------------

    def test_1_nothing_is_signed_before_the_root_has_certified_the_key(self):
        self.scene.start_server()
        self.scene.sync("admin", expect=(0, 2))
        log = self.health()["log"]
        self.assertEqual((log["state"], log["reason"]), ("waiting", "log.not-certified"))
        self.fetch("/log/checkpoint", expect=503)

    def test_2_every_entry_pushed_has_its_leaf_and_the_tree_is_the_one_that_was_signed(self):
        feed = self.played("balai", 20)
        self.start_certified()
        self.scene.sync("balai")
        self.wait_for_everything_signed()
        _, _, leaves = self.read_whole_log()
        entries, _ = self.scene.entries("balai")
        mine = {}
        for leaf in leaves:
            magic, leaf_feed, seq, entry, _ = LEAF.unpack(leaf)
            self.assertEqual(magic, MAGIC)
            if leaf_feed.hex() == feed:
                mine[entry.hex()] = seq
        self.assertEqual(set(mine), entries)
        self.assertEqual(sorted(mine.values()), list(range(1, len(entries) + 1)))

    def test_3_the_command_writes_a_proof_while_the_server_runs_and_while_it_does_not(self):
        self.played("kelurahan", 3)
        self.start_certified()
        self.scene.sync("kelurahan")
        self.wait_for_everything_signed()
        entry = sorted(self.scene.entries("kelurahan")[0])[0]
        _, _, leaves = self.read_whole_log()
        leaf = next(leaf for leaf in leaves if LEAF.unpack(leaf)[3].hex() == entry)
        for running in (True, False):
            if not running:
                self.assertEqual(self.scene.stop_server(), 0)
            done = self.scene.serve_command("--config", "pusat/server.toml", "log", "--json", "proof", entry, "--out",
                                            "satu.tlog-proof")
            answer = json.loads(done.stdout)
            text = (self.scene.folder / "satu.tlog-proof").read_bytes()
            head, note = text.split(b"\n\n", 1)
            lines = head.decode().splitlines()
            self.assertEqual(lines[0], "c2sp.org/tlog-proof@v1")
            index = int(lines[1].removeprefix("index "))
            size, root = self.verified_checkpoint(note)
            self.assertEqual((answer["index"], answer["size"], answer["root"]), (index, size, root.hex()))
            proof = [base64.b64decode(line) for line in lines[2:]]
            self.assertEqual(include(index, size, leaf_hash(leaf), proof), root)
            self.assertNotEqual(include(index, size, leaf_hash(leaf + b"x"), proof), root)
        unknown = self.scene.serve_command("--config", "pusat/server.toml", "log", "proof", "00" * 32, expect=(3,))
        self.assertIn("log.no-entry", unknown.stderr)

    def test_4_a_restored_database_publishes_nothing_and_goes_on_storing(self):
        self.start_certified()
        self.wait_for_everything_signed()
        self.assertEqual(self.scene.stop_server(), 0)
        book = self.scene.folder / "pusat" / "server.book"
        earlier = book.read_bytes()
        self.played("susulan", 2)
        self.scene.start_server()
        self.scene.sync("susulan")
        self.wait_for_everything_signed()
        self.assertEqual(self.scene.stop_server(), 0)
        later = book.read_bytes()
        book.write_bytes(earlier)
        self.scene.start_server()
        self.wait_for(lambda: self.health()["log"]["state"] == "stopped", "it went on signing")
        self.assertEqual(self.health()["log"]["reason"], "log.signer-shrunk")
        self.assertEqual(self.health()["status"], "degraded")
        self.fetch("/log/checkpoint", expect=423)
        self.played("lain", 1)
        # Stored, but nobody calls it received: the log that must witness it does not speak.
        answer = self.scene.sync("lain", expect=(2,))
        self.assertEqual(answer["log_error"], "log.stopped")
        self.assertGreater(answer["acknowledgements"], 0)
        self.assertEqual(answer["queue"]["received"], 0)
        self.assertEqual(self.scene.stop_server(), 0)
        book.write_bytes(later)
        self.scene.start_server()
        self.wait_for(lambda: self.health()["log"]["state"] == "running", "the true one does not go on")
        self.assertEqual(self.scene.sync("lain")["queue"]["waiting"], 0)


if __name__ == "__main__":
    scene.main()
