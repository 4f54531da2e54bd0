"""Real server, real laptops: what is acknowledged is there, whoever was killed in the middle."""

import json
import shutil
import subprocess
import time

import scene


class ServerAndLaptops(scene.SceneTest):
    with_server = True

    def tearDown(self):
        if self.scene.server is not None:
            self.scene.stop_server()

    def played(self, name, count=12):
        self.scene.laptop(name)
        script = self.scene.script(f"{name}.json", {"do": "sign", "count": count}, {"do": "close"},
                                   {"do": "minutes", "name": "Camat", "role": "head"})
        self.scene.run(name, "session", "play", script)

    def test_everything_is_received_and_the_audit_is_clean(self):
        self.played("rapi")
        self.scene.start_server()
        self.scene.sync("admin")
        answer = self.scene.sync("rapi")
        self.assertEqual(answer["queue"]["waiting"], 0)
        self.assertGreater(answer["queue"]["received"], 12)
        again = self.scene.sync("rapi")
        self.assertEqual(again["sent"], 0)
        self.assertEqual(self.scene.stop_server(), 0)
        code, report = self.scene.audit_server()
        self.assertNotEqual(report["verdict"], "altered")

    def test_the_log_file_is_written_while_the_server_works(self):
        log = self.scene.folder / "pusat" / "teken-server.log"
        before = log.read_text().count('"event":"start"') if log.exists() else 0
        self.scene.start_server()
        self.wait_for(lambda: log.read_text().count('"event":"start"') == before + 1, "the start stands in the log")
        self.scene.kill_server()
        self.assertEqual(log.read_text().count('"event":"start"'), before + 1)

    def test_laptop_brings_its_own_certificate(self):
        self.played("mandiri", 1)
        self.scene.start_server()
        # The admin has not been here since: the laptop carries the admin's feed, and with it its right to send.
        answer = self.scene.sync("mandiri")
        self.assertEqual(answer["queue"]["waiting"], 0)
        self.assertEqual(answer["refused"], 0)

    def test_killed_laptop_loses_nothing_and_sends_the_rest(self):
        self.played("putus", 30)
        before, _ = self.scene.entries("putus")
        self.scene.start_server()
        self.scene.sync("admin")
        for pause in (0.02, 0.1, 0.3):
            process = self.scene.start("putus", "sync", "--server", self.scene.url)
            time.sleep(pause)
            self.scene.kill(process)
        answer = self.scene.sync("putus")
        self.assertEqual(answer["queue"]["waiting"], 0)
        after, queue = self.scene.entries("putus")
        self.assertEqual(before, after)
        self.assertEqual(queue["received"], len(after))

    def test_killed_server_keeps_what_it_acknowledged(self):
        self.played("listrik", 30)
        self.scene.start_server()
        self.scene.sync("admin")
        process = self.scene.start("listrik", "sync", "--server", self.scene.url)
        time.sleep(0.3)
        self.scene.kill_server()
        process.communicate(timeout=scene.PATIENCE)
        received = self.scene.entries("listrik")[1]["received"]
        self.scene.start_server()
        answer = self.scene.sync("listrik")
        self.assertFalse(answer["server_restored"])
        self.assertGreaterEqual(answer["queue"]["received"], received)
        self.assertEqual(answer["queue"]["waiting"], 0)
        self.assertEqual(self.scene.stop_server(), 0)
        self.assertNotEqual(self.scene.audit_server()[1]["verdict"], "altered")

    def test_port_in_use(self):
        self.scene.start_server()
        port = self.scene.url.rsplit(":", 1)[1]
        other = self.scene.folder / "lain"
        self.scene.serve_command("init", "--folder", "lain", "--name", "Lain", "--url", f"https://127.0.0.1:{port}",
                                 "--listen", "127.0.0.1")
        self.scene.run("akar", "authority", "certify", "lain/server.minta")
        self.scene.run("akar", "enrol", "provision", "lain/server.minta", "--out", "lain.teken")
        self.scene.serve_command("--config", "lain/server.toml", "accept", "lain.teken", "--root", self.scene.root)
        done = self.scene.serve_command("--config", "lain/server.toml", "serve", expect=(9,))
        self.assertIn("http.port-in-use", done.stderr)
        self.assertTrue(other.exists())

    def test_second_server_on_one_book(self):
        self.scene.start_server()
        done = self.scene.serve_command("--config", "pusat/server.toml", "serve", expect=(9,))
        self.assertIn("store.in-use", done.stderr)
        self.scene.sync("admin", expect=(0, 2))

    def test_receipts_come_back_on_a_stick(self):
        self.played("desa", 2)
        self.scene.run("desa", "export", "--out", "desa.teken")
        self.scene.run("admin", "import", "desa.teken")
        self.scene.start_server()
        self.scene.sync("admin", expect=(0, 2))
        self.scene.run("admin", "receipts", "--out", "terima.teken")
        self.assertEqual(self.scene.entries("desa")[1]["received"], 0)
        answer = self.scene.run("desa", "import", "terima.teken", expect=(0, 2))
        self.assertGreaterEqual(answer["receipts"], 1)
        self.assertEqual(self.scene.entries("desa")[1]["waiting"], 0)

    def test_server_that_is_not_certified(self):
        self.scene.serve_command("init", "--folder", "palsu", "--name", "Palsu", "--url", "https://127.0.0.1:8443",
                                 "--port", "0")
        self.played("hati-hati", 1)
        # Without the root's certificate the impostor cannot even start; a real server under another address is
        # refused by its pin, which tests/unit/sync plays.
        done = subprocess.run([str(scene.SERVER), "--config", "palsu/server.toml", "serve"], cwd=self.scene.folder,
                              capture_output=True, text=True, timeout=scene.PATIENCE)
        self.assertNotEqual(done.returncode, 0)


