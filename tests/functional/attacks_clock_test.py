"""A clock set wrong, on real processes: the programs run with a wall clock that was set back or forward (shifted_clock.cpp), the
monotonic one goes on. Nothing is refused for it; each test says who sees it and in which words."""

import json
import os
import subprocess

import scene

HOUR, DAY = 3600, 86400
SHIFTED = scene.BUILD / "tests" / "functional" / "libteken_shifted_clock.so"


def clock(shift):
    """The surroundings of a process whose wall clock is wrong by so many seconds."""
    return {**os.environ, "LD_PRELOAD": str(SHIFTED), "TEKEN_CLOCK_SHIFT": str(shift)}


class WrongClock(scene.WitnessedTest):
    def setUp(self):
        self.assertTrue(SHIFTED.exists(), f"not built: {SHIFTED}")
        super().setUp()

    # --- a laptop whose clock is wrong ------------------------------------------------------------------

    def sign(self, name, shift, count=2, close=False):
        steps = [{"do": "sign", "count": count}] + ([{"do": "close"}] if close else [])
        self.scene.run(name, "session", "play", self.scene.script(f"{name}.json", *steps), env=clock(shift))

    def send(self, name, shift):
        """With the clock still wrong: it must keep nobody from sending."""
        def ready():
            done = self.scene.run(name, "sync", "--server", self.scene.url, expect=(0, 2), env=clock(shift))
            return done["queue"]["waiting"] == 0
        self.wait_for(ready, "not everything was received")
        self.wait_for(self.witnessed, "the witness did not sign")

    def times(self, name):
        """What the laptop's clock says of its own entries, in seconds."""
        queue = self.scene.run(name, "queue", "--limit", 1000, expect=(0, 2))
        return [one["wall_ms"] / 1000 for one in queue["items"]]

    # --- the auditor ------------------------------------------------------------------------------------

    def audit(self, *options):
        self.scene.sync("admin", expect=(0, 2))
        self.scene.run("admin", "evidence", "bukti.teken", "--open", "--log", self.scene.url)
        done = subprocess.run([str(scene.TEKENCTL), "--json", "audit", str(self.scene.folder / "bukti.teken"), "--root",
                               self.scene.root, *map(str, options)], capture_output=True, text=True, timeout=scene.PATIENCE)
        self.assertTrue(done.stdout, done.stderr)
        return done.returncode, json.loads(done.stdout)

    def seen(self, rule, words, *options):
        """Nothing was altered, so the verdict stays; but somebody has to look, and the exit code says so."""
        code, report = self.audit(*options)
        found = [one for one in report["findings"] if one["rule"] == rule]
        self.assertTrue(found, f"{rule} not among {[one['rule'] for one in report['findings']]}")
        self.assertIn(words, found[0]["sentence"])
        self.assertEqual((code, report["verdict"]), (15, "intact"))
        print(f"{self.id().split('.')[-1]}: {report['verdict']}: {found[0]['sentence']}")
        return found

    def clocks(self):
        return {one["rule"] for one in self.audit()[1]["findings"] if one["rule"].startswith(("clock.", "certificate.dates"))}

    # --- the attacks ------------------------------------------------------------------------------------

    def test_a_right_clock_is_not_suspected(self):
        self.scene.laptop("tepat")
        self.sign("tepat", 0)
        self.send("tepat", 0)
        self.assertEqual(self.clocks(), set())

    def test_clock_set_back_between_two_records(self):
        self.scene.laptop("mundur")
        self.sign("mundur", 0)
        self.sign("mundur", -2 * HOUR)
        times = self.times("mundur")
        self.assertGreater(max(times) - min(times), HOUR, "the clock was not set back at all")
        self.send("mundur", -2 * HOUR)
        self.seen("clock.backwards", "Jam perangkat mundur di antara entri ini dan entri sebelumnya")

    def test_clock_set_forward(self):
        """Records of tomorrow, which a witness has seen today."""
        self.scene.laptop("maju")
        self.sign("maju", DAY)
        self.send("maju", DAY)
        self.seen("clock.ahead", "Jam perangkat mendahului")

    def test_clock_outside_the_dates_of_the_certificate(self):
        self.scene.laptop("usang")
        self.sign("usang", -3 * 365 * DAY)
        self.send("usang", -3 * 365 * DAY)
        self.seen("certificate.dates", "di luar masa berlaku sertifikatnya")

    def test_clock_set_back_behind_a_checkpoint_that_the_records_name(self):
        """Records name the newest checkpoint that their laptop has verified: they are not older than that."""
        self.scene.laptop("lama")
        self.sign("lama", 0)
        self.send("lama", 0)
        self.scene.sync("lama", expect=(0, 2))
        kept = self.scene.keep_checkpoint("titik.txt")
        self.sign("lama", -10 * DAY)
        self.send("lama", -10 * DAY)
        self.seen("clock.before-seen", "Jam perangkat tertinggal: entri ini menyebut titik periksa", "--checkpoint", kept)

    def test_a_witness_whose_clock_was_set_back_signs_nothing_and_says_so(self):
        """Its times bound when records existed: they never run backwards."""
        self.scene.laptop("tepat")
        self.sign("tepat", 0)
        self.send("tepat", 0)
        self.witness.terminate()
        self.witness.wait(timeout=scene.PATIENCE)
        self.witness = None
        checked = subprocess.run([str(scene.SERVER), "cosign", "--config", "saksi/cosigner.toml", "--check"],
                                 cwd=self.scene.folder, capture_output=True, text=True, timeout=scene.PATIENCE,
                                 env=clock(-30 * DAY))
        self.assertNotEqual(checked.returncode, 0, checked.stdout)
        self.assertIn("cosigner.clock", checked.stdout + checked.stderr)
        right = subprocess.run([str(scene.SERVER), "cosign", "--config", "saksi/cosigner.toml", "--check"],
                               cwd=self.scene.folder, capture_output=True, text=True, timeout=scene.PATIENCE)
        self.assertEqual(right.returncode, 0, right.stdout + right.stderr)


if __name__ == "__main__":
    scene.main()
