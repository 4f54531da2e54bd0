"""A real witness process, asked over HTTP and by files, by a log that shares no code with it."""

import http.client
import pathlib
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
import threading
import time
import unittest

import scene
from small_log import Log, Witness


class Cosigner(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="teken-cosigner-"))
        self.process = None
        self.log = Log(self.folder)
        self.config = self.folder / "saksi" / "cosigner.toml"
        self.cosign("init", "--folder", "saksi", "--name", "bawaslu.example/saksi", "--log", self.log.vkey, "--port",
                    "0", config=False)
        self.config.write_text(self.config.read_text().replace("# port_file", "port_file"))
        shown = self.cosign("--check").stdout
        self.witness = Witness(next(line for line in shown.splitlines() if line.startswith("bawaslu.example/saksi+")))

    def tearDown(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def cosign(self, *arguments, expect=0, config=True):
        where = ["--config", self.config] if config else []
        done = subprocess.run([str(one) for one in (scene.SERVER, "cosign", *where, *arguments)], cwd=self.folder,
                              capture_output=True, text=True, timeout=scene.PATIENCE)
        self.assertEqual(done.returncode, expect, f"{arguments}\n{done.stdout}\n{done.stderr}")
        return done

    def start(self):
        port = self.folder / "saksi" / "port"
        port.unlink(missing_ok=True)
        self.process = subprocess.Popen([str(scene.SERVER), "cosign", "--config", str(self.config)], cwd=self.folder,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + scene.PATIENCE
        while not (port.exists() and port.read_text().strip()):
            self.assertIsNone(self.process.poll(), "the witness ended")
            self.assertLess(time.monotonic(), until, "the witness did not start")
            time.sleep(0.02)
        self.port = int(port.read_text())

    def stop(self):
        if self.process is None:
            return 0
        self.process.terminate()
        code = self.process.wait(timeout=scene.PATIENCE)
        self.process = None
        return code

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=scene.PATIENCE)
        self.process = None

    def ask(self, body, path="/add-checkpoint", method="POST", headers=None):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=scene.PATIENCE)
        try:
            line.request(method, path, body.encode() if isinstance(body, str) else body, headers or {})
            answer = line.getresponse()
            return answer.status, answer.read().decode(), answer.headers.get("Content-Type")
        finally:
            line.close()

    def expect_cosigned(self, answer, text=None):
        status, body, _ = answer
        self.assertEqual(status, 200, body)
        self.assertIsNotNone(self.witness.time_of(body, text or self.log.text(), self.folder), body)

    # --- over HTTP --------------------------------------------------------------------------------------

    def test_every_status(self):
        self.start()
        self.log.grow(5)
        first = self.log.request(0)
        self.assertEqual(self.ask("old 1\n\n" + self.log.note())[0], 409)
        self.expect_cosigned(self.ask(first))
        self.assertEqual(self.ask(first), (409, "5\n", "text/x.tlog.size"))
        self.expect_cosigned(self.ask(self.log.request(5)))
        self.assertEqual(self.ask("")[0], 400)
        self.assertEqual(self.ask("old 6\n\n" + self.log.note())[0], 400)
        self.assertEqual(self.ask("old 05\n\n" + self.log.note())[0], 400)
        stranger = Log(self.folder, "other.example", "other")
        stranger.grow(2)
        self.assertEqual(self.ask(stranger.request(0))[0], 404)
        impostor = Log(self.folder, key="impostor")
        impostor.grow(7)
        self.assertEqual(self.ask(impostor.request(5))[0], 403)
        twin = Log(self.folder)
        twin.grow(5, "lain ")
        self.assertEqual(self.ask(twin.request(5)), (409, "5\n", "text/x.tlog.size"))
        twin.grow(8)
        self.assertEqual(self.ask(twin.request(5))[0], 422)
        self.log.grow(70)
        self.expect_cosigned(self.ask(self.log.request(5)))
        self.assertEqual(self.stop(), 0)

    def test_what_is_not_the_protocol(self):
        self.start()
        self.log.grow(1)
        self.assertEqual(self.ask("x", path="/")[0], 404)
        self.assertEqual(self.ask("x", path="/v1/push")[0], 404)
        self.assertEqual(self.ask("", method="GET")[0], 400)
        self.assertEqual(self.ask(self.log.request(0), path="/add-checkpoint?x=1")[0], 400)
        self.assertEqual(self.ask(b"x" * 200_000)[0], 413)
        self.assertEqual(self.ask(b"\xff" * 100)[0], 400)
        self.expect_cosigned(self.ask(self.log.request(0), headers={"Content-Type": "application/octet-stream"}))

    def test_prefix(self):
        self.config.write_text(self.config.read_text().replace("prefix = ''", 'prefix = "/saksi"'))
        self.start()
        self.log.grow(1)
        self.assertEqual(self.ask(self.log.request(0))[0], 404)
        self.expect_cosigned(self.ask(self.log.request(0), path="/saksi/add-checkpoint"))

    def test_two_histories_at_a_time(self):
        self.start()
        old = 0
        for round_number in range(10):
            twin = Log(self.folder)
            twin.leaves = list(self.log.leaves)
            self.log.grow(old + 3)
            twin.grow(old + 3, "lain ")
            requests = [self.log.request(old), twin.request(old)]
            answers = [None, None]

            def ask(which):
                answers[which] = self.ask(requests[which])

            threads = [threading.Thread(target=ask, args=(which,)) for which in (0, 1)]
            for one in threads:
                one.start()
            for one in threads:
                one.join()
            self.assertEqual(sorted(answer[0] for answer in answers), [200, 409], round_number)
            if answers[1][0] == 200:
                self.log = twin
            old += 3

    def test_killed_in_the_middle_it_never_signs_two_histories(self):
        signed = {}  # size -> checkpoint text
        old = 0
        for pause in (0.0, 0.005, 0.02, 0.05, 0.1):
            self.start()
            stop = threading.Event()

            def ask_on(size):
                try:
                    while not stop.is_set():
                        size += 1
                        self.log.grow(size)
                        status, body, _ = self.ask(self.log.request(size - 1))
                        if status != 200:
                            return
                        self.assertIsNotNone(self.witness.time_of(body, self.log.text(), self.folder))
                        signed[size] = self.log.text()
                except (OSError, http.client.HTTPException):
                    pass  # killed

            thread = threading.Thread(target=ask_on, args=(old,))
            thread.start()
            time.sleep(0.3 + pause)
            self.kill()
            stop.set()
            thread.join()
            self.start()
            # What it signed it remembers: a shorter or another history finds no signature.
            rival = Log(self.folder)
            rival.grow(max(signed, default=0) + 1, "lain ")
            status, body, _ = self.ask(rival.request(0))
            self.assertEqual(status, 409)
            old = int(body)
            self.assertGreaterEqual(old, max(signed, default=0))
            self.kill()
            self.log.leaves = self.log.leaves[:old]
        self.assertGreater(len(signed), 3)

    # --- by stick ---------------------------------------------------------------------------------------

    def by_stick(self, request, expect=0):
        (self.folder / "minta.txt").write_text(request)
        answer = self.folder / "jawab.txt"
        answer.unlink(missing_ok=True)
        done = self.cosign("sign", "minta.txt", "jawab.txt", expect=expect)
        return done, answer.read_text() if answer.exists() else None

    def test_request_and_answer_travel_on_a_stick(self):
        self.log.grow(4)
        _, answer = self.by_stick(self.log.request(0))
        self.assertIsNotNone(self.witness.time_of(answer, self.log.text(), self.folder))
        # The answer was lost: asked again with the same file, it comes again.
        _, answer = self.by_stick(self.log.request(0))
        self.assertIsNotNone(self.witness.time_of(answer, self.log.text(), self.folder))
        self.log.grow(6)
        done, answer = self.by_stick(self.log.request(2), expect=7)
        self.assertEqual(answer, "4\n")
        self.assertIn("cosigner.other-size", done.stderr)
        twin = Log(self.folder)
        twin.grow(4, "lain ")
        done, answer = self.by_stick(twin.request(4), expect=7)
        self.assertIn("cosigner.two-trees", done.stderr)
        twin.grow(9)
        done, answer = self.by_stick(twin.request(4), expect=6)
        self.assertIn("cosigner.proof", done.stderr)
        self.assertIsNone(answer)
        (self.folder / "jawab.txt").write_text("punya orang")
        self.cosign("sign", "minta.txt", "jawab.txt", expect=7)
        self.assertEqual((self.folder / "jawab.txt").read_text(), "punya orang")
        self.by_stick("bukan permintaan", expect=4)

    # --- for its operator -------------------------------------------------------------------------------

    def test_check_says_whether_it_works(self):
        self.assertIn("Saksi ini bekerja.", self.cosign("--check").stdout)
        self.assertIn("belum pernah disaksikan", self.cosign("--check").stdout)
        self.start()
        self.log.grow(3)
        self.expect_cosigned(self.ask(self.log.request(0)))
        shown = self.cosign("--check").stdout
        self.assertIn("Melayani di http://127.0.0.1:", shown)
        self.assertIn("terakhir disaksikan pada ukuran 3", shown)
        self.cosign("sign", "x", "y", expect=9)  # one process at a time
        self.stop()
        key = self.folder / "saksi" / "cosigner.key"
        self.assertEqual(stat.S_IMODE(key.stat().st_mode), 0o600)
        key.chmod(0o644)
        self.assertIn("cosigner.key-open", self.cosign("--check", expect=8).stderr)
        key.chmod(0o600)
        for file in (self.folder / "saksi" / "memory").glob("*.txt"):
            file.rename(self.folder / "disimpan.txt")
        done = self.cosign("--check", expect=5)
        self.assertIn("cosigner.memory-lost", done.stderr)
        self.assertNotIn("Saksi ini bekerja.", done.stdout)
        self.cosign(expect=5)  # nor does it serve

    def test_port_that_does_not_answer_is_told(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            self.start()
            (self.folder / "saksi" / "port").write_text(f"{taken.getsockname()[1]}\n")
            taken.close()
            self.assertIn("cosigner.no-answer", self.cosign("--check", expect=10).stderr)

    def test_init_overwrites_nothing_and_refuses_what_is_no_log(self):
        self.cosign("init", "--folder", "saksi", "--name", "x.example", "--log", self.log.vkey, expect=7, config=False)
        self.cosign("init", "--folder", "lain", "--name", "dua kata", "--log", self.log.vkey, expect=4, config=False)
        self.cosign("init", "--folder", "lain", "--name", "x.example", "--log", self.log.vkey[:-3], expect=4,
                    config=False)
        self.assertFalse((self.folder / "lain").exists())

    def test_a_second_log_is_made_known(self):
        second = Log(self.folder, "kedua.example/log", "kedua")
        second.grow(2)
        text = self.config.read_text()
        self.config.write_text(text.replace("logs = [", f"logs = [\n    \"{second.vkey}\","))
        self.cosign("--check", expect=5)
        self.cosign("begin", "kedua.example/log")
        self.cosign("begin", "kedua.example/log", expect=7)
        self.cosign("begin", "entah.example", expect=3)
        self.start()
        self.assertEqual(self.ask(second.request(0))[0], 200)


if __name__ == "__main__":
    scene.main()
