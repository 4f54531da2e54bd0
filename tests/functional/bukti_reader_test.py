"""Two readers of proofs of one record, packaging/verify/teken_verify.py --bukti, which shares no code with Teken, and tekenctl
check-bukti: on the document's own example, on what every reader must judge alike, and on forgeries."""

import base64
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(SOURCE / "tests" / "browser"), str(SOURCE / "packaging" / "verify")]

import admit_cases  # noqa: E402
import bukti  # noqa: E402
import proof_maker  # noqa: E402

TEKENCTL = pathlib.Path(os.environ.get("TEKEN_BUILD", SOURCE / "build")) / "app" / "tekenctl" / "tekenctl"
WORDS = {"intact": "UTUH", "incomplete": "TIDAK LENGKAP", "altered": "TIDAK UTUH"}


@unittest.skipIf(shutil.which("openssl") is None, "no openssl here")
class Reader(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="teken-bukti-"))
        cls.world = proof_maker.World(cls.folder)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder, ignore_errors=True)

    def judge(self, value, fingerprint=None):
        """(verdict, codes of what does not hold)."""
        check = bukti.Check(self.raw(value), fingerprint or self.world.fingerprint)
        return check.verdict, {fault.code for _, fault in check.steps if fault and not fault.missing}

    def refuses(self, value):
        with self.assertRaises(bukti.Fault) as seen:
            self.judge(value)
        self.assertEqual(seen.exception.code, "form")

    def of_the_document(self, fingerprint):
        """Exit code and everything that is said of the document's example."""
        done = subprocess.run([sys.executable, SOURCE / "packaging" / "verify" / "teken_verify.py", "--bukti", self.example(), "--root",
                               fingerprint], capture_output=True, text=True, timeout=120)
        return done.returncode, done.stdout

    def admitted(self, file):
        done = subprocess.run([sys.executable, SOURCE / "packaging" / "verify" / "teken_verify.py", "--bukti", file, "--root",
                               self.world.fingerprint], capture_output=True, text=True, timeout=120)
        return done.returncode, done.stdout

    # --- for every reader -------------------------------------------------------------------------------

    @staticmethod
    def raw(value):
        return value if isinstance(value, bytes) else json.dumps(value).encode()

    def example(self):
        document = (SOURCE / "core" / "log" / "EVIDENCE.md").read_text()
        file = self.folder / "contoh.bukti"
        file.write_text(re.search(r"```example-bukti\n(.*?)```", document, re.S)[1])
        self.root = re.search("Root fingerprint `([0-9a-f]{64})`", document)[1]
        return file

    def expect(self, verdict, code, value, fingerprint=None):
        self.assertEqual(self.judge(value, fingerprint), (WORDS[verdict], {code} - {None}))

    def test_the_example_of_the_document_by_the_command(self):
        self.example()
        for fingerprint, code, word in ((self.root[:32], 0, "UTUH"), (self.root[:31] + "f", 1, "TIDAK UTUH")):
            exit_code, said = self.of_the_document(fingerprint)
            self.assertEqual(exit_code, code, said)
            self.assertIn(word, said.splitlines())
        self.assertRegex(said, "[Ss]ertifikatnya bukan dari satu akar")

    def test_records_after_a_revocation_count_if_an_admin_admitted_them(self):
        for name, (verdict, code, value) in admit_cases.cases(self.world).items():
            with self.subTest(name):
                self.expect(verdict, code, value)

    def test_it_says_that_a_record_counts_by_an_admission_alone(self):
        file = self.folder / "diterima.bukti"
        file.write_text(json.dumps(admit_cases.cases(self.world)["admitted"][2]))
        code, said = self.admitted(file)
        self.assertEqual(code, 0, said)
        self.assertIn("sesudah kuncinya dicabut; tetap diterima oleh admin", said)

    def test_forgeries(self):
        w = self.world
        genuine = w.bukti()
        self.expect("intact", None, genuine)
        self.expect("incomplete", None, {**genuine, "proof": None})
        self.expect("incomplete", None, {**genuine, "certificates": []})
        altered = proof_maker.Entry(w.keys["officer"], w.entry.payload.replace(b'"card"', b'"known"'), w.entry.signature)
        self.expect("altered", "signature", {**genuine, "entry": altered.envelope()})
        self.expect("altered", "root", genuine, "0" * 32)
        self.expect("altered", "inclusion", w.bukti(proof=w.proof(break_root=True)))
        self.expect("altered", "inclusion", w.bukti(proof=w.proof(claimed=6)))
        self.expect("altered", "log-signature", w.bukti(proof=w.proof(log="other")))
        self.expect("altered", "witness", w.bukti(proof=w.proof(witnesses=("saksi2",))))
        self.expect("altered", "unit", w.bukti(certificates=[*w.certificates()[:3], w.certify_officer(units=("KEC-01",))]))
        self.expect("altered", "drive", w.bukti(w.sign_entry(drive="99" * 32)))
        self.expect("altered", "names", w.bukti(certificates=[
            *w.certificates(), w.certify("cosigner", "saksi1", "kpu.example/saksi", 4)]))
        self.expect("altered", "roles", w.bukti(certificates=[*w.certificates(), w.certify("log", "admin", "x.example/log", 4)]))

    def test_what_is_no_bukti(self):
        genuine = self.world.bukti()
        for name, value in {"another format": {**genuine, "format": "teken/bukti/v2"}, "a key more": {**genuine, "x": 1},
                            "four digits": {**genuine, "number": "1234"}, "no json": b"{", "too long": b" " * 262145,
                            "a key twice": b'{"format":"teken/bukti/v1","format":"teken/bukti/v1"}'}.items():
            with self.subTest(name):
                self.refuses(value)

    def test_envelopes_that_are_none(self):
        genuine = self.world.bukti()
        entry = genuine["entry"]
        [seal] = entry["signatures"]
        spaced = base64.b64encode(base64.b64decode(entry["payload"])).decode()
        for name, envelope in {"two signatures": {**entry, "signatures": [seal, seal]}, "none": {**entry, "signatures": []},
                               "another type": {**entry, "payloadType": "application/json"}, "a key more": {**entry, "x": 1},
                               "a short key": {**entry, "signatures": [{**seal, "key": "AAAA"}]},
                               "stray bits": {**entry, "signatures": [{**seal, "sig": seal["sig"][:-3] + "x=="}]},
                               "white space": {**entry, "payload": " " + spaced}, "no object": [], "null": None}.items():
            with self.subTest(name):
                self.expect("altered", "form", {**genuine, "entry": envelope})
        self.expect("altered", "feed", {**genuine, "entry": {**entry, "signatures": [{**seal, "keyid": "00" * 32}]}})


