"""Papers by tekenctl: from one laptop's book and from the merged one; what cannot be printed says so in words."""

import os
import shutil
import struct
import subprocess
import unittest
import zlib

from scene import Scene


def png(width, height):
    """A grey picture."""
    def part(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = (b"\0" + b"\x80" * width) * height
    return (b"\x89PNG\r\n\x1a\n" + part(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) +
            part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b""))


PNG = png(24, 30)


class Papers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scene = Scene(people=30)
        cls.scene.begin()
        cls.scene.laptop("meja")
        cls.scene.script("sesi.json", {"do": "joint-reading"}, {"do": "sign", "count": 12},
                         {"do": "excuse", "reason": "duty"}, {"do": "refuse"},
                         {"do": "note", "text": "Listrik padam sebentar."}, {"do": "close"},
                         {"do": "minutes", "role": "head", "name": "Camat"})
        played = cls.scene.run("meja", "session", "play", "sesi.json")
        cls.session, cls.code = played["session"], played["close_code"]

    @classmethod
    def tearDownClass(cls):
        cls.scene.close()

    def paper(self, *arguments, book="meja", expect=(0,)):
        return self.scene.run(book, "paper", *arguments, expect=expect)

    def read(self, file):
        if shutil.which("pdftotext") is None:
            self.skipTest("poppler-utils is not installed")
        return subprocess.run(["pdftotext", "-layout", str(self.scene.folder / file), "-"], capture_output=True,
                              text=True, check=True).stdout

    def test_all_papers_come_into_one_folder_and_the_secret_one_does_not(self):
        answer = self.paper("all", "--out", "semua", "--size", "F4")
        names = sorted(path.name for path in (self.scene.folder / "semua").iterdir())
        self.assertEqual(len(names), 6, names)
        self.assertFalse([name for name in names if name.startswith("catatan-pimpinan")])
        self.assertEqual(len(answer["papers"]), 6)

    def test_minutes_say_the_code_and_the_counts_and_no_refusal(self):
        self.paper("minutes", "--out", "ba.pdf", "--number", "100/2023")
        text = self.read("ba.pdf")
        for part in (self.code, "12 (dua belas) orang", "Listrik padam sebentar.", "Nomor: 100/2023", "Camat"):
            self.assertIn(part, text)
        self.assertNotIn("enolak menanda", text)

    def test_the_head_gets_the_refusal_when_asking_by_name(self):
        self.paper("head", "--out", "kepala.pdf")
        self.assertIn("Menolak menandatangani", self.read("kepala.pdf"))

    def test_the_same_hour_gives_the_same_bytes(self):
        for name in ("satu.pdf", "dua.pdf"):
            self.paper("sheet", "--out", name, "--at", "2023-11-17 03:00")
        folder = self.scene.folder
        self.assertEqual((folder / "satu.pdf").read_bytes(), (folder / "dua.pdf").read_bytes())

    def test_a_practice_book_is_marked_without_being_asked(self):
        self.scene.run("latihan", "practice", "create", "--people", "12")
        for book, paper, marked in (("latihan", "recap", True), ("meja", "sheet", False)):
            for name, options in (("biasa", ()), ("bertanda", ("--practice",))):
                self.paper(paper, "--out", f"{book}-{name}.pdf", "--at", "2023-11-17 03:00", *options, book=book)
            plain, asked = ((self.scene.folder / f"{book}-{name}.pdf").read_bytes() for name in ("biasa", "bertanda"))
            self.assertEqual(plain == asked, marked, book)

    def test_the_merged_book_prints_the_same_session(self):
        self.scene.run("meja", "export", "--purpose", "book", "--open", "--out", "meja.teken")
        self.scene.run("admin", "import", "meja.teken")
        self.paper("minutes", "--session", self.session, "--out", "pusat.pdf", book="admin")
        self.assertIn(self.code, self.read("pusat.pdf"))
        self.paper("recap", "--out", "rekap.pdf", book="admin")
        self.assertIn("12 dari 30 orang", self.read("rekap.pdf"))

    def test_one_person_gets_a_pakta_and_a_slip_without_name(self):
        self.paper("pakta", "--person", "Orang Aa", "--out", "pakta.pdf")
        self.assertIn("Orang Aa", self.read("pakta.pdf"))
        slip = self.paper("slip", "--person", "Orang Aa", "--out", "slip.pdf")
        self.assertEqual(slip["papers"][0]["pages"], 1)
        self.assertNotIn("Orang Aa", self.read("slip.pdf"))

    def test_refusals_have_their_codes_and_words(self):
        (self.scene.folder / "rusak.toml").write_text("lambang = 'x'\n")
        cases = [
            (("minutes", "--session", "00" * 16), 3, "session.unknown"),
            (("pakta", "--person", "Tidak Ada"), 3, "desk.person-unknown"),
            (("pakta", "--person", "Orang"), 4, "papers.which-person"),
            (("minutes", "--size", "A5"), 4, "papers.size"),
            (("minutes", "--letterhead", "rusak.toml"), 4, "papers.letterhead"),
            (("minutes", "--letterhead", "tidak-ada.toml"), 3, None),
            (("all", "--out", "satu.pdf"), 4, "papers.folder-needed"),
        ]
        for arguments, code, reason in cases:
            with self.subTest(arguments=arguments):
                answer = self.paper(*arguments, expect=(code,))
                if reason:
                    self.assertEqual(answer["error"]["reason"], reason)
                self.assertTrue(answer["error"]["next"])

    def test_a_letterhead_is_set_line_by_line_and_printed(self):
        crest = self.scene.folder / "lambang.png"
        crest.write_bytes(PNG)
        set_it = self.paper("letterhead", "kop-kantor.toml", "--line", "PEMERINTAH KABUPATEN PAMEKASAN",
                            "--line", "KECAMATAN \"PAMEKASAN\"", "--address", "Jalan Contoh 1",
                            "--crest", crest, "--size", "F4", "--sample", "contoh.pdf", book="tanpa-buku")
        self.assertEqual(len(set_it["lines"]), 2)
        self.assertTrue((self.scene.folder / set_it["crest"]).exists())
        self.assertIn("KECAMATAN", self.read("contoh.pdf"))
        changed = self.paper("letterhead", "kop-kantor.toml", "--city", "Pamekasan", book="tanpa-buku")
        self.assertEqual(changed["lines"], set_it["lines"])
        self.assertEqual(changed["crest"], set_it["crest"])
        self.paper("minutes", "--letterhead", "kop-kantor.toml", "--out", "dengan-kop.pdf")
        self.assertIn("KECAMATAN", self.read("dengan-kop.pdf"))

    def test_a_letterhead_refuses_what_is_no_picture_and_too_many_lines(self):
        (self.scene.folder / "surat.png").write_text("bukan gambar")
        (self.scene.folder / "raksasa.png").write_bytes(PNG + bytes(2 * 1024 * 1024))
        file = self.scene.folder / "kop-tetap.toml"
        self.paper("letterhead", file, "--line", "KANTOR", book="tanpa-buku")
        before = file.read_bytes()
        seven = [part for _ in range(7) for part in ("--line", "x")]
        for arguments, code, reason in [
            (("--crest", "surat.png"), 4, "papers.crest"),
            (("--crest", "raksasa.png"), 4, "papers.crest"),
            (("--crest", "tidak-ada.png"), 3, "files.missing"),
            (("--font", "comic"), 4, "papers.letterhead"),
            (("--size", "A3"), 4, "papers.size"),
            (tuple(seven), 4, "papers.letterhead"),
        ]:
            with self.subTest(arguments=arguments):
                answer = self.paper("letterhead", file, *arguments, book="tanpa-buku", expect=(code,))
                self.assertEqual(answer["error"]["reason"], reason)
                self.assertTrue(answer["error"]["next"])
        self.assertEqual(file.read_bytes(), before)

    def test_a_wrong_passphrase_prints_nothing(self):
        wrong = self.scene.folder / "keliru.sandi"
        wrong.write_text("bukan ini\n")
        command = self.scene.command("meja", "paper", "minutes", "--out", "tidak.pdf")
        command[command.index("--passphrase-file") + 1] = str(wrong)
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.scene.folder, timeout=120)
        self.assertEqual(done.returncode, 8, done.stderr)
        self.assertFalse((self.scene.folder / "tidak.pdf").exists())

    def test_a_folder_that_may_not_be_written_says_so(self):
        folder = self.scene.folder / "terkunci"
        folder.mkdir()
        folder.chmod(0o500)
        if os.geteuid() == 0:
            self.skipTest("root may write everywhere")
        answer = self.paper("minutes", "--out", folder / "ba.pdf", expect=(12,))
        self.assertTrue(answer["error"]["next"])


if __name__ == "__main__":
    unittest.main()