class TlsKeyOfItsOwn(scene.SceneTest):
    """Laptops go by the TLS keys that the root has certified: a server with another one says so when it starts."""

    with_server = True

    def started(self, *options):
        """Words of a server that was started and stopped, and what its log says of its TLS key."""
        port = self.scene.folder / "pusat" / "port"
        log = self.scene.folder / "pusat" / "teken-server.log"
        port.unlink(missing_ok=True)
        log.unlink(missing_ok=True)
        server = subprocess.Popen([str(scene.SERVER), "--config", "pusat/server.toml", *options, "serve"],
                                  cwd=self.scene.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        try:
            self.wait_for(lambda: (port.exists() and port.read_text().strip()) or server.poll() is not None,
                          "the server did not start")
        finally:
            server.terminate()
            words = server.communicate(timeout=scene.PATIENCE)[1]
        self.assertEqual(server.returncode, 0, words)
        return words, [json.loads(line) for line in log.read_text().splitlines() if "tls-key-not-certified" in line]

    def take_key(self, certificate):
        for kind in ("certificate", "key"):
            source = self.scene.folder / certificate.replace("certificate", kind)
            shutil.copy(source, self.scene.folder / "pusat" / f"tls-{kind}.pem")

    def test_a_certified_key_is_nothing_to_speak_of(self):
        kept = self.scene.folder / "semula"
        kept.mkdir()
        for kind in ("certificate", "key"):
            shutil.copy(self.scene.folder / "pusat" / f"tls-{kind}.pem", kept)
        self.addCleanup(self.take_key, "semula/tls-certificate.pem")
        self.assertEqual(self.started(), ("", []))
        self.take_key("pusat/tls-next-certificate.pem")
        self.assertEqual(self.started(), ("", []), "nor is the next one, which was certified along with it")

    def test_a_key_the_root_never_certified_is_told_of_at_the_start(self):
        self.scene.serve_command("init", "--folder", "lain", "--name", "Lain", "--url", "https://127.0.0.1:8443")
        self.take_key("lain/tls-certificate.pem")
        words, logged = self.started()
        self.assertIn("laptop akan menolak peladen ini", words)
        self.assertIn("Langkah berikut", words)
        self.assertEqual([line["level"] for line in logged], ["warning"])
        self.assertIn(logged[0]["pin"], words)
        self.assertIn("laptops will turn this server away", self.started("--lang", "en")[0])
        self.scene.start_server()
        self.addCleanup(self.scene.stop_server)
        self.assertIn("sync.tls-pin", self.scene.sync("admin", expect=(6,))["stderr"])


class Preparation(scene.SceneTest):
    """A server's folder before its first start: each thing that may be missing or wrong is named."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.scene.serve_command("init", "--folder", "siap", "--name", "Siap", "--url", "https://127.0.0.1:8443",
                                "--listen", "127.0.0.1", "--port", "0")
        cls.config = cls.scene.folder / "siap" / "server.toml"

    def refused(self, code, reason, *arguments):
        done = self.scene.serve_command(*arguments, expect=(code,))
        self.assertIn(reason, done.stderr)
        self.assertIn("teken-server: ", done.stderr)
        return done.stderr

    def test_no_configuration(self):
        self.assertIn("tidak-ada.toml", self.refused(3, "server.no-config", "--config", "tidak-ada.toml", "serve"))

    def test_started_before_its_provisioning(self):
        words = self.refused(3, "server.no-root", "--config", "siap/server.toml", "serve")
        self.assertIn("accept", words)
        self.assertIn("has not taken", self.refused(3, "server.no-root", "--config", "siap/server.toml", "--lang", "en",
                                                    "serve"))

    def test_init_over_a_server_that_is_there(self):
        before = {path.name: path.read_bytes() for path in (self.scene.folder / "siap").iterdir()}
        self.refused(7, "server.exists", "init", "--folder", "siap", "--name", "Lagi", "--url", "https://x:8443")
        self.assertEqual({path.name: path.read_bytes() for path in (self.scene.folder / "siap").iterdir()}, before)

    def test_mistakes_in_the_configuration(self):
        good = self.config.read_text()
        for name, change, code, reason in (
                ("a word for a number", lambda text: text.replace("port = 0 ", 'port = "nol" ', 1), 4, "config.type"),
                ("a port that is none", lambda text: text.replace("port = 0 ", "port = 99999 ", 1), 4, "config.range"),
                ("a key that is none", lambda text: text.replace("verify_threads", "verify_thraeds"), 4,
                 "config.unknown-key"),
                ("no TOML", lambda text: text + "\n= = =\n", 4, "config.syntax"),
                ("no text", lambda text: "\x00" * 200, 4, "config."),
                ("nothing", lambda text: "", 4, "config.missing"),
                ("no TLS for others", lambda text: text.replace("enabled = true", "enabled = false")
                 .replace('"127.0.0.1"', '"0.0.0.0"', 1), 4, "config.plain-http"),
                ("another book", lambda text: text.replace("server.book", "lain.book"), 3, "store.missing"),
                ("a certificate that is not there", lambda text: text.replace("tls-certificate", "tls-tidak-ada"), 3,
                 "files.missing"),
                ("the key of another certificate", lambda text: text.replace("tls-key", "tls-next-key"), 7,
                 "tls.pair")):
            with self.subTest(name):
                wrong = self.scene.folder / "siap" / "salah.toml"
                wrong.write_text(change(good))
                self.assertNotEqual(wrong.read_text(), good)
                self.refused(code, reason, "--config", "siap/salah.toml", "check-config")

    def test_provisioning_that_is_none(self):
        (self.scene.folder / "surat.txt").write_text("bukan apa-apa")
        for name, code, reason in (("surat.txt", 4, "bundle.not-teken"), ("tidak-ada.teken", 3, "files.missing"),
                                   ("admin.teken", 8, "bundle.other-recipient")):
            with self.subTest(name):
                self.refused(code, reason, "--config", "siap/server.toml", "accept", name, "--root", self.scene.root)


if __name__ == "__main__":
    scene.main()
