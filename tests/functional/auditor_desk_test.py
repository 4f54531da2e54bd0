"""The auditor's desk in the real window, on evidence of a real centre: dropped, scanned, stopped, checked, looked into
and written down; then a book that was altered, and evidence that is older than what was kept elsewhere.

Pictures of every step are kept in the build folder: auditor-desk/. Needs Xvfb and xdotool; skipped without them.
"""

import json
import re
import shutil
import signal
import sqlite3
import subprocess
import time

import scene
import window

PICTURES = scene.BUILD / "auditor-desk"
DRAG_SOURCE = scene.BUILD / "tests" / "functional" / "teken_drag_source"
SIGNERS = 60  # enough that an audit can be caught at work


@window.needed
class AuditorDesk(scene.SceneTest):
    people = SIGNERS + 10

    @classmethod
    def play(cls):
        drive = cls.scene
        drive.begin_with_log()
        drive.laptop("a")
        cls.sign("pagi.json", SIGNERS)
        drive.sync("admin", expect=(0, 2))
        drive.run("admin", "evidence", "lama.teken", "--open", "--log", drive.url)
        cls.sign("siang.json", 5)
        drive.keep_checkpoint("titik-pusat.txt")
        drive.stop_server()
        drive.serve_command("--config", "pusat/server.toml", "evidence", "bukti.teken", "--checkpoint", "titik-pusat.txt")

    @classmethod
    def sign(cls, script, count):
        cls.scene.run("a", "session", "play", cls.scene.script(script, {"do": "sign", "count": count}, {"do": "close"}))
        cls.scene.sync("a", expect=(0, 2))

    def setUp(self):
        self.home = self.scene.folder / "rumah"
        self.case = self.home / "Documents" / "Kasus 17"
        for folder in ("utuh", "diubah", "lama", "laporan"):
            (self.case / folder).mkdir(parents=True)
        self.copy("bukti.teken", "utuh")
        self.copy("titik-pusat.txt", "utuh")
        self.copy("lama.teken", "lama")
        self.altered_book(self.case / "diubah" / "server.book")
        self.window = window.Window(self, self.home / "data", self.home, PICTURES)
        self.hand = self.window.hand

    def copy(self, name, folder):
        shutil.copy(self.scene.folder / name, self.case / folder / name)

    def altered_book(self, book):
        """A copy of the centre's book in which somebody changed one signature's record."""
        for tail in ("", "-wal"):
            source = self.scene.folder / "pusat" / f"server.book{tail}"
            if source.exists():
                shutil.copy(source, f"{book}{tail}")
        database = sqlite3.connect(book)
        said, changed = '"identified":"roster"', '"identified":"roxter"'
        changed = database.execute("UPDATE entry SET payload = CAST(replace(payload, ?, ?) AS BLOB) WHERE ord = "
                                   "(SELECT max(ord) FROM entry WHERE instr(CAST(payload AS TEXT), ?) > 0)",
                                   (said, changed, said))
        self.assertEqual(changed.rowcount, 1)
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()

    # --- what a person does -----------------------------------------------------------------------------------

    def drop(self, *files):
        """From a small window of another program, as from a file manager."""
        source = subprocess.Popen([str(DRAG_SOURCE), "4", "600", *map(str, files)], env=self.window.environment,
                                  stderr=subprocess.DEVNULL)
        try:
            self.hand.tool("search", "--sync", "--onlyvisible", "--name", "^teken_drag_source$")
            self.hand.tool("mousemove", 20, 616, "mousedown", 1)
            for step in range(1, 12):
                self.hand.tool("mousemove", 20 + 40 * step, 616 - 20 * step)
            self.hand.text("auditFileName", "Lepaskan di sini.")
            self.hand.picture("berkas-di-atas-halaman")
            self.hand.tool("mouseup", 1)
            self.hand.text("auditFileName", str(files[0]))
        finally:
            source.kill()
            source.wait(timeout=scene.PATIENCE)
        self.hand.focus()  # the other window had it

    def scan(self, digits):
        """A scanner is a keyboard without hands: letters in a burst, and Enter; nothing is begun by it too early."""
        self.hand.tool("type", "--delay", "0", digits.upper() + "\n")

    def row(self, name):
        """A row of the folder that is looked into."""
        return self.hand.until(name, lambda now: [item for item, what in now["items"].items()
                                                  if item.startswith("folderRow") and what["text"] == name])[0]

    def go_to(self, folder):
        self.hand.item("folderUp")  # the first folder has been read
        self.hand.fill("folderFieldInput", str(folder))
        self.hand.key("Return")

    def choose(self, folder, name):
        self.hand.click("findFileButton")
        self.go_to(folder)
        self.hand.click(self.row(name))
        self.hand.text("auditFileName", name)

    def begin_and_stop(self):
        """The program gets a few milliseconds at a time, so that it is seen at work and stopped there."""
        at = self.hand.still("startAuditButton")
        process = self.window.process
        process.send_signal(signal.SIGSTOP)
        try:
            self.hand.tool("mousemove", round(at["x"]), round(at["y"]), "click", 1)
            end = time.monotonic() + scene.PATIENCE
            while "cancelAuditButton" not in self.hand.seen()["items"]:
                self.assertNotIn("verdictWord", self.hand.seen()["items"], "it was over before it could be stopped")
                self.assertLess(time.monotonic(), end, "nothing was begun")
                process.send_signal(signal.SIGCONT)
                time.sleep(0.004)
                process.send_signal(signal.SIGSTOP)
                time.sleep(0.02)
            stop = self.hand.seen()["items"]["cancelAuditButton"]
            self.hand.tool("mousemove", round(stop["x"]), round(stop["y"]), "click", 1)
        finally:
            process.send_signal(signal.SIGCONT)
        self.hand.item("startAuditButton")
        self.assertNotIn("auditFailure", self.hand.seen()["items"], "who stops it needs no explanation")

    def verdict(self, word, picture):
        self.hand.click("startAuditButton")
        self.hand.until(f"verdict {word}", lambda now: now["items"].get("verdictWord", {}).get("text") == word)
        self.hand.picture(picture)

    # --- the story --------------------------------------------------------------------------------------------

    def test_from_a_dropped_file_to_the_report_and_what_was_altered_and_what_is_missing(self):
        hand = self.hand
        hand.page("FirstStart")
        hand.focus()
        hand.click("auditDeskButton")
        hand.page("Audit")
        hand.picture("meja-pemeriksa")
        self.scan(re.sub(r"[^0-9a-f]", "", self.scene.root))
        self.drop(self.case / "utuh" / "bukti.teken", self.case / "utuh" / "titik-pusat.txt")
        hand.item("removeHeld0")
        hand.item("startAuditButton")
        hand.picture("siap-diperiksa")
        self.begin_and_stop()
        self.verdict("UTUH", "utuh")
        self.sample_and_its_list()
        self.report_beside_the_evidence()
        hand.key("Escape")
        self.altered()
        self.missing()
        self.assertEqual(self.window.end(), "", "the program complained")

    def sample_and_its_list(self):
        hand = self.hand
        hand.click("sampleButton")
        hand.click("sampleSize0")
        hand.until("ten persons", lambda now: "sampled9" in now["items"] or "sampled5" in now["items"])
        hand.picture("contoh-acak")
        hand.click("sampled0")
        hand.item("entryInk")
        hand.text("entryPlace", "dari")
        hand.picture("entri")
        hand.key("Escape")
        hand.click("sampleExportButton")
        hand.click("exportElsewhere")
        self.go_to(self.case)
        laporan = self.row("laporan")
        hand.picture("folder-lain")
        hand.click(laporan)
        hand.text("exportTarget", str(self.case / "laporan"))
        (self.case / "laporan").rmdir()  # as if its stick was pulled
        hand.click("exportDialogAccept")
        hand.item("exportFailure")
        hand.picture("flashdisk-dicabut")
        (self.case / "laporan").mkdir()
        hand.click("exportDialogAccept")
        hand.gone("exportDialogAccept")
        hand.picture("daftar-tersimpan")
        self.assertEqual({path.suffix for path in (self.case / "laporan").iterdir()}, {".pdf", ".html"})
        self.leave_dialog()
        hand.key("Escape")

    def leave_dialog(self):
        self.hand.click("exportDialogBack")
        self.hand.gone("exportDialogBack")

    def report_beside_the_evidence(self):
        hand = self.hand
        hand.click("exportButton")
        hand.click("exportBeside")
        hand.picture("simpan-laporan")
        hand.click("exportDialogAccept")
        hand.gone("exportDialogAccept")
        hand.picture("laporan-tersimpan")
        self.leave_dialog()
        written = {path.suffix: path for path in (self.case / "utuh").glob("bukti-laporan.*")}
        self.assertEqual(set(written), {".pdf", ".html", ".json"})
        self.assertEqual(written[".pdf"].read_bytes()[:5], b"%PDF-")
        self.assertIn("<b>UTUH</b>", written[".html"].read_text())
        report = json.loads(written[".json"].read_text())
        self.assertEqual(report["verdict"], "intact")
        self.assertIn("completeness", [one["what"] for one in report["checked"]])
        version = subprocess.run([str(window.TEKEN), "--version"], capture_output=True, text=True, check=True,
                                 env={**self.window.environment, "QT_QPA_PLATFORM": "offscreen"}).stdout.strip()
        self.assertEqual(report["software"], version)

    def altered(self):
        hand = self.hand
        self.choose(self.case / "diubah", "server.book")
        self.verdict("TIDAK UTUH", "tidak-utuh")
        findings = hand.until("findings about entries", lambda now: sorted(
            item for item, what in now["items"].items() if item[:7] == "finding" and item[7:].isdigit() and what["enabled"]))
        hand.click(findings[0])  # what is no longer what was sealed is not shown as if it were
        hand.item("failureDismissButton")
        hand.picture("bukan-lagi-yang-disegel")
        hand.click("failureDismissButton")
        hand.gone("failureDismissButton")
        hand.click(findings[-1])
        hand.item("neighbour1")
        hand.picture("temuan-dibuka")
        hand.key("Escape")
        hand.click("languageButton")
        hand.until("English", lambda now: now["items"].get("verdictWord", {}).get("text") == "NOT INTACT")
        hand.picture("not-intact")
        hand.click("languageButton")
        hand.key("Escape")

    def missing(self):
        hand = self.hand
        self.choose(self.case / "lama", "lama.teken")
        self.verdict("TIDAK LENGKAP", "tidak-lengkap")
        hand.key("Escape")


if __name__ == "__main__":
    scene.main()
