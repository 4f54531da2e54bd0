"""The desktop program as a process: without a display, twice at once, killed in the middle of a session."""

import os
import pathlib
import re
import signal
import subprocess
import tempfile

import scene

TEKEN = scene.BUILD / "app" / "teken" / "teken"
NO_DISPLAY, IN_USE = 69, 9  # README.md, exit codes


def environment(runtime, display=False, **more):
    kept = {name: value for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_QUICK_BACKEND")}
    if display:
        kept.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    return {**kept, "XDG_RUNTIME_DIR": str(runtime), "HOME": str(runtime), "TZ": "UTC", **more}


class AppTest(scene.unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="teken-app-")
        self.addCleanup(self.temporary.cleanup)
        self.folder = pathlib.Path(self.temporary.name)

    def teken(self, *arguments, display=False, **more):
        return subprocess.run([str(TEKEN), "--data", str(self.folder / "data"), *map(str, arguments)],
                              capture_output=True, text=True, timeout=scene.PATIENCE,
                              env=environment(self.folder, display, **more))


class WithoutADisplay(AppTest):
    def refused(self, done):
        self.assertEqual(done.returncode, NO_DISPLAY, done.stderr)
        self.assertIn("Tidak ada layar", done.stderr)
        self.assertIn("tekenctl", done.stderr)
        self.assertFalse((self.folder / "data").exists(), "nothing may be made before there is a window")

    def test_says_so_and_what_to_do(self):
        self.refused(self.teken())

    def test_says_so_when_the_display_named_does_not_answer(self):
        self.refused(self.teken(DISPLAY=":4711"))

    def test_says_so_in_the_language_chosen_in_the_window(self):
        (self.folder / "data").mkdir()
        (self.folder / "data" / "teken.ini").write_text("[look]\nlanguage=en\n")
        for display in ({}, {"DISPLAY": ":4711"}):
            done = self.teken(**display)
            self.assertEqual(done.returncode, NO_DISPLAY, done.stderr)
            self.assertIn("There is no display", done.stderr)
            self.assertNotIn("Tidak ada layar", done.stderr)

    def test_pictures_need_none(self):
        self.assertEqual(self.teken("--screenshots", self.folder / "layar").returncode, 0)
        self.assertTrue((self.folder / "layar" / "01-awal.png").exists())

    def test_version_and_help_need_none(self):
        for wish, words in (("--version", "teken "), ("-v", "teken "), ("--help", "--practice")):
            done = self.teken(wish)
            self.assertEqual(done.returncode, 0, wish)
            self.assertIn(words, done.stdout)

    def test_help_speaks_the_language_chosen_in_the_window(self):
        self.assertIn("LATIHAN: data tiruan", self.teken("--help").stdout)
        (self.folder / "data").mkdir()
        (self.folder / "data" / "teken.ini").write_text("[look]\nlanguage=en\n")
        said = self.teken("--help").stdout
        self.assertIn("PRACTICE: invented data", said)
        self.assertNotIn("LATIHAN: data tiruan", said)

    def test_all_programs_are_of_one_version(self):
        said = [self.teken("--version").stdout.split()]
        for program in (scene.TEKENCTL, scene.SERVER):
            said.append(subprocess.run([str(program), "--version"], capture_output=True, text=True).stdout.split())
        self.assertEqual([name for name, _ in said], ["teken", "tekenctl", "teken-server"])
        self.assertEqual(len({version for _, version in said}), 1, said)

    def test_a_folder_for_pictures_that_cannot_be_made_is_an_error(self):
        done = self.teken("--screenshots", "/proc/layar")
        self.assertEqual(done.returncode, 1)
        self.assertIn("tidak dapat ditulisi", done.stderr)


class TwoCopies(AppTest):
    def test_the_second_one_says_so_and_ends(self):
        first = subprocess.Popen([str(TEKEN), "--data", str(self.folder / "data")], stderr=subprocess.DEVNULL,
                                 env=environment(self.folder, display=True))
        try:
            self.wait_for(self.folder / "data" / "teken.bell", first)
            second = self.teken(display=True)
            self.assertEqual(second.returncode, IN_USE)
            self.assertIn("sudah terbuka", second.stderr)
            self.assertIsNone(first.poll(), "the first copy must go on")
        finally:
            scene.Scene.kill(first)
        # Killed, not ended: the next start must not be kept out by what it left behind.
        self.assertEqual(self.teken("--screenshots", self.folder / "layar").returncode, 0)

    def wait_for(self, path, process):
        until = scene.time.monotonic() + scene.PATIENCE
        while not path.exists():
            self.assertIsNone(process.poll(), "the first copy has ended")
            self.assertLess(scene.time.monotonic(), until, "the first copy did not start")
            scene.time.sleep(0.02)


class KilledInASession(scene.SceneTest):
    """A laptop with a running session, two signatures, and strokes that nobody has saved yet."""

    def setUp(self):
        self.folder = self.scene.folder
        self.data = self.folder / self._testMethodName
        self.data.mkdir()
        self.laptop = f"{self.data.name}/laptop"
        self.scene.laptop(self.laptop)

    def tour(self, folder, until=None):
        process = subprocess.Popen([str(TEKEN), "--data", str(self.data), "--screenshots",
                                    str(self.folder / folder), "--passphrase-file",
                                    str(self.data / "laptop.sandi")], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True, env=environment(self.folder))
        pages = {}
        for line in process.stdout:
            found = re.match(r"\d+-(\S+)\.png (\w+)", line)
            if found:
                pages[found[1]] = found[2]
            if until in pages:
                break
        if until:
            process.send_signal(signal.SIGKILL)
        error = process.stderr.read()
        process.stdout.close()
        process.stderr.close()
        process.wait(timeout=scene.PATIENCE)
        return process.returncode, pages, error

    def test_returns_to_the_same_session_with_nothing_lost(self):
        laptop = self.laptop
        script = self.scene.script("layar.json", {"do": "sign", "count": 2}, {"do": "strokes"})
        self.scene.run(laptop, "session", "play", script)
        before, _ = self.scene.entries(laptop)

        for page in ("setelah-dibuka", "tanda-tangan"):
            with self.subTest(killed_at=page):
                code, pages, _ = self.tour("mati", until=page)
                self.assertEqual(code, -signal.SIGKILL)
                self.assertEqual(pages["setelah-dibuka"], "Session")

        code, pages, error = self.tour("kembali")
        self.assertEqual(code, 0, error)
        self.assertEqual(pages["awal"], "Unlock")
        self.assertEqual(pages["setelah-dibuka"], "Session", "the officer is back where the work was")
        after, _ = self.scene.entries(laptop)
        self.assertEqual(before, after)
        more = self.scene.script("tutup.json", {"do": "close"})
        refused = self.scene.run(laptop, "session", "play", more, "--resume", expect=(7,))
        self.assertEqual(refused["error"]["reason"], "session.ink-unfinished", "the strokes are still there")

    def test_a_wrong_passphrase_opens_nothing_and_says_so(self):
        wrong = self.folder / "salah.sandi"
        wrong.write_text("bukan ini\n")
        done = subprocess.run([str(TEKEN), "--data", str(self.data), "--screenshots",
                               str(self.folder / "salah"), "--passphrase-file", str(wrong)], capture_output=True,
                              text=True, timeout=scene.PATIENCE, env=environment(self.folder))
        self.assertEqual(done.returncode, 1)
        self.assertIn("Kata sandinya tidak cocok", done.stderr)
        self.assertFalse((self.folder / "salah" / "02-setelah-dibuka.png").exists())


if __name__ == "__main__":
    scene.main()