@unittest.skipIf(shutil.which("openssl") is None, "no openssl here")
class Tekenctl(Reader):
    """The same cases, judged by the real program."""

    def command(self, file, fingerprint, *options):
        return subprocess.run([TEKENCTL, *options, "check-bukti", file, "--root", fingerprint], capture_output=True, text=True, timeout=120)

    def answer(self, value, fingerprint=None):
        file = self.folder / "satu.bukti"
        file.write_bytes(self.raw(value))
        done = self.command(file, fingerprint or self.world.fingerprint, "--json")
        return done.returncode, json.loads(done.stdout)

    def judge(self, value, fingerprint=None):
        code, answer = self.answer(value, fingerprint)
        self.assertEqual(code, {"intact": 0, "altered": 1, "incomplete": 2}[answer["verdict"]])
        self.assertEqual(answer["ok"], code == 0)
        for step in answer["steps"]:
            self.assertNotEqual(step.get("sentence"), step.get("code", ""), "a code without words")
        return WORDS[answer["verdict"]], {step["code"] for step in answer["steps"] if step["state"] == "wrong"}

    def refuses(self, value):
        code, answer = self.answer(value)
        self.assertEqual(code, 4)
        self.assertIn(answer["error"]["reason"], ("log.evidence", "files.too-large"))

    def of_the_document(self, fingerprint):
        done = self.command(self.example(), fingerprint)
        return done.returncode, done.stdout

    def admitted(self, file):
        done = self.command(file, self.world.fingerprint)
        return done.returncode, done.stdout

    def test_it_names_record_place_and_witnesses(self):
        code, answer = self.answer(self.world.bukti())
        self.assertEqual((code, answer["entry"], answer["feed"]), (0, self.world.entry.id.hex(), self.world.feed("officer")))
        self.assertEqual((answer["log"], answer["admitted"]), ("pusat.example/log", False))
        self.assertTrue(all(one["time"] > 0 for one in answer["witnesses"]))

    def test_a_place_that_travels_beside(self):
        genuine = self.world.bukti()
        alone, place = self.folder / "tanpa.bukti", self.folder / "tempat.tlog-proof"
        alone.write_bytes(self.raw({**genuine, "proof": None}))
        place.write_text(genuine["proof"])
        self.assertEqual(self.command(alone, self.world.fingerprint).returncode, 2)
        whole = subprocess.run([TEKENCTL, "check-bukti", alone, "--root", self.world.fingerprint, "--proof", place], capture_output=True,
                               text=True, timeout=120)
        self.assertEqual(whole.returncode, 0, whole.stdout + whole.stderr)
        place.write_text(genuine["proof"].replace("index ", "index 0"))
        self.assertEqual(subprocess.run([TEKENCTL, "check-bukti", alone, "--root", self.world.fingerprint, "--proof", place],
                                        capture_output=True, timeout=120).returncode, 1)

    def test_a_fingerprint_that_is_too_short_or_none(self):
        file = self.example()
        for typed in ("21fe31df", "tidak tahu", ""):
            done = self.command(file, typed, "--json")
            self.assertEqual((done.returncode, json.loads(done.stdout)["error"]["reason"]), (4, "audit.fingerprint"), typed)
        self.assertEqual(self.command(self.folder / "tidak-ada.bukti", self.root).returncode, 3)


if __name__ == "__main__":
    unittest.main(verbosity=2)
