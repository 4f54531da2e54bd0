"""What people run into: each has its exit code, its words, and leaves what was there untouched."""

import http.server
import json
import os
import pathlib
import resource
import shutil
import signal
import socket
import subprocess
import threading
import unittest

import scene


class Page(http.server.BaseHTTPRequestHandler):
    """A captive portal: everything is fine, says the page."""

    def answer(self):
        length = int(self.headers.get("Content-Length", 0))
        self.rfile.read(length)
        page = b"<html><body>Silakan login</body></html>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    do_POST = do_GET = answer

    def log_message(self, *_):
        pass


class Refusals(scene.SceneTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.scene.laptop("laptop")
        script = cls.scene.script("sesi.json", {"do": "sign", "count": 3})
        cls.scene.run("laptop", "session", "play", script)

    def refused(self, code, reason, *arguments, book="laptop", **options):
        answer = self.scene.run(book, *arguments, expect=(code,), **options)
        self.assertEqual(answer["error"]["reason"], reason)
        for part in ("why", "safe", "next"):
            self.assertTrue(answer["error"][part])
        self.assertIn("tekenctl: ", answer["stderr"])
        return answer

    def test_wrong_passphrase(self):
        before = self.scene.entries("laptop")[0]
        secret = self.scene.folder / "laptop.sandi"
        right = secret.read_text()
        secret.write_text("bukan ini\n")
        try:
            self.refused(8, "store.wrong-passphrase", "queue")
        finally:
            secret.write_text(right)
        self.assertEqual(self.scene.entries("laptop")[0], before)

    def test_nobody_to_ask_for_the_passphrase(self):
        done = subprocess.run([str(scene.TEKENCTL), "--book", str(self.scene.folder / "laptop.book"), "queue"],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=scene.PATIENCE)
        self.assertEqual(done.returncode, 4)
        self.assertIn("--passphrase-file", done.stderr)

    def test_book_that_is_none(self):
        (self.scene.folder / "bukan.book").write_bytes(b"halo " * 5000)
        self.refused(5, "store.not-a-book", "queue", book="bukan")
        self.assertEqual((self.scene.folder / "bukan.book").read_bytes(), b"halo " * 5000)

    def test_book_that_is_missing(self):
        answer = self.scene.run("tidak-ada", "queue", expect=(3,))
        self.assertFalse((self.scene.folder / "tidak-ada.book").exists())
        self.assertTrue(answer["error"]["next"])

    def test_wrong_command(self):
        done = subprocess.run([str(scene.TEKENCTL), "nonsense"], capture_output=True, timeout=scene.PATIENCE)
        self.assertEqual(done.returncode, 64)

    def test_unreachable_server(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        answer = self.scene.run("laptop", "sync", "--server", f"http://127.0.0.1:{port}", expect=(10,))
        self.assertIn(answer["error"]["reason"], ("sync.no-network", "sync.no-answer"))

    def test_page_that_says_200(self):
        server = http.server.HTTPServer(("127.0.0.1", 0), Page)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            self.refused(10, "sync.captive-portal", "sync", "--server", f"http://127.0.0.1:{server.server_port}")
        finally:
            server.shutdown()
            thread.join()
            server.server_close()
        _, queue = self.scene.entries("laptop")
        self.assertEqual(queue["received"], 0)

    def test_plain_http_to_another_machine(self):
        self.refused(4, "sync.address-plain", "sync", "--server", "http://192.0.2.1:80")

    def test_stick_twice(self):
        self.scene.run("laptop", "export", "--out", "kirim.teken")
        first = self.scene.run("admin", "import", "kirim.teken")
        second = self.scene.run("admin", "import", "kirim.teken")
        self.assertEqual(second["stored"], 0)
        self.assertEqual(second["duplicates"], first["stored"] + first["duplicates"])

    def test_stick_that_was_cut_or_altered(self):
        self.scene.run("laptop", "export", "--out", "utuh.teken")
        whole = (self.scene.folder / "utuh.teken").read_bytes()
        (self.scene.folder / "potong.teken").write_bytes(whole[:-10])
        self.refused(4, "bundle.truncated", "import", "potong.teken", book="admin")
        changed = bytearray(whole)
        changed[-20] ^= 1
        (self.scene.folder / "ubah.teken").write_bytes(changed)
        self.refused(6, "crypto.seal-broken", "import", "ubah.teken", book="admin")
        (self.scene.folder / "asing.teken").write_bytes(b"bukan punya kita")
        self.refused(4, "bundle.not-teken", "import", "asing.teken", book="admin")

    def test_stick_for_somebody_else(self):
        self.scene.run("laptop", "export", "--out", "untuk-pusat.teken")
        self.refused(8, "bundle.other-recipient", "import", "untuk-pusat.teken")

    def test_provisioning_of_another_root(self):
        self.scene.run("baru", "enrol", "request", "--name", "Baru", "--device", "B", "--out", "baru.minta")
        self.scene.run("admin", "officer", "certify", "baru.minta", "--unit", "KEC-04")
        self.scene.run("admin", "enrol", "provision", "baru.minta", "--out", "baru.teken")
        self.refused(6, "enrolment.wrong-root", "enrol", "accept", "baru.teken", "--root", "0" * 32, book="baru")
        self.refused(4, "enrolment.fingerprint-short", "enrol", "accept", "baru.teken", "--root", self.scene.root[:8],
                     book="baru")
        self.scene.run("baru", "enrol", "accept", "baru.teken", "--root", self.scene.root)

    def test_audit_with_another_fingerprint(self):
        copy = self.scene.folder / "lain.book"
        self.scene.run("laptop", "backup", "--out", copy)
        self.refused(3, "audit.root-absent", "audit", copy, "--root", "ab" * 16)

    def test_restored_database(self):
        self.scene.laptop("pulih")
        self.scene.run("pulih", "session", "play", self.scene.script("p.json", {"do": "sign", "count": 2}))
        book = self.scene.folder / "pulih.book"
        old = self.scene.folder / "pulih-cadangan.book"
        self.scene.run("pulih", "backup", "--out", old)
        self.scene.run("pulih", "session", "play", self.scene.script("p2.json", {"do": "sign"}), "--resume")
        for tail in ("", "-wal", "-shm"):
            pathlib.Path(str(book) + tail).unlink(missing_ok=True)
        shutil.copy(old, book)
        self.refused(7, "desk.restored-database", "session", "play", "p2.json", "--resume", book="pulih")

    @unittest.skipUnless(os.geteuid() == 0, "needs root to become somebody without rights")
    def test_read_only_folder(self):
        folder = self.scene.folder / "terkunci"
        folder.mkdir()
        shutil.copy(self.scene.folder / "laptop.book", folder / "laptop.book")
        secret = self.scene.folder / "laptop.sandi"
        self.scene.folder.chmod(0o755)
        secret.chmod(0o644)
        (folder / "laptop.book").chmod(0o444)
        folder.chmod(0o555)
        command = [str(scene.TEKENCTL), "--book", str(folder / "laptop.book"), "--passphrase-file", str(secret),
                   "session", "play", str(self.scene.folder / "sesi.json")]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=scene.PATIENCE, user=65534)
        except PermissionError:
            self.skipTest("the build folder is closed to others")
        self.assertIn(done.returncode, (12,), done.stderr)

    def play_without_room(self, folder, **limits):
        """A laptop in that folder; returns exit code and whether everything said to be saved is there."""
        self.scene.laptop("penuh")
        for path in self.scene.folder.glob("penuh.*"):
            shutil.copy(path, folder)
        script = self.scene.script("penuh.json", {"do": "sign", "count": 39})
        command = [str(part).replace(str(self.scene.folder / "penuh."), str(folder / "penuh."))
                   for part in self.scene.command("penuh", "session", "play", script, "--each")]
        process = subprocess.Popen(command, cwd=self.scene.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   text=True, **limits)
        out, err = process.communicate(timeout=scene.PATIENCE)
        said = {line.split()[1] for line in out.splitlines() if line.startswith("saved ")}
        queue = [part for part in command if part not in ("session", "play", "--each", script)]
        done = subprocess.run([*queue, "queue", "--limit", "1000"], capture_output=True, text=True,
                              timeout=scene.PATIENCE)
        found = {item["entry"] for item in json.loads(done.stdout)["items"]}
        self.assertLessEqual(said, found)
        return process.returncode, err

    @unittest.skipUnless(os.geteuid() == 0, "needs root to make a small disk")
    def test_full_disk(self):
        disk = self.scene.folder / "cakram"
        disk.mkdir()
        size = 400_000 + sum(path.stat().st_size for path in self.scene.folder.glob("laptop.book*"))
        if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)],
                          capture_output=True).returncode != 0:
            self.skipTest("a small disk cannot be mounted here")
        try:
            # Whatever the size of the book, the disk is full now but for a little.
            code, err = self.play_without_room(disk)
            self.assertEqual(code, 11, err)
        finally:
            subprocess.run(["umount", str(disk)], check=True)

    def test_file_that_may_not_grow(self):
        folder = self.scene.folder / "sempit"
        folder.mkdir()
        most = max(path.stat().st_size for path in self.scene.folder.glob("laptop.book")) + 60_000

        def small():
            # To SQLite a device that fails. The signal would end us first.
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

        code, err = self.play_without_room(folder, preexec_fn=small, restore_signals=False)
        self.assertIn(code, (5, 11), err)


if __name__ == "__main__":
    scene.main()
