"""The checking page in a real browser: a genuine record, and every forgery we can think of.

TEKEN_SCREENSHOTS=FOLDER keeps pictures of the verdicts.
"""

import base64
import json
import os
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import proof_maker  # noqa: E402
from page_case import PAGE, PageCase  # noqa: E402

NO_ED25519 = """crypto.subtle.importKey = () => Promise.reject(new DOMException('no', 'NotSupportedError'));"""

# Gives the page the file with one letter changed, again and again, as a person would: file, button, verdict.
FLIP_ALL = """
    const [text, from, to] = arguments;
    const files = document.getElementById('files');
    const counts = {};
    (async () => {
        for (let at = from; at < Math.min(to, text.length); at++) {
            const forged = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
            const all = new DataTransfer();
            all.items.add(new File([forged], 'bukti'));
            files.files = all.files;
            files.dispatchEvent(new Event('change'));
            document.getElementById('form').requestSubmit();
            while (document.getElementById('result').hidden) await new Promise((go) => setTimeout(go, 0));
            const verdict = document.getElementById('verdict').dataset.verdict;
            (counts[verdict] ??= []).push(at);
        }
        done(counts);
    })();"""


class Periksa(PageCase):
    def expect_altered(self, code, *files, **options):
        shown = self.check(*files, **options)
        self.assertEqual(shown["verdict"], "altered", shown)
        self.assertIn("TIDAK UTUH", shown["word"])
        self.assertIn(code, shown["codes"], shown)
        self.assertEqual(shown["facts"], "", "what an altered record says is not shown")
        return shown

    def expect_incomplete(self, missing, *files, **options):
        shown = self.check(*files, **options)
        self.assertEqual(shown["verdict"], "incomplete", shown)
        self.assertIn("TIDAK LENGKAP", shown["word"])
        self.assertTrue(any(missing in text for text in shown["missing"]), shown)
        return shown

    # --- genuine ----------------------------------------------------------------------------------------

    def test_genuine_record(self):
        shown = self.check(self.world.bukti(), shot="utuh")
        self.assertEqual(shown["verdict"], "intact", shown)
        self.assertTrue(shown["word"].startswith("UTUH"))
        self.assertIn("dijalankan di perangkat Anda", shown["word"])
        self.assertEqual(len(shown["good"]), 5)
        self.assertIn("••• 123", shown["facts"])
        self.assertIn("8 dari 13", shown["facts"])
        self.assertIn("bawaslu.example/saksi", shown["facts"])
        self.assertNotIn("Petugas", shown["facts"])

    def test_record_and_proof_in_two_files_with_a_pinned_log(self):
        w = self.world
        chain = {**w.bukti(certificates=[w.certify("admin", "admin", "BKPSDM"), w.certify_officer()]), "entry": None,
                 "proof": None}
        shown = self.check(w.entry.envelope(), w.proof(witnesses=()), chain, vkey=w.log_vkey)
        self.assertEqual(shown["verdict"], "intact", shown)
        self.assertTrue(any("bukan disaksikan" in text for text in shown["missing"]))

    def test_example_of_the_document(self):
        text = (pathlib.Path(__file__).resolve().parents[2] / "core" / "log" / "EVIDENCE.md").read_text()
        bukti = re.search(r"```example-bukti\n(.*?)```", text, re.S)[1]
        fingerprint = re.search(r"Root fingerprint `([0-9a-f]{64})`", text)[1]
        shown = self.check(bukti, fingerprint=fingerprint)
        self.assertEqual(shown["verdict"], "intact", shown)
        self.assertEqual(len(shown["good"]), 5)

    def test_every_letter_of_a_file_counts(self):
        text = json.dumps(self.world.bukti(), separators=(",", ":"), ensure_ascii=False)
        self.assertEqual(self.check(text)["verdict"], "intact")
        counts = {}
        for start in range(0, len(text), 100):
            for verdict, places in self.browser.run(FLIP_ALL, text, start, start + 100).items():
                counts.setdefault(verdict, []).extend(places)
        print({verdict: len(places) for verdict, places in counts.items()}, end=" ")
        # Without a finding may change: the three digits that are shown as a claim, and the name of a witness, who is
        # then a stranger whose line does not count.
        claim = text.index('"number":"') + len('"number":"')
        witness = text.rindex("bawaslu.example/saksi")
        free = {*range(claim, claim + 3), *range(witness, witness + len("bawaslu.example/saksi ") + 6)}
        self.assertEqual(set(counts["intact"]) - free, set())
        self.assertTrue({claim, claim + 1, claim + 2} <= set(counts["intact"]))
        self.assertGreater(len(counts["altered"]), len(text) // 2)
        self.assertEqual(sum(map(len, counts.values())), len(text))

    def test_every_place_in_small_logs(self):
        for size in (1, 2, 3, 7, 8):
            for index in {0, size // 2, size - 1}:
                shown = self.check(self.world.bukti(proof=self.world.proof(index=index, size=size)))
                self.assertEqual(shown["verdict"], "intact", (index, size, shown))

    # --- slips ------------------------------------------------------------------------------------------

    def test_a_slip_alone_shows_that_its_seal_holds_and_what_is_missing(self):
        shown = self.check(slip=self.world.entry.slip(), shot="slip")
        self.assertEqual(shown["verdict"], "incomplete", shown)
        self.assertEqual(shown["good"], ["Segel perangkat pada catatan"])
        self.assertTrue(any("slip saja tidak membawanya" in text for text in shown["missing"]), shown)
        self.assertIn("KEC-04", shown["facts"])

    def test_the_slip_of_the_document(self):
        text = proof_maker.SLIP_DOCUMENT.read_text()
        block = re.search(r"```example-slip\ncode +(\S+)\ntext +(.*?)```", text, re.S)
        shown = self.check(slip=block[2].lower())
        self.assertEqual((shown["verdict"], shown["good"]), ("incomplete", ["Segel perangkat pada catatan"]), shown)

    def test_a_slip_typed_by_a_scanner(self):
        self.browser.open(PAGE)
        self.browser.type("#slip", self.world.entry.slip() + "\n")
        self.browser.click("#check")
        self.browser.wait("!document.getElementById('result').hidden")
        self.assertEqual(self.browser.run("done(document.getElementById('verdict').dataset.verdict);"), "incomplete")

    def test_a_slip_with_certificates_and_proof_goes_on_to_root_and_log(self):
        w = self.world
        chain = {**w.bukti(), "entry": None}
        shown = self.check(chain, slip=w.entry.slip())
        self.assertEqual(shown["verdict"], "intact", shown)
        self.assertEqual(len(shown["good"]), 5)

    def test_a_slip_and_a_proof_of_the_same_record_are_compared(self):
        w = self.world
        shown = self.check(w.bukti(), slip=w.entry.slip())
        self.assertEqual(shown["verdict"], "intact", shown)
        self.assertIn("Catatan yang sama dengan slip atau kode Anda", shown["good"])
        other = w.sign_entry(identified="known")
        self.expect_altered("other-record", w.bukti(), slip=other.slip())

    def test_a_forged_slip(self):
        w = self.world
        forged = proof_maker.Entry(w.keys["officer"], w.entry.payload.replace(b'"card"', b'"cord"'), w.entry.signature)
        self.expect_altered("signature", slip=forged.slip(), shot="slip-palsu")
        stranger = w.sign_entry()
        stranger = proof_maker.Entry(w.keys["other"], json.loads(stranger.payload))
        self.expect_altered("feed", slip=stranger.slip())

    def test_a_slip_that_is_misread_is_no_forgery(self):
        text = self.world.entry.slip()
        bomb = proof_maker.slip_text(self.world.entry.key.public + self.world.entry.signature + b"\x1b" * 900)
        for wrong, words in ((text[:-1], "terpotong"), (text[:90], "terpotong"), ("halo", "dimulai dengan TEKEN1:"),
                             ("TEKEN2:" + text[7:], "lebih baru"), (bomb, "dimulai dengan TEKEN1:"), ("A" * 8000, "TEKEN1:")):
            shown = self.check(slip=wrong)
            self.assertEqual(shown["verdict"], "unable", (wrong[:30], shown))
            self.assertIn(words, shown["word"])
            self.assertEqual((shown["good"], shown["facts"]), ([], ""))

    # --- forged -----------------------------------------------------------------------------------------

    def test_forged_payload_byte(self):
        w = self.world
        forged = proof_maker.Entry(w.keys["officer"], w.entry.payload.replace(b'"card"', b'"cord"'), w.entry.signature)
        self.expect_altered("signature", w.bukti(forged, proof=w.proof()), shot="tidak-utuh")

    def test_forged_signature(self):
        w = self.world
        for at in (0, 31, 32, 63):
            signature = bytearray(w.entry.signature)
            signature[at] ^= 1
            forged = proof_maker.Entry(w.keys["officer"], w.entry.payload, bytes(signature))
            self.expect_altered("signature", w.bukti(forged, proof=w.proof()))

    def test_signature_with_a_second_form(self):
        order = 2**252 + 27742317777372353535851937790883648493
        signature = self.world.entry.signature
        larger = (int.from_bytes(signature[32:], "little") + order).to_bytes(32, "little")
        forged = proof_maker.Entry(self.world.keys["officer"], self.world.entry.payload, signature[:32] + larger)
        self.expect_altered("signature", self.world.bukti(forged, proof=self.world.proof()))

    def test_key_of_small_order(self):
        bukti = self.world.bukti()
        [signature] = bukti["entry"]["signatures"]
        signature["key"] = base64.b64encode(bytes([1] + [0] * 31)).decode()
        signature["sig"] = base64.b64encode(bytes([1] + [0] * 63)).decode()
        self.expect_altered("signature", bukti)

    def test_wrong_root(self):
        self.expect_altered("root", self.world.bukti(), fingerprint="ab" * 16)

    def test_chain_of_a_root_of_their_own(self):
        w = self.world
        body = json.loads(w.certify("admin", "admin", "BKPSDM").payload)
        body["feed"] = w.certify_officer(by="other").feed.hex()
        impostor = proof_maker.Entry(w.keys["other"], body)
        self.expect_altered("root", w.bukti(certificates=[impostor, w.certify_officer()]))

    def test_officer_certified_by_nobody(self):
        w = self.world
        certificates = w.certificates()[:3] + [w.certify_officer(by="other")]
        self.expect_altered("chain", w.bukti(certificates=certificates))

    def test_key_in_two_roles(self):
        w = self.world
        certificates = [w.certify("admin", "admin", "BKPSDM"), w.certify("log", "admin", proof_maker.ORIGIN, 2)]
        self.expect_altered("roles", w.bukti(certificates=certificates))

    def test_record_of_another_unit_or_drive(self):
        w = self.world
        self.expect_altered("unit", w.bukti(w.sign_entry(unit="KEC-09")))
        self.expect_altered("drive", w.bukti(w.sign_entry(drive="99" * 32)))

    def test_record_after_the_revocation(self):
        w = self.world
        self.expect_altered("revoked", w.bukti(certificates=[*w.certificates(), w.revoke_officer(41)]))
        self.assertEqual(self.check(w.bukti(certificates=[*w.certificates(), w.revoke_officer(42)]))["verdict"], "intact")

    def test_wrong_index(self):
        w = self.world
        for claimed in (6, 8, 13, 2**63):
            self.expect_altered("inclusion", w.bukti(proof=w.proof(claimed=claimed)))

    def test_swapped_proof(self):
        w = self.world
        self.expect_altered("inclusion", w.bukti(proof=w.proof(w.sign_entry(identified="known"))))

    def test_proof_that_is_cut_or_too_long(self):
        lines = self.world.proof().split("\n")
        self.expect_altered("inclusion", self.world.bukti(proof="\n".join(lines[:2] + lines[3:])))
        self.expect_altered("inclusion", self.world.bukti(proof="\n".join(lines[:3] + lines[2:])))

    def test_checkpoint_that_the_log_did_not_sign(self):
        w = self.world
        self.expect_altered("log-signature", w.bukti(proof=w.proof(log="other")))
        self.expect_altered("inclusion", w.bukti(proof=w.proof(break_root=True)))
        self.expect_altered("log-signature", w.bukti(proof=w.proof().replace("\n13\n", "\n12\n")))
        self.expect_altered("log-unknown", w.bukti(proof=w.proof().replace(proof_maker.ORIGIN, "lain.example/log")))

    def test_forged_witness(self):
        self.expect_altered("witness", self.world.bukti(proof=self.world.proof(witnesses=("saksi2",))))

    def test_payload_with_a_key_twice(self):
        w = self.world
        twice = w.entry.payload.replace(b'"unit":"KEC-04"', b'"unit":"KEC-09","unit":"KEC-04"')
        entry = proof_maker.Entry(w.keys["officer"], twice)
        self.expect_altered("json", w.bukti(entry))

    # --- parts missing ----------------------------------------------------------------------------------

    def test_missing_certificates(self):
        w = self.world
        self.expect_incomplete("Tidak ada sertifikat", w.bukti(certificates=[]), vkey=w.log_vkey,
                               shot="tidak-lengkap")
        self.expect_incomplete("Tidak ada sertifikat untuk perangkat", w.bukti(certificates=w.certificates()[:3]))

    def test_missing_fingerprint(self):
        shown = self.expect_incomplete("belum diketik", self.world.bukti(), fingerprint="")
        self.assertEqual(len(shown["good"]), 1)

    def test_missing_proof_or_log_key(self):
        w = self.world
        self.expect_incomplete("Tidak ada .tlog-proof", w.bukti(proof=None))
        certificates = [w.certify("admin", "admin", "BKPSDM"), w.certify_officer()]
        self.expect_incomplete("Kunci log tidak diketahui", w.bukti(certificates=certificates))

    # --- what is no proof -------------------------------------------------------------------------------

    def test_files_that_are_something_else(self):
        for content in (b"\x89PNG", "{}", "[]", "", "null", b"\xff" * 99, "x" * 300_000, {"format": "teken/bukti/v2"}):
            shown = self.check(content, shot="bukan-bukti" if content == "{}" else None)
            self.assertEqual(shown["verdict"], "unable", (content[:20] if isinstance(content, (str, bytes)) else "", shown))
            self.assertEqual(shown["good"], [])
        self.assertEqual(self.check(self.world.bukti(), self.world.bukti())["verdict"], "unable")

    def test_a_key_twice_or_text_that_is_none(self):
        whole = self.world.bukti()
        text = json.dumps(whole)
        self.assertEqual(self.check(text)["verdict"], "intact")
        for wrong in (text.replace("{", '{"number": null, ', 1), json.dumps(whole | {"number": 123}),
                      json.dumps(whole | {"proof": [whole["proof"]]})):
            self.assertEqual(self.check(wrong)["verdict"], "unable", wrong[:60])

    def test_typing_errors(self):
        shown = self.check(self.world.bukti(), fingerprint="abcd")
        self.assertIn("32 sampai 64 digit", shown["word"])
        shown = self.check(self.world.bukti(), vkey="apa saja")
        self.assertIn("Kunci log salah bentuk", shown["word"])
        grouped = " ".join(self.world.fingerprint[i:i + 4] for i in range(0, 32, 4)).upper()
        self.assertEqual(self.check(self.world.bukti(), fingerprint=grouped)["verdict"], "intact")

    def test_nothing_in_a_file_becomes_markup(self):
        w = self.world
        entry = w.sign_entry(unit="<img src=x onerror=document.title=1>")
        certificates = w.certificates()[:3] + [w.certify_officer(units=("*",))]
        admin = w.certify("admin", "admin", "BKPSDM Contoh")
        shown = self.check(w.bukti(entry, certificates=[admin, *certificates[1:]]))
        self.assertEqual(shown["verdict"], "intact", shown)
        self.assertIn("<img src=x", shown["facts"])

    def test_browser_that_cannot_check_claims_nothing(self):
        identifier = self.browser.before_each_page(NO_ED25519)
        try:
            shown = self.check(self.world.bukti(), shot="peramban-lama")
        finally:
            self.browser.no_more_before(identifier)
        self.assertEqual(shown["verdict"], "unable")
        self.assertIn("TIDAK DAPAT DIPERIKSA", shown["word"])
        self.assertEqual((shown["good"], shown["facts"]), ([], ""))

    def test_the_page_reaches_nobody(self):
        self.browser.open(PAGE)
        outcome = self.browser.run("fetch('data:text/plain,x').then(() => done('reached'), () => done('kept'));")
        self.assertEqual(outcome, "kept")
        text = PAGE.read_text()
        self.assertIn("default-src 'none'", text)
        self.assertNotIn("unsafe-inline", text)
        self.assertNotIn("src=\"http", text)

    def test_old_verdict_goes_when_something_changes(self):
        self.check(self.world.bukti())
        self.browser.type("#fingerprint", "0")
        self.assertTrue(self.browser.run("done(document.getElementById('result').hidden);"))

    def test_english(self):
        self.check(self.world.bukti())
        self.browser.click("#language")
        if os.environ.get("TEKEN_SCREENSHOTS"):
            self.browser.screenshot(pathlib.Path(os.environ["TEKEN_SCREENSHOTS"]) / "intact.png")
        self.assertTrue(self.browser.text("#verdict").startswith("INTACT"))
        self.assertIn("runs on your device", self.browser.text("#verdict"))
        missing = self.browser.run("done([...document.querySelectorAll('[data-word]')].filter((e) => !e.textContent).length);")
        self.assertEqual(missing, 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
