"""Attacks by those who have authority, on real processes and real files: a roster poisoned, a revocation back-dated. Each
test says who sees it and in which words. Named after the table of attacks in the trust rules."""

import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys

import scene

PATIENCE = scene.PATIENCE


class Attacks(scene.SceneTest):
    """One drive with a centre that keeps a log. What changes the drive itself comes last."""

    @classmethod
    def play(cls):
        drive = cls.scene
        drive.begin_with_log()
        cls.feed = drive.laptop("balai")
        drive.run("balai", "session", "play", drive.script("pagi.json", {"do": "sign", "count": 3}, {"do": "close"}))
        drive.sync("balai", expect=(0, 2))
        drive.sync("admin", expect=(0, 2))
        cls.evidence("dulu.teken")

    @classmethod
    def evidence(cls, name):
        cls.scene.run("admin", "evidence", name, "--open", "--log", cls.scene.url)
        return cls.scene.folder / name

    def audit(self, file, *options):
        done = subprocess.run([str(scene.TEKENCTL), "--json", "audit", str(file), "--root", self.scene.root,
                               *map(str, options)], capture_output=True, text=True, timeout=PATIENCE)
        return json.loads(done.stdout)

    def seen(self, report, rule, words, verdict):
        found = [one for one in report["findings"] if one["rule"] == rule]
        self.assertTrue(found, f"{rule} not among {[one['rule'] for one in report['findings']]}")
        self.assertIn(words, found[0]["sentence"])
        self.assertEqual(report["verdict"], verdict)
        print(f"{self.id().split('.')[-1]}: {report['verdict']}: {found[0]['sentence']}")
        return found

    def test_1_roster_poisoned_in_a_book(self):
        """An invented person put into the stored roster: its hash stands in an entry. Seen by the auditor."""
        self.scene.run("admin", "export", "--out", "semua.teken", "--purpose", "book", "--open")
        book = self.scene.folder / "beracun.book"
        self.scene.stop_server()
        for part in (self.scene.folder / "pusat").glob("server.book*"):
            shutil.copy(part, book.with_name(part.name.replace("server.book", "beracun.book")))
        self.scene.start_server()
        self.assertEqual(self.audit(book)["verdict"], "intact")
        with sqlite3.connect(book) as database:
            parts = database.execute("SELECT rowid, bytes FROM blob_part").fetchall()
            changed = 0
            for row, content in parts:
                poisoned = bytes(content).replace(b"Orang Aa", b"Orang Xx")
                if poisoned != bytes(content):
                    database.execute("UPDATE blob_part SET bytes = ? WHERE rowid = ?", (poisoned, row))
                    changed += 1
            if changed == 0:  # packed: whatever is changed in the largest one is changed in the roster
                row, content = max(parts, key=lambda part: len(part[1]))
                bent = bytearray(content)
                bent[len(bent) // 2] ^= 1
                database.execute("UPDATE blob_part SET bytes = ? WHERE rowid = ?", (bytes(bent), row))
            database.commit()
        database.close()
        self.seen(self.audit(book), "blob.altered", "daftar pegawai", "altered")

    def test_2_roster_poisoned_on_its_way_to_a_laptop(self):
        """Another roster than the entry names, on a stick: a laptop takes nothing of it."""
        whole = (self.scene.folder / "semua.teken").read_bytes()
        refused = 0
        for place in range(len(whole) // 2, len(whole), max(1, len(whole) // 9)):
            bent = bytearray(whole)
            bent[place] ^= 1
            (self.scene.folder / "beracun.teken").write_bytes(bent)
            done = self.scene.run("balai", "import", "beracun.teken", expect=(4, 5, 6, 13))
            refused += done["error"]["reason"].startswith("bundle.")
        self.assertGreater(refused, 3)

    def test_3_revocation_back_dated_takes_records_out_in_everybodys_sight(self):
        """An admin revokes a key before records that were received: they count no more, but they are all there, and the log says
        that they were there before the revocation. Another admin's word brings one back, and its proof says so."""
        before = self.audit(self.scene.folder / "dulu.teken")
        self.assertEqual((before["verdict"], before["sessions"][0]["signed"]), ("intact", 3))
        queue = self.scene.run("balai", "queue", "--limit", 100, expect=(0, 2))
        signed = sorted((one for one in queue["items"] if one["kind"] == "sign"), key=lambda one: one["seq"])
        self.scene.run("admin", "officer", "revoke", self.feed, "--last", signed[0]["seq"] - 1, "--reason", "stolen")
        self.scene.sync("admin", expect=(0, 2))
        later = self.evidence("kini.teken")
        report = self.audit(later)
        found = self.seen(report, "entry.after-revocation", "dibuat sesudah sertifikat dicabut", "altered")
        self.assertLessEqual({one["entry"] for one in signed}, {one["entry"] for one in found})
        # Nothing was taken out: the evidence of before is the beginning of this one.
        done = subprocess.run([str(scene.TEKENCTL), "--json", "compare", str(self.scene.folder / "dulu.teken"), str(later),
                               "--root", self.scene.root], capture_output=True, text=True, timeout=PATIENCE)
        self.assertEqual(json.loads(done.stdout)["verdict"], "intact", done.stdout)
        self.assertIn("revoked: kunci yang menyegel sudah dicabut", self.proof_of(signed[0]["entry"], "TIDAK UTUH"))
        self.scene.run("admin", "admit", self.feed, signed[0]["entry"], "--reason", "dibuat sebelum laptop hilang")
        self.scene.sync("admin", expect=(0, 2))
        found = {one.get("entry") for one in self.audit(self.evidence("nanti.teken"))["findings"]
                 if one["rule"] == "entry.after-revocation"}
        self.assertNotIn(signed[0]["entry"], found)
        self.assertIn(signed[1]["entry"], found)
        self.assertIn("sesudah kuncinya dicabut; tetap diterima oleh admin", self.proof_of(signed[0]["entry"], "UTUH"))
        self.assertIn("revoked: kunci yang menyegel sudah dicabut", self.proof_of(signed[1]["entry"], "TIDAK UTUH"))

    def proof_of(self, entry, verdict):
        """What the reader that shares no code with Teken says of this record's proof."""
        file = self.scene.folder / f"{entry[:8]}.bukti"
        self.scene.run("admin", "bukti", entry, "--out", file, "--server", self.scene.url)
        script = pathlib.Path(scene.SOURCE) / "packaging" / "verify" / "teken_verify.py"
        done = subprocess.run([sys.executable, str(script), "--bukti", str(file), "--root", self.scene.root[:32]],
                              capture_output=True, text=True, timeout=PATIENCE)
        self.assertEqual(done.stdout.splitlines()[-1], verdict, done.stdout + done.stderr)
        return done.stdout


if __name__ == "__main__":
    scene.main()
