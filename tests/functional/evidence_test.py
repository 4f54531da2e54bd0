"""The recipe of core/log/EVIDENCE.md, run by a shell on the document's own example and on forgeries of it."""

import base64
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from small_log import EM, Key, key_hash, root

DOCUMENT = pathlib.Path(__file__).resolve().parents[2] / "core" / "log" / "EVIDENCE.md"


TYPE = b"application/vnd.teken.entry.v1+json"
ORIGIN = "pusat.example/log"


def b64(data):
    return base64.b64encode(data).decode()


def record_in_a_log(folder, payload, seq=None):
    """A file as a writer puts it, of one record that is the only leaf of a log; the log's key. `seq`: what the leaf says."""
    key, log = Key(folder, "petugas"), Key(folder, "log")
    feed = hashlib.sha256(key.public).digest()
    raw = payload(feed.hex()).encode()
    pae = b"DSSEv1 %d %s %d " % (len(TYPE), TYPE, len(raw)) + raw
    signature = key.sign(pae)
    leaf = (b"teken/leaf/v1\0\0\0" + feed + (seq or json.loads(raw)["seq"]).to_bytes(8, "big") + hashlib.sha256(pae).digest() +
            signature)
    text = f"{ORIGIN}\n1\n{b64(root([leaf]))}\n"
    line = f"{EM}{ORIGIN} {b64(key_hash(ORIGIN, 1, log.public) + log.sign(text.encode()))}\n"
    envelope = {"payload": b64(raw), "payloadType": TYPE.decode(),
                "signatures": [{"keyid": feed.hex(), "key": b64(key.public), "sig": b64(signature)}]}
    lines = ['"format":"teken/bukti/v1"', '"number":null', '"entry":' + json.dumps(envelope, separators=(",", ":")),
             '"certificates":[]',
             '"proof":' + json.dumps(f"c2sp.org/tlog-proof@v1\nindex 0\n\n{text}\n{line}", ensure_ascii=False)]
    return "{\n" + ",\n".join(lines) + "\n}\n", log.public


def payload_of(kind, seq, body, **options):
    """As a function of the feed's id."""
    def make(feed):
        head = {"v": 1, "kind": kind, "drive": "37" * 32, "feed": feed, "seq": seq, "prev": None if seq == 1 else "2d" * 32,
                "wall_ms": 1700183700000, "mono_ms": 1000, "boot": "00" * 16, "seen": None, "salt": "f0" * 16, "body": body}
        if options.pop("turned", False):
            head = dict(reversed(head.items()))
        return json.dumps(head, **({"separators": (",", ":")} | options))
    return make


def block(kind):
    return re.search(rf"```{kind}\n(.*?)```", DOCUMENT.read_text(), re.S)[1]


class Recipe(unittest.TestCase):
    def setUp(self):
        if any(shutil.which(tool) is None for tool in ("openssl", "xxd", "base64")):
            self.skipTest("no openssl, xxd or base64 here")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="teken-recipe-"))
        self.keys = pathlib.Path(tempfile.mkdtemp(prefix="teken-recipe-keys-"))
        self.bukti = block("example-bukti")
        certificates = [json.loads(base64.b64decode(one["payload"])) for one in json.loads(self.bukti)["certificates"]]
        [key] = [one["body"]["key"] for one in certificates if one["body"].get("role") == "log"]
        self.log_key = bytes.fromhex(key)

    def tearDown(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.rmtree(self.keys, ignore_errors=True)

    def play(self, bukti, log_key=None):
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        (self.folder / "bukti").write_text(bukti)
        (self.folder / "log.key").write_bytes(log_key or self.log_key)
        return subprocess.run(["sh", "-c", block("sh")], cwd=self.folder, capture_output=True, text=True, timeout=120)

    def change(self, path, change):
        """The file with one field changed, written as writers do."""
        value = json.loads(self.bukti)
        part = value
        for step in path[:-1]:
            part = part[step]
        old = part[path[-1]]
        part[path[-1]] = change(old)
        text = self.bukti.replace(json.dumps(old, ensure_ascii=False), json.dumps(part[path[-1]], ensure_ascii=False))
        self.assertNotEqual(text, self.bukti)
        return text

    @staticmethod
    def flip(position):
        def change(text):
            data = bytearray(base64.b64decode(text))
            data[position] ^= 1
            return base64.b64encode(bytes(data)).decode()
        return change

    def test_the_example_holds(self):
        done = self.play(self.bukti)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(done.stdout.count("Signature Verified Successfully"), 2)

    SUCCEED = {"feed": "ab" * 32, "seq": 41, "head": "cd" * 32, "reason": "lost"}
    TRICKY = {"session": "5e" * 16, "topic": "other", "text": 'x","seq":9,"y":"{[ @:8 seq \\ \\"seq\\":7', "at_ms": None}

    def test_a_body_with_a_number_of_its_own_is_no_trap(self):
        done = self.play(*record_in_a_log(self.keys, payload_of("succeed", 1, self.SUCCEED)))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        lying = record_in_a_log(self.keys, payload_of("succeed", 1, self.SUCCEED), seq=41)
        self.assertNotEqual(self.play(*lying).returncode, 0, "a leaf at another number")

    def test_white_space_order_and_tricky_text_mean_nothing(self):
        for kind, body, options in (("note", self.TRICKY, {"indent": 1}), ("note", self.TRICKY, {"turned": True}),
                                    ("succeed", self.SUCCEED, {"separators": (" , ", " : ")}),
                                    ("seq", {"seq": {"seq": [["seq"]]}, "a": "seq"}, {"turned": True, "indent": 3})):
            done = self.play(*record_in_a_log(self.keys, payload_of(kind, 42, body, **options)))
            self.assertEqual(done.returncode, 0, (kind, options, done.stdout + done.stderr))

    def test_a_payload_without_a_number_stops_it(self):
        for payload in ('{"body":{"seq":1}}', '{"seq":0}', '{"seq":null}', '[{"seq":1}]', "1"):
            done = self.play(*record_in_a_log(self.keys, lambda _feed, text=payload: text, seq=1))
            self.assertNotEqual(done.returncode, 0, payload)

    def test_every_forgery_stops_it(self):
        record = ["entry", "signatures", 0]
        lines = json.loads(self.bukti)["proof"].split("\n")
        for what, text in {
            "payload": self.change(["entry", "payload"], self.flip(-9)),
            "signature": self.change([*record, "sig"], self.flip(5)),
            "key": self.change([*record, "key"], self.flip(5)),
            "index": self.change(["proof"], lambda proof: proof.replace("index 2", "index 1")),
            "index outside": self.change(["proof"], lambda proof: proof.replace("index 2", "index 5")),
            "hash": self.change(["proof"], lambda proof: proof.replace(lines[3], self.flip(0)(lines[3]))),
            "hash missing": self.change(["proof"], lambda proof: proof.replace(lines[2] + "\n", "", 1)),
            "hash twice": self.change(["proof"], lambda proof: proof.replace(lines[2], lines[2] + "\n" + lines[2], 1)),
            "size": self.change(["proof"], lambda proof: proof.replace("\n5\n", "\n4\n")),
        }.items():
            self.assertNotEqual(self.play(text).returncode, 0, what)
        self.assertNotEqual(self.play(self.bukti, bytes(31) + b"\x09").returncode, 0, "another log")


if __name__ == "__main__":
    unittest.main(verbosity=2)
