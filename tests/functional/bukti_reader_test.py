"""packaging/verify/teken_verify.py --bukti: the reader of proofs of one record that shares no code with Teken, on the
document's own example, on what every reader must judge alike, and on forgeries."""

import json
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
        raw = value if isinstance(value, bytes) else json.dumps(value).encode()
        check = bukti.Check(raw, fingerprint or self.world.fingerprint)
        return check.verdict, {fault.code for _, fault in check.steps if fault and not fault.missing}

    def expect(self, verdict, code, value, fingerprint=None):
        self.assertEqual(self.judge(value, fingerprint), (WORDS[verdict], {code} - {None}))

    def test_the_example_of_the_document_by_the_command(self):
        document = (SOURCE / "core" / "log" / "EVIDENCE.md").read_text()
        file = self.folder / "contoh.bukti"
        file.write_text(re.search(r"```example-bukti\n(.*?)```", document, re.S)[1])
        root = re.search("Root fingerprint `([0-9a-f]{64})`", document)[1]
        for fingerprint, code, word in ((root[:32], 0, "UTUH"), (root[:31] + "f", 1, "TIDAK UTUH")):
            done = subprocess.run([sys.executable, SOURCE / "packaging" / "verify" / "teken_verify.py", "--bukti", file, "--root",
                                   fingerprint], capture_output=True, text=True, timeout=120)
            self.assertEqual((done.returncode, done.stdout.splitlines()[-1]), (code, word), done.stdout + done.stderr)
        self.assertIn("root: sertifikatnya bukan dari satu akar", done.stdout)

    def test_records_after_a_revocation_count_if_an_admin_admitted_them(self):
        for name, (verdict, code, value) in admit_cases.cases(self.world).items():
            with self.subTest(name):
                self.expect(verdict, code, value)

    def test_it_says_that_a_record_counts_by_an_admission_alone(self):
        file = self.folder / "diterima.bukti"
        file.write_text(json.dumps(admit_cases.cases(self.world)["admitted"][2]))
        done = subprocess.run([sys.executable, SOURCE / "packaging" / "verify" / "teken_verify.py", "--bukti", file, "--root",
                               self.world.fingerprint], capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("sesudah kuncinya dicabut; tetap diterima oleh admin", done.stdout)

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
            with self.subTest(name), self.assertRaises(bukti.Fault) as seen:
                self.judge(value)
            self.assertEqual(seen.exception.code, "form", name)


if __name__ == "__main__":
    unittest.main(verbosity=2)
