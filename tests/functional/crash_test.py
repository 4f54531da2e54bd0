"""kill -9 in the middle of a session: whatever was said to be saved is there afterwards, and the session goes on."""

import os
import random
import threading
import time

import scene

# The long run: TEKEN_KILLS=200 python3 tests/functional/crash_test.py KilledAtAnyMoment
KILLS = int(os.environ.get("TEKEN_KILLS", "4"))
SEED = int(os.environ.get("TEKEN_SEED", "20231117"))


class KilledSession(scene.SceneTest):
    def play_until(self, laptop, lines):
        """Plays a session, kills it after so many saved entries; returns what was said to be saved."""
        script = self.scene.script(f"{laptop}.json", {"do": "sign", "count": 30}, {"do": "close"},
                                   {"do": "minutes", "name": "Camat", "role": "head"})
        process = self.scene.start(laptop, "session", "play", script, "--each")
        said = set()
        for line in process.stdout:
            word, _, entry = line.strip().partition(" ")
            if word == "saved":
                said.add(entry)
            if len(said) == lines:
                break
        self.scene.kill(process)
        return script, said

    def test_nothing_that_was_saved_is_lost(self):
        for lines in (1, 7, 18):
            with self.subTest(lines=lines):
                laptop = f"laptop{lines}"
                self.scene.laptop(laptop)
                script, said = self.play_until(laptop, lines)
                self.assertEqual(len(said), lines)
                found, _ = self.scene.entries(laptop)
                self.assertLessEqual(said, found)

                resumed = self.scene.run(laptop, "session", "play", script, "--resume")
                self.assertTrue(resumed["after_crash"])
                self.assertEqual(resumed["counts"]["signed"], len(found) - 1 + resumed["signed"])
                self.assertLessEqual(found, self.scene.entries(laptop)[0])

    def test_strokes_on_the_pad_survive(self):
        self.scene.laptop("goresan")
        script = self.scene.script("goresan.json", {"do": "sign", "count": 2}, {"do": "strokes"})
        self.scene.run("goresan", "session", "play", script)
        more = self.scene.script("lanjut.json", {"do": "close"})
        refused = self.scene.run("goresan", "session", "play", more, "--resume", expect=(7,))
        self.assertEqual(refused["error"]["reason"], "session.ink-unfinished")

    def test_audit_of_what_it_brings_stays_clean(self):
        self.scene.laptop("bersih")
        script, _ = self.play_until("bersih", 5)
        self.scene.run("bersih", "session", "play", script, "--resume")
        self.scene.run("bersih", "export", "--out", "bersih.teken")
        self.scene.run("admin", "import", "bersih.teken")
        report = self.scene.audit("admin")
        self.assertEqual(report["verdict"], "intact")
        self.assertEqual(report["findings_total"], 0)


class KilledAtAnyMoment(scene.SceneTest):
    """Not after a line that was read, but whenever: also while the book opens, in a write, between two strokes."""

    def test_nothing_that_was_said_to_be_saved_is_lost(self):
        chance = random.Random(SEED)
        laptop = "kapan-saja"
        self.scene.laptop(laptop)
        script = self.scene.script("kapan-saja.json", {"do": "joint-reading"}, {"do": "sign", "count": 2},
                                   {"do": "strokes"}, {"do": "strokes", "clear": True}, {"do": "excuse", "count": 1},
                                   {"do": "sign", "from": 0, "count": 1},
                                   {"do": "void", "from": 0, "count": 1, "second": {"name": "Camat"}},
                                   {"do": "sign", "from": 0, "count": 1}, {"do": "note", "text": "Listrik padam."})
        self.scene.run(laptop, "session", "play", script)
        started = time.monotonic()
        self.scene.run(laptop, "session", "play", script, "--resume", expect=(0, 7))
        whole = time.monotonic() - started
        said = set()
        session = None
        for number in range(KILLS):
            delay = chance.uniform(0, whole)
            with self.subTest(number=number, seed=SEED, delay=round(delay, 3)):
                process = self.scene.start(laptop, "session", "play", script, "--resume", "--each")
                timer = threading.Timer(delay, process.kill)
                timer.start()
                for line in process.stdout:
                    word, _, entry = line.strip().partition(" ")
                    if word == "saved" and len(entry) == 64:
                        said.add(entry)
                timer.cancel()
                self.scene.kill(process)
                found, _ = self.scene.entries(laptop)
                self.assertLessEqual(said, found, "something was said to be saved and is not there")
                here = self.scene.run(laptop, "session", "list")["sessions"]
                self.assertEqual(len(here), 1, "a crash never opens a second session")
                session = session or here[0]["session"]
                self.assertEqual(here[0]["session"], session)
        end = self.scene.script("akhir.json", {"do": "sign", "count": 1}, {"do": "strokes", "clear": True}, {"do": "close"},
                                {"do": "minutes", "name": "Camat", "role": "head"})
        self.scene.run(laptop, "session", "play", end, "--resume")
        self.scene.run(laptop, "export", "--out", "kapan-saja.teken")
        self.scene.run("admin", "import", "kapan-saja.teken")
        self.assertEqual(self.scene.audit("admin")["verdict"], "intact")


if __name__ == "__main__":
    scene.main()
