"""What people run into: each has its exit code, its words, and leaves what was there untouched."""

import fcntl
import http.server
import json
import os
import pathlib
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import threading
import unittest

import scene
from scene import SOURCE


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

    # --- books that are not ours to open ------------------------------------------------------------------

    def book_as(self, name, change):
        """A changed copy of the laptop's book under a name of its own; its bytes before anybody looked."""
        path = self.scene.folder / f"{name}.book"
        shutil.copy(self.scene.folder / "laptop.book", path)
        shutil.copy(self.scene.folder / "laptop.sandi", self.scene.folder / f"{name}.sandi")
        change(path)
        return path, path.read_bytes()

    def left_alone(self, code, reason, name, change):
        path, before = self.book_as(name, change)
        answer = self.refused(code, reason, "queue", book=name)
        self.assertIn(path.name, answer["stderr"])
        self.assertEqual(path.read_bytes(), before)
        self.assertFalse(pathlib.Path(str(path) + "-wal").exists())

    def test_book_of_a_newer_version(self):
        def newer(path):
            with sqlite3.connect(path) as database:
                database.execute("pragma user_version = 99")
            database.close()
        self.left_alone(13, "store.newer", "baru-sekali", newer)

    def test_book_cut_short(self):
        self.left_alone(5, "store.not-a-book", "terpotong",
                        lambda path: os.truncate(path, path.stat().st_size // 2))

    def test_database_of_another_program(self):
        def foreign(path):
            path.unlink()
            with sqlite3.connect(path) as database:
                database.execute("create table surat (isi)")
            database.close()
        self.left_alone(5, "store.not-a-book", "program-lain", foreign)

    def test_book_that_another_program_uses(self):
        with open(self.scene.folder / "laptop.book.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.refused(9, "store.in-use", "queue")
        self.scene.run("laptop", "queue", expect=(0, 2))

    # --- files that are not what they should be -----------------------------------------------------------

    def test_rosters_that_cannot_be_read(self):
        units = SOURCE / "packaging" / "demo" / "pamekasan" / "units.tsv"
        before = self.scene.run("admin", "roster", "show", "orang")["size"]
        head = b"Nama,NIP,Unit Kerja\n"
        for name, content, reason in (
                ("lembar.csv", b"PK\x03\x04 lembar kerja", "table.spreadsheet"),
                ("biner.csv", b"Nama\x00NIP", "table.binary"),
                ("utf16.csv", "Nama,NIP\n".encode("utf-16"), "table.utf-16"),
                ("kosong.csv", b"", "table.empty"),
                ("tanpa-judul.csv", b"a,b,c\n1,2,3\n", "roster.no-header"),
                ("kutip.csv", head + b'"Orang A,1,2\n', "roster.no-good-row"),
                ("nip-rusak.csv", head + b"Orang A,1.98506E+17,Kecamatan Pamekasan\n", "roster.no-good-row")):
            with self.subTest(name):
                (self.scene.folder / name).write_bytes(content)
                answer = self.refused(4, reason, "roster", "import", name, "--units", units, book="admin")
                self.assertIn(name, answer["stderr"])
        self.refused(3, "files.missing", "roster", "import", "tidak-ada.csv", "--units", units, book="admin")
        self.refused(4, "files.is-folder", "roster", "import", self.scene.folder, "--units", units, book="admin")
        self.refused(4, "unit.heading", "roster", "import", "daftar.csv", "--units", "daftar.csv", book="admin")
        self.assertEqual(self.scene.run("admin", "roster", "show", "orang")["size"], before)

    def test_rows_with_problems_are_named_in_words(self):
        (self.scene.folder / "baris.csv").write_text(
            "Nama,NIP,Unit Kerja,Status\nOrang A,198506112009011000,Kecamatan Pamekasan,PNS\n")
        units = SOURCE / "packaging" / "demo" / "pamekasan" / "units.tsv"
        command = [part for part in self.scene.command("admin", "roster", "diff", "baris.csv", "--units", units)
                   if part != "--json"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=scene.PATIENCE, cwd=self.scene.folder)
        self.assertIn("baris 2", done.stdout)
        self.assertIn("NIP berakhir 000", done.stdout)

    def test_session_scripts_that_mean_nothing(self):
        self.scene.laptop("naskah")
        before = self.scene.entries("naskah")[0]
        for name, steps, place in (
                ("tanpa-buka", [{"do": "add", "name": "Orang"}], "step 1, do"),
                ("tanpa-buka-2", [{"do": "sign"}], "step 1, do"),
                ("salah-ketik", [{**scene.OPEN, "plase": "Balai"}], "step 1, plase"),
                ("asing", [{"do": "dance"}], "step 1, do"),
                ("tanpa-do", [{"count": 3}], "step 1"),
                ("jenis", [{**scene.OPEN, "title": 5}], "step 1")):
            with self.subTest(name):
                (self.scene.folder / f"{name}.json").write_text(json.dumps({"steps": steps}))
                answer = self.refused(4, "ctl.script", "session", "play", f"{name}.json", book="naskah")
                self.assertEqual(answer["error"]["place"], place)
                self.assertIn(f"{name}.json", answer["stderr"])
        (self.scene.folder / "potong.json").write_text('{"steps": [')
        self.assertEqual(self.refused(4, "ctl.script", "session", "play", "potong.json",
                                      book="naskah")["error"]["place"], "byte 12")
        self.assertEqual(self.scene.entries("naskah")[0], before)

    # --- a newer roster -----------------------------------------------------------------------------------

    def test_a_newer_roster_says_who_joined_left_moved_and_changed(self):
        units = SOURCE / "packaging" / "demo" / "pamekasan" / "units.tsv"
        rows = (self.scene.folder / "daftar.csv").read_text().splitlines()
        rows[1] = rows[1].replace("Kecamatan Pamekasan", "Dinas Sosial")  # moved
        rows[2] = rows[2].replace(",PNS", ",CPNS")  # changed
        rows[3] = "Orang Baru,198506112009011977,Kecamatan Pamekasan,PNS"  # one left, one joined
        rows.append("Jumlah,40")
        (self.scene.folder / "lebih-baru.csv").write_text("\n".join(rows) + "\n")
        answer = self.scene.run("admin", "roster", "diff", "lebih-baru.csv", "--units", units)
        self.assertEqual(answer["changes"], {"joined": 1, "left": 1, "moved": 1, "changed": 1, "unchanged": 37})
        seen = {(change["what"], change["name"]) for change in answer["changed_people"]}
        self.assertEqual(seen, {("joined", "Orang Baru"), ("left", "Orang Ca"), ("moved", "Orang Aa"),
                                ("changed", "Orang Ba")})
        self.assertEqual(answer["skipped"][-1], {"line": 42, "reason": "skip.footer"})
        command = [part for part in self.scene.command("admin", "roster", "diff", "lebih-baru.csv", "--units", units)
                   if part != "--json"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=scene.PATIENCE, cwd=self.scene.folder)
        for line in ("masuk 1, keluar 1, pindah 1, berubah 1, tetap 37", "masuk  Orang Baru  KEC-04",
                     "keluar  Orang Ca  KEC-04", "pindah  Orang Aa  KEC-04 -> DINSOS",
                     "berubah  Orang Ba  KEC-04 (status)", "dilewati, jumlah: baris 42"):
            self.assertIn(line, done.stdout)

    def test_an_agreement_that_names_nothing_is_not_passed_over(self):
        units = SOURCE / "packaging" / "demo" / "pamekasan" / "units.tsv"
        look = ("roster", "diff", "daftar.csv", "--units", units)
        self.refused(4, "ctl.unit-name", *look, "--unit-name", "Kecamatan=NGAWUR", book="admin")
        self.refused(4, "ctl.unit-name", *look, "--unit", "NGAWUR", book="admin")
        self.refused(4, "ctl.same", *look, "--same", "2=" + "ab" * 16, book="admin")

    def test_a_part_of_the_roster_takes_nobody_off_it_by_accident(self):
        units = SOURCE / "packaging" / "demo" / "pamekasan" / "units.tsv"
        rows = (self.scene.folder / "daftar.csv").read_text().splitlines()
        (self.scene.folder / "sebagian.csv").write_text("\n".join(rows[:6]) + "\n")
        before = self.scene.run("admin", "roster", "show", "orang", "--limit", 1000)
        answer = self.refused(4, "roster.many-left", "roster", "import", "sebagian.csv", "--units", units, book="admin")
        self.assertIn("--left 35", answer["stderr"])
        self.refused(4, "roster.many-left", "roster", "import", "sebagian.csv", "--units", units, "--left", 34,
                     book="admin")
        self.assertEqual(self.scene.run("admin", "roster", "show", "orang", "--limit", 1000)["people"],
                         before["people"])
        part = self.scene.run("admin", "roster", "import", "sebagian.csv", "--units", units, "--left", 35)
        self.assertEqual(part["persons"], 5)
        whole = self.scene.run("admin", "roster", "import", "daftar.csv", "--units", units)
        self.assertEqual((whole["persons"], whole["changes"]["joined"]), (40, 35))

    def test_other_files_that_are_not_what_they_should_be(self):
        (self.scene.folder / "surat.txt").write_text("bukan apa-apa\n")
        self.refused(4, "text.file", "text", "lock", "surat.txt", book="admin")
        self.refused(4, "enrolment.format", "officer", "certify", "surat.txt", book="admin")
        self.refused(4, "bundle.not-teken", "enrol", "accept", "surat.txt", "--root", self.scene.root)
        self.refused(4, "bundle.not-teken", "import", "surat.txt")
        self.refused(4, "bundle.not-a-file", "import", self.scene.folder)
        self.scene.run("laptop", "export", "--out", "versi.teken")
        newer = bytearray((self.scene.folder / "versi.teken").read_bytes())
        newer[7] += 1
        (self.scene.folder / "versi.teken").write_bytes(newer)
        self.refused(13, "bundle.newer", "import", "versi.teken", book="admin")

    def test_personal_data_does_not_leave_unsealed_by_accident(self):
        self.refused(4, "bundle.no-recipient", "export", "--purpose", "book", "--out", "semua.teken")
        self.assertFalse((self.scene.folder / "semua.teken").exists())
        self.scene.run("laptop", "export", "--purpose", "book", "--open", "--out", "semua.teken")

    def test_slips_of_the_keyboard(self):
        nobody, nothing = "a" * 32, "a" * 64
        self.refused(3, "desk.person-unknown", "match", nobody, "--itself", book="admin")
        self.refused(3, "desk.person-unknown", "roster", "change", nobody, "retired", "--effective", "2023-11-17",
                     book="admin")
        self.refused(3, "store.no-entry", "void", nothing, "--second", "Bu B", book="admin")
        self.refused(3, "store.no-entry", "admit", nothing, nothing, "--reason", "x", book="admin")
        self.refused(4, "encoding.hex", "decide", "abc", "--reason", "x", book="admin")
        self.refused(4, "desk.unit-unknown", "officer", "certify", "laptop.minta", "--unit", "NGAWUR", book="admin")
        self.refused(7, "drive.code-taken", "drive", "open", "--beside", "--code", "UJI", "--title", "Lagi", "--organisation", "X",
                     book="admin")

    def test_an_answer_that_found_no_room_is_no_success(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run(self.scene.command("laptop", "status"), stdout=full, stderr=subprocess.PIPE, text=True,
                                  timeout=scene.PATIENCE)
        self.assertEqual(done.returncode, 11, done.stderr)
        self.assertIn("files.disk-full", done.stderr)

    def test_no_pipe_or_device_makes_room_for_a_file(self):
        pipe = self.scene.folder / "pipa.pdf"
        os.mkfifo(pipe)
        self.refused(4, "files.not-a-file", "export", "--out", pipe)
        self.refused(4, "files.not-a-file", "paper", "minutes", "--out", pipe)
        self.assertTrue(pipe.is_fifo())

    def test_no_report_or_file_takes_the_place_of_a_book(self):
        book = self.scene.folder / "laptop.book"
        copy = self.scene.folder / "untuk-laporan.book"
        self.scene.run("laptop", "backup", "--out", copy)
        before = book.read_bytes()
        self.refused(7, "files.is-book", "audit", copy, "--root", self.scene.root, "--html", book)
        self.refused(7, "files.is-book", "export", "--out", book)
        self.refused(7, "files.is-book", "export", "--out", self.scene.folder / "admin.book")
        self.assertEqual(book.read_bytes(), before)

    def test_wrong_command_says_where_to_look(self):
        for program, wrong in ((scene.TEKENCTL, "export"), (scene.SERVER, "ganjil")):
            for language, words in ((), "Tidak ada yang berubah"), (("--lang", "en"), "Nothing has changed"):
                done = subprocess.run([str(program), *language, wrong], capture_output=True, text=True,
                                      timeout=scene.PATIENCE)
                self.assertEqual(done.returncode, 64)
                self.assertIn(f"{program.name}: ", done.stderr)
                self.assertIn(f"{program.name} --help", done.stderr)
                self.assertIn(words, done.stderr)

    def test_a_wrong_command_is_told_to_machines_too(self):
        done = subprocess.run([str(scene.TEKENCTL), "--json", "export"], capture_output=True, text=True,
                              timeout=scene.PATIENCE)
        self.assertEqual(done.returncode, 64)
        answer = json.loads(done.stdout)
        self.assertFalse(answer["ok"])
        self.assertEqual(answer["error"]["reason"], "ctl.usage")
        self.assertIn("--out", answer["error"]["message"])

    def test_a_second_drive_does_not_take_the_first_ones_place(self):
        more = ("--title", "Kedua", "--organisation", "X", "--area", "35.28")
        self.refused(7, "drive.running", "drive", "open", "--code", "DUA", *more, book="admin")
        self.scene.run("admin", "drive", "open", "--beside", "--code", "DUA", *more)
        self.refused(3, "drive.unknown-code", "drive", "use", "TIGA", book="admin")
        self.scene.run("admin", "drive", "use", "UJI")
        self.assertEqual(self.scene.run("admin", "status")["title"], "Kegiatan uji")

    def test_a_request_of_another_key_is_not_certified(self):
        self.refused(6, "enrolment.wrong-request", "officer", "certify", "laptop.minta", "--unit", "KEC-04",
                     "--fingerprint", "0000 1111 2222 3333 4444 5555 6666 7777", book="admin")

    def test_a_date_that_does_not_exist_is_named_as_a_date(self):
        self.refused(4, "date.not-iso", "roster", "change", "0" * 32, "retired", "--effective", "2023-13-40", book="admin")

    def test_english_when_asked_for(self):
        answer = self.refused(3, "files.missing", "--lang", "en", "import", "tidak-ada.teken")
        self.assertIn("does not exist", answer["stderr"])
        self.assertIn("details: ", answer["stderr"])

    def test_two_hundred_with_something_else(self):
        class Other(Page):
            page, kind, status = b"{}", "application/json", 200

            def answer(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.send_response(self.status)
                self.send_header("Content-Type", self.kind)
                self.send_header("Content-Length", str(len(self.page)))
                self.end_headers()
                self.wfile.write(self.page)

            do_POST = do_GET = answer

        server = http.server.HTTPServer(("127.0.0.1", 0), Other)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            for status, kind, page in ((200, "application/json", b"{}"), (200, "application/json", b""),
                                       (502, "text/html", b"<html>Bad Gateway</html>"),
                                       (301, "text/html", b"<html>pindah</html>"),
                                       (404, "text/html", b"<html>tidak ada</html>")):
                with self.subTest(status=status, kind=kind):
                    Other.page, Other.kind, Other.status = page, kind, status
                    answer = self.scene.run("laptop", "sync", "--server", f"http://127.0.0.1:{server.server_port}",
                                            expect=(4, 6, 8, 10))
                    self.assertTrue(answer["error"]["reason"].startswith("sync."), answer["error"])
                    self.assertTrue(answer["error"]["next"])
        finally:
            server.shutdown()
            thread.join()
            server.server_close()
        self.assertEqual(self.scene.entries("laptop")[1]["received"], 0)

    @unittest.skipUnless(os.geteuid() == 0, "needs root to mount a stick")
    def test_sticks_that_take_nothing(self):
        stick = self.scene.folder / "flashdisk"
        stick.mkdir()
        for option, code, reasons in (("size=4k", 11, ("files.disk-full", "store.disk-full")),
                                      ("ro", 12, ("files.read-only", "store.read-only"))):
            if subprocess.run(["mount", "-t", "tmpfs", "-o", option, "tmpfs", str(stick)],
                              capture_output=True).returncode != 0:
                self.skipTest("a stick cannot be mounted here")
            try:
                for command in (("export", "--out", stick / "kirim.teken"), ("backup", "--out", stick / "salin.book")):
                    with self.subTest(option=option, command=command[0]):
                        answer = self.scene.run("laptop", *command, expect=(code,))
                        self.assertIn(answer["error"]["reason"], reasons)
                        self.assertIn("flashdisk", answer["stderr"])
                        self.assertEqual([left.name for left in stick.iterdir() if not left.name.endswith(".lock")], [])
            finally:
                subprocess.run(["umount", str(stick)], check=True)
        self.scene.run("laptop", "queue", expect=(0, 2))

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
