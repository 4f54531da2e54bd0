"""Worlds made to deceive, and worlds that are right but rare: the checking page judges them as the core and
packaging/verify do."""

import base64
import hashlib
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import admit_cases  # noqa: E402
import odd_points  # noqa: E402
import proof_maker  # noqa: E402
from page_case import PageCase  # noqa: E402

VECTORS = pathlib.Path(__file__).resolve().parents[1] / "unit" / "entry" / "vectors"
SESSION = proof_maker.SESSION
PERSON = "fedcba9876543210fedcba9876543210"
PARTY = {"name": "Kepala", "number": "", "post": ""}
SAKSI = "bawaslu.example/saksi"
END_OF_9999 = 253402300799999


def opening(*units):
    return {"session": SESSION, "plan": None, "parent": None, "title": "", "units": list(units), "place": "",
            "roster": "aa" * 32, "texts": ["bb" * 32], "head": PARTY, "witnesses": [PARTY], "desk": ""}


def added(unit):
    return {"session": SESSION, "person": PERSON, "name": "Nama", "number": "", "unit": unit, "signer_kind": "pns", "post": ""}


class Hostile(PageCase):
    def bukti_of(self, entry, certificates=None, **proof):
        return self.world.bukti(entry, certificates, self.world.proof(entry, **proof))

    # --- the equation -----------------------------------------------------------------------------------

    def test_a_browser_that_believes_every_signature_is_not_believed(self):
        w = self.world
        forged = proof_maker.Entry(w.keys["officer"], w.entry.payload.replace(b'"card"', b'"known"'), w.entry.signature)
        identifier = self.browser.before_each_page("crypto.subtle.verify = () => Promise.resolve(true);")
        try:
            self.expect_each("intact", None, {"genuine": w.bukti()})
            self.expect_each("altered", "signature", {"payload": w.bukti(forged),
                                                      "with the cofactor only": w.bukti(self.odd_entry(in_key=False))})
            self.expect_each("incomplete", "Tidak ada sertifikat", {"key of mixed order": w.bukti(self.odd_entry(in_key=True))})
        finally:
            self.browser.no_more_before(identifier)

    def test_points_of_mixed_order_as_libsodium_judges_them(self):
        w = self.world
        self.expect_each("altered", "signature", {"with the cofactor only": w.bukti(self.odd_entry(in_key=False))})
        self.expect_each("incomplete", "Tidak ada sertifikat", {"key of mixed order": w.bukti(self.odd_entry(in_key=True))})

    def odd_entry(self, in_key):
        """Of a key, or with an R, that has a part of order two."""
        seed = b"\x07" * 32
        key = odd_points.OddKey(seed, in_key)
        payload = json.loads(self.world.entry.payload) | {"feed": hashlib.sha256(key.public).hexdigest()}
        return proof_maker.Entry(key, payload)

    # --- kinds and roles --------------------------------------------------------------------------------

    def test_a_kind_of_admins_in_the_feed_of_a_device_is_not_right(self):
        kinds = {
            "decide": {"topic": "duplicate", "feed": None, "seq": 0, "person": PERSON, "entries": ["aa" * 32],
                       "chosen": "aa" * 32, "supersedes": [], "reason": ""},
            "roster-change": {"person": PERSON, "change": "retired", "effective": "2024-01-01", "supersedes": []},
            "close-drive": {"note": ""},
        }
        self.expect_each("altered", "kind", {kind: self.bukti_of(self.world.of_officer(kind, body))
                                             for kind, body in kinds.items()})

    def test_an_unknown_kind_is_incomplete_whatever_it_looks_like(self):
        w = self.world
        body = json.loads(w.entry.payload)["body"]
        revoked = [*w.certificates(), w.revoke_officer(0)]
        self.expect_each("incomplete", "Jenis catatan ini belum dikenal", {
            "like a signature": self.bukti_of(w.of_officer("signature", body)),
            "named like a property": self.bukti_of(w.of_officer("constructor", {})),
            "after a revocation": self.bukti_of(w.of_officer("hold-on", {}), revoked),
            "of another drive": self.bukti_of(w.of_officer("hold-on", {}, "99" * 32)),
            "without a drive": self.bukti_of(w.of_officer("hold-on", {}, None)),
            "a scalar inside eight levels": self.bukti_of(w.of_officer("hold-on", {"a": [[[[[[1]]]]]]}))})

    def test_every_unit_that_a_record_names_must_be_the_certificates(self):
        w = self.world
        self.expect_each("altered", "unit", {
            "open-session": self.bukti_of(w.of_officer("open-session", opening("KEC-04", "KEC-09"))),
            "open-session everywhere": self.bukti_of(w.of_officer("open-session", opening("*"))),
            "add-person": self.bukti_of(w.of_officer("add-person", added("KEC-09"))),
            "sign at a unit named star": self.bukti_of(w.sign_entry(unit="*"))})
        self.expect_each("intact", None, {
            "open-session": self.bukti_of(w.of_officer("open-session", opening("KEC-04"))),
            "add-person": self.bukti_of(w.of_officer("add-person", added("KEC-04"))),
            "no unit": self.bukti_of(w.of_officer("refuse", {"session": SESSION, "person": PERSON}))})

    # --- payloads ---------------------------------------------------------------------------------------

    def test_the_vectors_of_the_format(self):
        """A payload that is read is then found to name another key (`feed`); one that breaks a rule never gets there."""
        names, buktis = [], []
        for path in sorted(VECTORS.glob("*.jsonl")):
            payload = path.read_bytes().partition(b"\n")[2].removesuffix(b"\n")
            names.append(path.stem)
            entry = proof_maker.Entry(self.world.keys["officer"], payload)
            buktis.append({"format": "teken/bukti/v1", "number": None, "entry": entry.envelope(), "certificates": [],
                           "proof": None})
        self.assertGreater(len(names), 130)
        for name, shown in zip(names, self.check_many(buktis)):
            self.assertEqual(shown["codes"], ["feed" if name.startswith("good_") else "json"], (name, shown["bad"]))

    def test_a_signature_with_half_a_payload(self):
        w = self.world
        body = json.loads(w.entry.payload)["body"]
        header = json.loads(w.entry.payload)

        def without(key):
            return proof_maker.Entry(w.keys["officer"], {k: v for k, v in header.items() if k != key})
        wrong = {name: w.of_officer("sign", body | change) for name, change in {
            "unknown key": {"nik": "1"}, "short text": {"text": "dead"}, "number for text": {"text": 5}, "unit null": {"unit": None},
            "thumb without second": {"form": "thumb"}}.items()}
        wrong["no unit"] = w.of_officer("sign", {key: value for key, value in body.items() if key != "unit"})
        wrong["list for body"] = w.of_officer("sign", [])
        wrong["null"] = proof_maker.Entry(w.keys["officer"], b"null")
        wrong["kind with capital"] = w.of_officer("Tanda tangan", body)
        for key in ("prev", "boot", "salt", "seen", "mono_ms"):
            wrong[f"no {key}"] = without(key)
        for name, value in (("null", None), ("list", []), ("text", "12"), ("beyond the year 9999", END_OF_9999 + 1), ("-1", -1)):
            wrong[f"wall_ms {name}"] = w.of_officer("sign", body, wall_ms=value)
        wrong["number 42 without prev"] = w.of_officer("sign", body, prev=None)
        wrong["unknown key in the header"] = w.of_officer("sign", body, x=1)
        self.expect_each("altered", "json", {name: self.bukti_of(entry) for name, entry in wrong.items()})
        self.expect_each("intact", None, {"end of 9999": self.bukti_of(w.of_officer("sign", body, wall_ms=END_OF_9999))})

    def test_certificates_are_read_as_strictly(self):
        w = self.world
        self.expect_each("altered", "json", {
            "star among units": w.bukti(certificates=[*w.certificates()[:3], w.certify_officer(units=("KEC-04", "*"))]),
            "unknown key": w.bukti(certificates=[w.certify("admin", "admin", "BKPSDM", extra=1), *w.certificates()[1:]]),
            "log with units": w.bukti(certificates=[*w.certificates(), w.certify("log", "other", "x", 4, units=["KEC-04"])])})

    # --- authority --------------------------------------------------------------------------------------

    def test_certificates_of_one_key_add_up(self):
        w = self.world
        admin, log = w.certify("admin", "admin", "BKPSDM"), w.certify("log", "log", proof_maker.ORIGIN, 2)
        here, there = w.certify_officer(), w.certify_officer(units=("KEC-01",), seq=4)
        narrow = w.certify("admin", "admin", "BKPSDM", 3, units=["KEC-01"])
        self.expect_each("intact", None, {
            "of an officer": w.bukti(certificates=[admin, log, there, here]),
            "of an admin": w.bukti(certificates=[narrow, log, admin, here]),
            "in any order": w.bukti(certificates=[here, there, log, admin])})
        self.expect_each("altered", "scope", {"beyond all of them": w.bukti(certificates=[narrow, log, here])})
        self.expect_each("altered", "unit", {"elsewhere only": w.bukti(certificates=[admin, log, there])})

    def test_revocations_end_what_they_name_and_nothing_else(self):
        w = self.world
        whole = w.certificates()
        other = w.certify("admin", "other", "Kecamatan", 4, units=["KEC-99"])
        second = w.certify("admin", "other", "Kecamatan", 4, units=["KEC-99", "KEC-04"])
        key = w.keys["admin"].public.hex()
        self.expect_each("intact", None, {
            "another role": w.bukti(certificates=[*whole, w.revoke("server", "admin", 0)]),
            "another drive": w.bukti(certificates=[*whole, w.revoke_officer(0, drive="99" * 32)]),
            "by an admin of other units": w.bukti(certificates=[*whole, other, w.revoke_officer(0, by="other")]),
            "an admin's key for a feed": w.bukti(certificates=[*whole, other, w.revoke_officer(0, by="other", feed=key)]),
            "after the record": w.bukti(certificates=[*whole, w.revoke_officer(42)]),
            "of the admin, later": w.bukti(certificates=[*whole, w.revoke("admin", "admin", 5)])})
        self.expect_each("altered", "revoked", {
            "before the record": w.bukti(certificates=[*whole, w.revoke_officer(41)]),
            "named first": w.bukti(certificates=[w.revoke_officer(41), *whole]),
            "the smallest of two": w.bukti(certificates=[w.revoke_officer(50), *whole, w.revoke_officer(41)]),
            "by another admin of the unit": w.bukti(certificates=[*whole, second, w.revoke_officer(41, by="other")]),
            "of the admin": w.bukti(certificates=[*whole, w.revoke("admin", "admin", 4)]),
            "of the admin, named first": w.bukti(certificates=[w.revoke("admin", "admin", 4), *whole])})
        self.expect_each("altered", "log-unknown", {
            "of one log, not of the other": w.bukti(certificates=[
                *whole, w.certify("log", "other", "lain.example/log", 4), w.revoke("log", "log", 0)])})

    def test_records_after_a_revocation_count_if_an_admin_admitted_them(self):
        cases = admit_cases.cases(self.world)
        for name, shown in zip(cases, self.check_many([bukti for _, _, bukti in cases.values()])):
            verdict, code, _ = cases[name]
            self.assertEqual(shown["verdict"], verdict, (name, shown))
            self.assertEqual(set(shown["codes"]) - {""}, {code} - {None}, (name, shown))
            said = "tetap diterima oleh" in shown["facts"]
            self.assertEqual(said, verdict == "intact" and name != "its device's certificate was admitted", (name, shown))

    # --- log and witnesses ------------------------------------------------------------------------------

    def test_the_time_of_a_witness_is_the_witness_claim(self):
        [shown] = self.check_many([self.world.bukti()])
        self.assertIn("paling lambat", shown["facts"])
        self.assertIn(f"menurut jam saksi {SAKSI}", shown["facts"])
        self.assertNotIn("terbukti", shown["facts"])

    def test_a_time_outside_the_window_is_nobodys_word(self):
        for time in (5, 1699999999, 1731536001, 2**63, 2**64 - 1):
            [shown] = self.check_many([self.world.bukti(proof=self.world.proof(time=time))])
            self.assertEqual(shown["verdict"], "intact", (time, shown))
            self.assertIn("bukan disaksikan", shown["missing"], time)
            self.assertNotIn("paling lambat", shown["facts"], time)
        for time in (1700000000, 1731536000):
            [shown] = self.check_many([self.world.bukti(proof=self.world.proof(time=time))])
            self.assertIn("paling lambat", shown["facts"], time)

    def test_a_witness_counts_once(self):
        w = self.world
        renewed = w.certify("cosigner", "saksi1", SAKSI, 4, from_ms=0)
        [shown] = self.check_many([w.bukti(certificates=[*w.certificates(), renewed])])
        self.assertEqual(shown["facts"].count("paling lambat"), 1, shown)
        self.expect_each("altered", "names", {
            "a witness": w.bukti(certificates=[*w.certificates(), w.certify("cosigner", "saksi1", "kpu.example/saksi", 4)]),
            "a log": w.bukti(certificates=[*w.certificates(), w.certify("log", "log", "lain.example/log", 4)])})

    def test_checkpoints_that_no_other_reader_takes(self):
        w = self.world
        genuine = w.proof()
        self.expect_each("altered", "proof", {"size 2^64": w.bukti(proof=genuine.replace("\n13\n", f"\n{2**64}\n"))})
        self.expect_each("altered", "note", {
            "another root of nothing": w.bukti(proof=genuine.replace("\n13\n", "\n0\n")),
            "origin with a mark": w.bukti(proof=genuine.replace("\n" + proof_maker.ORIGIN + "\n", f"\n{proof_maker.ORIGIN}\u00e9\n"))})
        line = f"{proof_maker.EM}saksi\u00e9 {base64.b64encode(bytes(76)).decode()}\n"
        self.expect_each("intact", None, {"a stranger's name": w.bukti(proof=genuine + line)})

    def test_a_proof_that_is_no_text(self):
        w = self.world
        chain = {**w.bukti(), "proof": None}
        self.assertEqual(self.check(chain, w.proof().encode().replace(b"saksi", b"saks\xff"))["verdict"], "unable")
        self.assertEqual(self.check(chain, w.proof())["verdict"], "intact")

    # --- what is shown ----------------------------------------------------------------------------------

    def test_nothing_of_the_record_before_stays_on_the_page(self):
        w = self.world
        unknown = self.bukti_of(w.of_officer("hold-on", {"text": 5, "unit": ["x"], "number": {}}))
        first, second, third = self.check_many([w.bukti(), unknown, self.bukti_of(w.sign_entry(identified="cord"))])
        self.assertIn("KEC-04", first["facts"])
        self.assertEqual(second["verdict"], "incomplete", second)
        self.assertNotIn("KEC-04", second["facts"])
        self.assertIn("hold-on", second["facts"])
        self.assertEqual((third["verdict"], third["rows"]), ("altered", ""))

    def test_a_fault_while_showing_is_no_verdict(self):
        text = json.dumps(self.world.bukti())
        [shown] = self.check_many([text])
        self.assertEqual(shown["verdict"], "intact")
        again = self.browser.run("""
            Intl.DateTimeFormat = function () { throw new RangeError('a fault'); };
            document.getElementById('form').requestSubmit();
            const button = document.getElementById('check');
            (async () => {
                while (!button.disabled) await new Promise((go) => setTimeout(go, 0));
                while (button.disabled) await new Promise((go) => setTimeout(go, 0));
                await new Promise((go) => setTimeout(go, 0));
                done({verdict: document.getElementById('verdict').dataset.verdict, rows: document.getElementById('rows').textContent,
                      good: document.getElementById('good').textContent});
            })();""")
        self.assertEqual((again["verdict"], again["rows"], again["good"]), ("unable", "", ""), again)


if __name__ == "__main__":
    unittest.main(verbosity=2)
