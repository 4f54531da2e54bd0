"""What an auditor sees: each attack on real processes and real files, and the words it is told in."""

import http.client
import json
import shutil
import sqlite3
import ssl
import subprocess
import unittest

import scene
import small_log

PATIENCE = scene.PATIENCE


class Attacks(unittest.TestCase):
    """One drive with a centre that keeps a log; every test attacks copies of what it left."""

    @classmethod
    def setUpClass(cls):
        cls.scene = scene.Scene()
        try:
            cls.play()
        except BaseException:
            cls.scene.close()
            raise

    @classmethod
    def tearDownClass(cls):
        cls.scene.close()

    @classmethod
    def play(cls):
        drive = cls.scene
        drive.begin(server=True)
        drive.certify_log()
        drive.start_server()
        drive.sync("admin", expect=(0, 2))
        drive.laptop("a")
        drive.run("a", "session", "play", drive.script("pagi.json", {"do": "sign", "count": 6}, {"do": "close"}),
                  expect=(0,))
        drive.sync("a", expect=(0, 2))
        cls.before = cls.checkpoint()
        drive.run("a", "session", "play", drive.script("siang.json", {"do": "sign", "count": 3}, {"do": "close"}),
                  expect=(0,))
        drive.sync("a", expect=(0, 2))
        drive.sync("admin", expect=(0, 2))
        cls.after = cls.checkpoint()
        drive.run("admin", "evidence", "bukti.teken", "--open", "--log", drive.url)
        drive.stop_server()

    @classmethod
    def checkpoint(cls):
        """The newest one, when it covers everything that the centre has."""
        until = scene.time.monotonic() + PATIENCE
        while True:
            log = json.loads(cls.fetch("/healthz"))["log"]
            if log["state"] == "running" and log["leaves"] == log["signed"] > 0:
                break
            if scene.time.monotonic() > until:
                raise AssertionError(f"nothing was signed: {log}")
            scene.time.sleep(0.05)
        file = cls.scene.folder / f"titik-{len(list(cls.scene.folder.glob('titik-*')))}.txt"
        file.write_bytes(cls.fetch("/log/checkpoint"))
        return file

    @classmethod
    def fetch(cls, path):
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE  # the checkpoint proves itself
        port = int(cls.scene.url.rsplit(":", 1)[1])
        connection = http.client.HTTPSConnection("127.0.0.1", port, context=context, timeout=PATIENCE)
        connection.request("GET", path)
        body = connection.getresponse().read()
        connection.close()
        return body

    def setUp(self):
        self.folder = self.scene.folder / self.id().split(".")[-1]
        self.folder.mkdir()

    # --- the auditor ------------------------------------------------------------------------------------

    def audit(self, file, *options):
        done = subprocess.run([str(scene.TEKENCTL), "--json", "audit", str(file), "--root", self.scene.root,
                               *map(str, options)], capture_output=True, text=True, timeout=PATIENCE)
        self.assertTrue(done.stdout, done.stderr)
        return json.loads(done.stdout)

    def seen(self, report, rule, words, verdict):
        found = [one for one in report["findings"] if one["rule"] == rule]
        self.assertTrue(found, f"{rule} not among {[one['rule'] for one in report['findings']]}")
        self.assertIn(words, found[0]["sentence"])
        self.assertEqual(report["verdict"], verdict)
        print(f"{self.id().split('.')[-1]}: {report['verdict']}: {found[0]['sentence']}")

    def server_book(self):
        """A copy of the stopped centre's book, for somebody with a database tool."""
        source = self.scene.folder / "pusat" / "server.book"
        target = self.folder / "server.book"
        for part in source.parent.glob("server.book*"):
            shutil.copy(part, self.folder / part.name)
        for signed in source.parent.glob("log.book.signed"):
            shutil.copy(signed, self.folder / signed.name)
        return target

    def tamper(self, book, *statements):
        with sqlite3.connect(book) as database:
            for statement in statements:
                database.execute(statement)
            database.commit()
        database.close()

    # --- attacks ----------------------------------------------------------------------------------------

    def test_untouched_evidence_is_whole_against_a_checkpoint_held_elsewhere(self):
        report = self.audit(self.scene.folder / "bukti.teken", "--checkpoint", self.before)
        self.assertEqual(report["verdict"], "intact", report["findings"])
        self.assertTrue(report["log"]["whole"])
        self.assertIn("completeness", [one["what"] for one in report["checked"]])
        self.assertNotIn("completeness", [one["what"] for one in report["not_checked"]])

    def test_officer_edits_a_row(self):
        book = self.server_book()
        self.tamper(book, "UPDATE entry SET payload = CAST(replace(payload, '\"seq\":', '\"sEq\":') AS BLOB) WHERE ord = "
                          "(SELECT max(ord) - 1 FROM entry)")
        self.seen(self.audit(book), "entry.signature", "diubah sesudah disegel", "altered")

    def test_officer_edits_a_leaf_of_the_log(self):
        book = self.server_book()
        self.tamper(book, "UPDATE entry SET signature = zeroblob(64) WHERE ord = (SELECT max(ord) FROM entry)")
        report = self.audit(book, "--checkpoint", self.after)
        self.seen(report, "log.unreadable", "Pembacaan log berhenti", "altered")

    def test_dropped_tail_shows_against_the_close_code_on_paper(self):
        book = self.server_book()
        whole = self.audit(self.scene.folder / "bukti.teken")
        codes = [part for one in whole["sessions"] for part in ("--close-code", one["close_code"])]
        last = "(SELECT max(ord) FROM entry)"
        self.tamper(book, "PRAGMA foreign_keys = OFF", f"DELETE FROM entry WHERE ord = {last}",
                    "DELETE FROM log_state", "DELETE FROM log_tile")
        (self.folder / "log.book.signed").unlink(missing_ok=True)
        self.seen(self.audit(book, *codes), "close-code.absent", "Tidak ada penutupan sesi dengan kode", "altered")

    def test_split_view_shows_against_a_checkpoint_held_elsewhere(self):
        # A checkpoint of the same size, signed by the same log, with another root: what a lying centre gives.
        book = self.server_book()
        text = self.after.read_text()
        report = self.audit(self.scene.folder / "bukti.teken", "--checkpoint", self.forged(text))
        self.seen(report, "held.unusable", "tidak membuktikan apa pun", "intact")
        self.assertIn("completeness", [one["what"] for one in report["not_checked"]])
        self.assertTrue(book.exists())

    def forged(self, note):
        lines = note.split("\n")
        lines[2] = "A" * 43 + "="
        file = self.folder / "palsu.txt"
        file.write_text("\n".join(lines))
        return file

    def test_older_evidence_shows_against_a_newer_checkpoint(self):
        older = self.folder / "lama.teken"
        shutil.copy(self.scene.folder / "bukti.teken", older)
        report = self.audit(older, "--checkpoint", self.after)
        self.assertEqual(report["verdict"], "intact", report["findings"])

    def test_flipped_byte_of_the_file(self):
        whole = bytearray((self.scene.folder / "bukti.teken").read_bytes())
        whole[len(whole) // 2] ^= 1
        broken = self.folder / "rusak.teken"
        broken.write_bytes(whole)
        report = self.audit(broken)
        self.assertFalse(report["ok"])
        self.assertIn(report["error"]["reason"], ("bundle.hash", "bundle.frame", "bundle.item"))

    def test_cut_file_and_newer_version(self):
        whole = (self.scene.folder / "bukti.teken").read_bytes()
        for name, content, reason in (("potong", whole[:-100], "bundle.truncated"),
                                      ("baru", whole[:7] + b"2" + whole[8:], "bundle.newer"),
                                      ("bendera", whole[:8] + b"\x04" + whole[9:], "bundle.newer")):
            file = self.folder / f"{name}.teken"
            file.write_bytes(content)
            self.assertEqual(self.audit(file)["error"]["reason"], reason, name)

    def test_wrong_fingerprint(self):
        done = subprocess.run([str(scene.TEKENCTL), "--json", "audit", str(self.scene.folder / "bukti.teken"), "--root",
                               "0" * 64], capture_output=True, text=True, timeout=PATIENCE)
        self.assertEqual(json.loads(done.stdout)["error"]["reason"], "audit.root-absent")

    def test_the_earlier_evidence_is_extended_by_the_later(self):
        evidence = self.scene.folder / "bukti.teken"
        done = subprocess.run([str(scene.TEKENCTL), "--json", "compare", str(evidence), str(evidence), "--root",
                               self.scene.root], capture_output=True, text=True, timeout=PATIENCE)
        report = json.loads(done.stdout)
        self.assertEqual(report["verdict"], "intact", report)
        self.assertIn("compare-log", [one["what"] for one in report["checked"]])

    def test_a_sample_is_the_same_for_everybody(self):
        answers = []
        for _ in range(2):
            done = subprocess.run([str(scene.TEKENCTL), "--json", "sample", str(self.scene.folder / "bukti.teken"),
                                   "--root", self.scene.root, "--size", "4", "--html", str(self.folder / "contoh.html")],
                                  capture_output=True, text=True, timeout=PATIENCE)
            answers.append(json.loads(done.stdout))
        self.assertEqual(answers[0], answers[1])
        self.assertEqual(len(answers[0]["drawn"]), 4)
        self.assertEqual(answers[0]["population"], 9)
        ranks = []
        seed = bytes.fromhex(answers[0]["seed"])
        for one in answers[0]["drawn"]:
            ranks.append(small_log.sha(seed + bytes.fromhex(one["entry"])).hex())
        self.assertEqual(ranks, [one["rank"] for one in answers[0]["drawn"]])
        page = (self.folder / "contoh.html").read_text()
        self.assertEqual(page.count("<svg"), 4)
        self.assertNotIn("<script", page)

    def test_report_as_html_says_the_verdict_first(self):
        html = self.folder / "laporan.html"
        self.audit(self.scene.folder / "bukti.teken", "--checkpoint", self.before, "--html", html)
        page = html.read_text()
        self.assertLess(page.index("<b>UTUH</b>"), page.index("Diperiksa"))
        self.assertNotIn("http", page.replace("http://www.w3.org/2000/svg", "").replace("http-equiv", ""))


if __name__ == "__main__":
    unittest.main(verbosity=2)
