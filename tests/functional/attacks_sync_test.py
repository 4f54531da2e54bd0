"""Attacks on sending, on the log and on its witnesses, carried out on real processes and real files; each test says
who sees it and in which words. Named after the table of attacks in the trust rules."""

import json
import pathlib
import shutil

import scene


class Attacks(scene.WitnessedTest):
    """Every test has a centre and a witness for itself, because it ruins them."""

    def server_log(self):
        return (self.scene.folder / "pusat" / "teken-server.log").read_text()

    def queue(self, name):
        return self.scene.run(name, "queue", expect=(0, 2))

    def copy_centre(self, name):
        running = self.scene.server is not None
        if running:
            self.scene.stop_server()
        shutil.copytree(self.scene.folder / "pusat", self.scene.folder / name)
        if running:
            self.scene.start_server()

    def put_centre(self, name):
        """The centre's folder is now this one; whoever did it has left no trace outside."""
        self.scene.stop_server()
        shutil.move(self.scene.folder / "pusat", self.scene.folder / f"pusat-sebelum-{name}")
        shutil.copytree(self.scene.folder / name, self.scene.folder / "pusat")
        self.scene.start_server()

    # --- attacks --------------------------------------------------------------------------------------------

    def test_nothing_is_wrong_and_nothing_is_said(self):
        self.played("balai")
        self.sent("balai")
        self.wait_for(self.witnessed, "the witness did not sign")
        self.sent("balai")
        queue = self.queue("balai")
        self.assertEqual((queue["waiting"], queue["alarm"]), (0, None))
        self.assertEqual(queue["witnessed"], queue["received"])
        self.assertEqual(self.health()["status"], "ok")

    def test_admin_drops_entries(self):
        """Seen by the laptop whose entries they were, at its next meeting, and by the witness."""
        self.played("balai")
        self.copy_centre("dulu")
        self.sent("balai")
        self.wait_for(self.witnessed, "the witness did not sign")
        self.put_centre("dulu")
        self.played("kelurahan", 6)  # so that the tree is as large again, of other leaves
        self.scene.sync("kelurahan", expect=(0, 2, 6))
        done = self.scene.run("balai", "sync", "--server", self.scene.url, expect=(6,))
        self.assertIn("aman di laptop ini", done["stderr"])
        self.assertIn("Beri tahu admin dan auditor hari ini juga", done["stderr"])
        queue = self.queue("balai")
        self.assertIn(queue["alarm"]["reason"], ("sync.log-forked", "sync.log-shrunk"))
        self.assertEqual(queue["received"], 0)
        files = sorted(pathlib.Path(queue["alarm"]["folder"]).iterdir())
        self.assertGreaterEqual(len(files), 1)
        text = files[0].read_text()
        self.assertGreaterEqual(text.count("\u2014 "), 2, "two notes with their signatures")
        self.assertIn("dipegang laptop ini", text)
        self.wait_for(lambda: self.health()["status"] == "degraded", "the witness said nothing")
        self.assertEqual(self.health()["log"]["cosigners"][0]["state"], "two-trees")
        self.wait_for(lambda: "two-trees" in self.server_log(), "nothing in the server's log")

    def test_split_view(self):
        """Two centres of one key. Seen by the witness of the second, and where a stick meets the first."""
        self.played("balai")
        self.played("kelurahan", 4)
        self.copy_centre("kembar")
        self.sent("balai")
        self.wait_for(self.witnessed, "the witness did not sign")
        self.scene.stop_server()
        self.copy_centre("pertama")
        shutil.rmtree(self.scene.folder / "pusat")
        shutil.move(self.scene.folder / "kembar", self.scene.folder / "pusat")
        self.scene.start_server()
        self.sent("kelurahan")  # this laptop sees nothing wrong: its log only grew
        self.assertIsNone(self.queue("kelurahan")["alarm"])
        self.wait_for(lambda: self.health()["log"]["cosigners"][0]["state"] == "two-trees", "the witness said nothing")
        self.assertEqual(self.queue("kelurahan")["witnessed"], 0)
        # Its stick goes to the admin, whose centre is the first one.
        self.more("kelurahan")
        self.scene.run("kelurahan", "export", "--out", "kelurahan.teken")
        self.put_centre("pertama")
        self.scene.run("admin", "import", "kelurahan.teken")
        done = self.scene.run("admin", "sync", "--server", self.scene.url, expect=(6,))
        self.assertIn("Daftar di pusat", done["stderr"])
        self.assertIsNotNone(self.queue("admin")["alarm"])
        self.wait_for(lambda: self.health()["log"]["leaves"] == self.health()["log"]["signed"], "nothing was signed")
        # The admin's evidence carries both words of the centre; whoever reads it need not believe the admin.
        self.scene.run("admin", "evidence", "bukti.teken", "--open", "--log", self.scene.url)
        audited = self.scene.run("admin", "audit", "bukti.teken", "--root", self.scene.root, expect=(1,))
        found = [one for one in audited["findings"] if one["rule"] == "log.contradiction"]
        self.assertTrue(found, audited["findings"])
        self.assertIn("Pusat menandatangani dua log yang tidak dapat sama-sama benar", found[0]["sentence"])
        self.assertEqual(audited["verdict"], "altered")
        print(f"split_view: {audited['verdict']}: {found[0]['sentence']}")

    def test_malicious_relay_lying_stick(self):
        """What is carried proves itself: a stick that was tampered with, or kept back, receives nothing."""
        self.played("desa")
        self.scene.run("desa", "export", "--out", "desa.teken")
        self.scene.run("admin", "import", "desa.teken")
        self.scene.sync("admin", expect=(0, 2))
        self.wait_for(self.witnessed, "the witness did not sign")
        self.scene.sync("admin", expect=(0, 2))
        self.scene.run("admin", "receipts", "--out", "terima.teken")
        whole = (self.scene.folder / "terima.teken").read_bytes()
        for place in range(40, len(whole), max(1, len(whole) // 12)):
            bent = bytearray(whole)
            bent[place] ^= 1
            (self.scene.folder / "lain.teken").write_bytes(bent)
            self.scene.run("desa", "import", "lain.teken", expect=(0, 2, 4, 5, 6, 13))
            self.assertEqual(self.queue("desa")["received"], 0, f"byte {place}")
        queue = self.queue("desa")
        self.assertEqual((queue["alarm"], queue["waiting"]), (None, len(queue["items"])), "it waits, and accuses nobody")
        answer = self.scene.run("desa", "import", "terima.teken")
        self.assertGreater(answer["log_receipts"], 0)
        queue = self.queue("desa")
        self.assertEqual(queue["waiting"], 0)
        self.assertEqual(queue["witnessed"], queue["received"])

    def test_censorship_by_server_or_relay(self):
        """The laptop names what has no receipt, for as long as it has none; its feed travels by another way."""
        self.played("desa")
        self.scene.run("desa", "export", "--out", "desa.teken")
        self.scene.run("admin", "import", "desa.teken")
        self.scene.run("admin", "receipts", "--out", "kosong.teken")  # kept back: never sent to the centre
        self.scene.run("desa", "import", "kosong.teken")
        queue = self.queue("desa")
        self.assertEqual((queue["received"], queue["exit"]), (0, 2))
        self.assertLessEqual({item["state"] for item in queue["items"]}, {"waiting", "saved"})
        self.sent("desa")  # over the network, once there is one
        self.assertEqual(self.queue("desa")["waiting"], 0)

    def test_replay_and_double_upload(self):
        """The same again changes nothing, and says so."""
        self.played("desa")
        self.scene.run("desa", "export", "--out", "desa.teken")
        self.sent("desa")
        before = self.health()["log"]["leaves"]
        self.scene.run("admin", "import", "desa.teken")
        again = self.scene.run("admin", "import", "desa.teken")
        self.assertEqual((again["stored"], again["refused"]), (0, 0))
        self.assertGreater(again["duplicates"], 0)
        self.scene.sync("admin", expect=(0, 2))
        self.scene.sync("desa")
        self.assertEqual(self.health()["log"]["leaves"], before)

    def test_cloned_disk_of_a_laptop(self):
        """Two laptops write one feed. Seen by the server at the second one's first meeting, and by the auditor."""
        self.played("balai")
        for file in self.scene.folder.glob("balai.*"):
            shutil.copy(file, self.scene.folder / file.name.replace("balai", "kembar", 1))
        self.more("balai")
        self.more("kembar", 2)
        self.sent("balai")
        self.scene.run("kembar", "sync", "--server", self.scene.url, expect=(0, 2, 7))
        queue = self.queue("kembar")
        self.assertNotEqual(queue["waiting"] + queue["trouble"], 0, "behind a fork nothing is received")
        self.scene.sync("admin", expect=(0, 2))
        self.assertGreater(self.scene.run("admin", "status")["forks"], 0)
        self.scene.stop_server()
        code, report = self.scene.audit_server()
        self.assertNotEqual(code, 0)
        self.assertIn("fork", json.dumps(report))

    def test_stolen_laptop(self):
        """Revoked at a number: what it writes afterwards is kept, received, and counts for nothing."""
        feed = self.played("balai")
        self.sent("balai")
        self.scene.sync("admin", expect=(0, 2))
        before = self.scene.run("admin", "status")["counts"]["signed"]
        last = self.queue("balai")["items"][0]["seq"]
        self.scene.run("admin", "officer", "revoke", feed, "--last", last, "--reason", "stolen")
        self.scene.sync("admin", expect=(0, 2))
        self.more("balai", 3)
        self.assertEqual(self.scene.sync("balai", expect=(8,))["error"]["reason"], "sync.revoked")
        self.scene.sync("admin", expect=(0, 2))
        self.assertEqual(self.scene.run("admin", "status")["counts"]["signed"], before)
        self.scene.stop_server()
        _, report = self.scene.audit_server()
        self.assertIn("after-revocation", json.dumps(report))

    def test_restored_backup_of_the_centre_is_said_and_mended(self):
        """An honest restore: the centre says so itself, laptops send again, and no record is missing afterwards."""
        self.played("balai")
        self.copy_centre("cadangan")
        self.sent("balai")
        signed = (self.scene.folder / "pusat" / "log.book.signed").read_bytes()
        self.put_centre("cadangan")
        self.scene.stop_server()
        (self.scene.folder / "pusat" / "log.book.signed").write_bytes(signed)  # it lies apart, and was not restored
        self.scene.serve_command("--config", "pusat/server.toml", "renew-epoch")
        self.scene.start_server()
        self.assertTrue(self.scene.sync("balai", expect=(0, 2))["server_restored"])
        self.assertEqual(self.health()["log"]["reason"], "log.signer-shrunk", "nothing is signed meanwhile")
        self.scene.stop_server()
        self.scene.start_server()  # every leaf is back, in its old order
        self.sent("balai")
        self.assertIsNone(self.queue("balai")["alarm"])


if __name__ == "__main__":
    scene.main()
