"""The recipe of core/log/EVIDENCE.md, run by a shell on the document's own example and on forgeries of it."""

import base64
import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

DOCUMENT = pathlib.Path(__file__).resolve().parents[2] / "core" / "log" / "EVIDENCE.md"


def block(kind):
    return re.search(rf"```{kind}\n(.*?)```", DOCUMENT.read_text(), re.S)[1]


class Recipe(unittest.TestCase):
    def setUp(self):
        if any(shutil.which(tool) is None for tool in ("openssl", "xxd", "base64")):
            self.skipTest("no openssl, xxd or base64 here")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="teken-recipe-"))
        self.bukti = block("example-bukti")
        certificates = [json.loads(base64.b64decode(one["payload"])) for one in json.loads(self.bukti)["certificates"]]
        [key] = [one["body"]["key"] for one in certificates if one["body"].get("role") == "log"]
        self.log_key = bytes.fromhex(key)

    def tearDown(self):
        shutil.rmtree(self.folder, ignore_errors=True)

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
