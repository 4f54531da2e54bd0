"""What an auditor sees: each attack on real processes and real files, and the words it is told in."""

import base64
import http.server
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import threading
import unittest

import scene
import small_log

PATIENCE = scene.PATIENCE


class SlowLog:
    """A log over HTTP that gives its checkpoint at once, and leaves (none that can be read) only when told to."""

    def __init__(self, checkpoint):
        self.asked, self.go = threading.Event(), threading.Event()
        log = self

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                if not self.path.endswith("/checkpoint"):
                    log.asked.set()
                    log.go.wait(PATIENCE)
                try:
                    self.send_response(200)
                    self.send_header("Content-Length", str(len(checkpoint)))
                    self.end_headers()
                    self.wfile.write(checkpoint)
                except OSError:
                    pass  # nobody waits any more

            def log_message(self, *_):
                pass
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.go.set()
        self.server.shutdown()
        self.server.server_close()


class Attacks(scene.SceneTest):
    """One drive with a centre that keeps a log; every test attacks copies of what it left."""

    @classmethod
    def play(cls):
        drive = cls.scene
        drive.begin_with_log()
        drive.laptop("a")
        drive.run("a", "session", "play", drive.script("pagi.json", {"do": "sign", "count": 6}, {"do": "close"}),
                  expect=(0,))
        drive.sync("a", expect=(0, 2))
        cls.before = drive.keep_checkpoint("titik-0.txt")
        drive.run("a", "session", "play", drive.script("siang.json", {"do": "sign", "count": 3}, {"do": "close"}),
                  expect=(0,))
        drive.sync("a", expect=(0, 2))
        drive.sync("admin", expect=(0, 2))
        cls.after = drive.keep_checkpoint("titik-1.txt")
        drive.run("admin", "evidence", "bukti.teken", "--open", "--log", drive.url)
        drive.stop_server()

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

    def test_untouched_evidence_is_whole_against_a_checkpoint_held_elsewhere(self):
        report = self.audit(self.scene.folder / "bukti.teken", "--checkpoint", self.before)
        self.assertEqual(report["verdict"], "intact", report["findings"])
        self.assertTrue(report["log"]["whole"])
        self.assertIn("completeness", [one["what"] for one in report["checked"]])
        self.assertNotIn("completeness", [one["what"] for one in report["not_checked"]])

    # --- made by the centre itself --------------------------------------------------------------------------

    def at_the_centre(self, *arguments, expect=(0,)):
        return self.scene.serve_command("--config", "pusat/server.toml", "evidence", *arguments, expect=expect)

    def test_evidence_made_at_the_centre_is_the_same_as_the_admins(self):
        done = self.at_the_centre(self.folder / "bukti.teken", "--checkpoint", self.before, "--json")
        written = json.loads(done.stdout)
        own, admins = self.audit(self.folder / "bukti.teken"), self.audit(self.scene.folder / "bukti.teken")
        self.assertEqual((own["verdict"], own["findings"]), ("intact", []))
        self.assertTrue(own["log"]["whole"])
        self.assertEqual((written["leaves"], own["log"]["root"], own["entries"]),
                         (own["log"]["leaves"], admins["log"]["root"], admins["entries"]))
        self.assertIn("Bukti ditulis: ", self.at_the_centre(self.folder / "lagi.teken").stdout)

    def test_evidence_of_the_centre_sealed_to_a_recipient_opens_for_that_one_only(self):
        request = json.loads((self.scene.folder / "admin.minta").read_text())
        recipient = json.loads(base64.b64decode(request["request"]))["recipient"]
        self.at_the_centre(self.folder / "tersegel.teken", "--to", recipient)
        self.assertEqual(self.audit(self.folder / "tersegel.teken")["error"]["reason"], "bundle.sealed")
        report = self.scene.run("admin", "audit", self.folder / "tersegel.teken", "--root", self.scene.root)
        self.assertEqual(report["verdict"], "intact")
        a = self.scene.run("a", "audit", self.folder / "tersegel.teken", "--root", self.scene.root, expect=(8,))
        self.assertEqual(a["error"]["reason"], "bundle.other-recipient")

    def test_the_centre_refuses_a_drive_it_has_not_a_key_that_is_none_and_a_book_in_use(self):
        out = self.folder / "tidak.teken"
        self.assertIn("drive.none", self.at_the_centre(out, "--drive", "0" * 64, expect=(3,)).stderr)
        self.at_the_centre(out, "--to", "bukan kunci", expect=(4,))
        self.scene.start_server()
        try:
            self.at_the_centre(out, expect=(9,))
        finally:
            self.scene.stop_server()
        self.assertEqual(list(self.folder.iterdir()), [])

    # --- stopped half-way -----------------------------------------------------------------------------------

    def begin_audit(self, server):
        """An audit that waits for leaves of `server`; its temporary folder."""
        place = self.folder / "sementara"
        place.mkdir()
        process = subprocess.Popen(
            [str(scene.TEKENCTL), "audit", str(self.scene.folder / "bukti.teken"), "--root", self.scene.root, "--log",
             server.url], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "TMPDIR": str(place)})
        self.addCleanup(process.kill)
        self.assertTrue(server.asked.wait(PATIENCE), "nobody asked for leaves")
        [work] = place.glob("teken-audit-*")
        self.assertTrue(any(work.iterdir()), "unpacked into it")
        return process, place

    def has_noticed(self, process):
        """Its watching thread took the signal and waits for the next one."""
        place = pathlib.Path("/proc") / str(process.pid)
        [pending] = [line.split()[1] for line in (place / "status").read_text().splitlines() if line.startswith("ShdPnd")]
        if int(pending, 16) != 0:
            return False
        states = [one.read_text().rsplit(") ", 1)[1][0] for one in (place / "task").glob("*/stat")]
        return set(states) == {"S"}

    def test_ctrl_c_stops_an_audit_and_leaves_nothing_behind(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number), SlowLog(self.after.read_bytes()) as server:
                process, place = self.begin_audit(server)
                process.send_signal(number)
                self.wait_for(lambda: self.has_noticed(process), "nobody took the signal")
                server.go.set()  # the answer comes, and with it the first look at the signal
                out, err = process.communicate(timeout=PATIENCE)
                self.assertEqual(process.returncode, 130, err)
                self.assertEqual(list(place.iterdir()), [])
                self.assertNotIn("UTUH", out)
                self.assertIn("audit.cancelled", err)
                place.rmdir()

    def test_a_second_signal_does_not_wait(self):
        with SlowLog(self.after.read_bytes()) as server:
            process, place = self.begin_audit(server)
            process.send_signal(signal.SIGINT)
            process.send_signal(signal.SIGTERM)  # another one: two of a kind may come as one
            self.assertEqual(process.wait(PATIENCE), 130, "while the answer is still out")
            self.assertEqual(list(place.iterdir()), [])
            process.communicate()

    # --- attacks ----------------------------------------------------------------------------------------

    def test_officer_edits_a_row(self):
        book = self.server_book()
        self.tamper(book, "UPDATE entry SET payload = CAST(replace(payload, '\"seq\":', '\"sEq\":') AS BLOB) WHERE ord = "
                          "(SELECT max(ord) - 1 FROM entry)")
        self.seen(self.audit(book), "entry.signature", "diubah sesudah disegel", "altered")

    def test_officer_edits_what_a_row_says_beside_its_record(self):
        for column, value in (("prev", "randomblob(32)"), ("seq", "seq + 1000")):
            book = self.server_book()
            self.tamper(book, f"UPDATE entry SET {column} = {value} WHERE ord = (SELECT max(ord) - 1 FROM entry)")
            self.seen(self.audit(book), "record.columns", "di samping entri tidak cocok", "altered")

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
