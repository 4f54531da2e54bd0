"""What a person at a terminal sees: a passphrase that is not shown, bars on long work, nothing of it in a pipe."""

import fcntl
import json
import os
import pty
import select
import subprocess
import termios
import time
import unittest

from scene import PATIENCE, TEKENCTL, SceneTest, main


class Terminal:
    """A process whose standard input and error are a terminal; its standard output is a pipe."""

    def __init__(self, arguments, folder):
        self.own, theirs = pty.openpty()
        self.theirs = theirs
        self.seen = b""
        self.process = subprocess.Popen(list(map(str, arguments)), stdin=theirs, stderr=theirs, stdout=subprocess.PIPE,
                                        cwd=folder, start_new_session=True, preexec_fn=lambda: take_terminal(theirs))

    def read_until(self, words):
        until = time.monotonic() + PATIENCE
        while words not in self.seen:
            self._read(until - time.monotonic(), f"{words} never came; seen: {self.seen!r}")

    def type(self, text):
        os.write(self.own, text)

    def end(self):
        """Everything that was shown, the answer on standard output, the exit code."""
        answer, _ = self.process.communicate(timeout=PATIENCE)
        while select.select([self.own], [], [], 0)[0]:
            self.seen += os.read(self.own, 65536)
        echoes = bool(termios.tcgetattr(self.own)[3] & termios.ECHO)
        os.close(self.theirs)
        os.close(self.own)
        return self.seen.decode(), answer.decode(), self.process.returncode, echoes

    def _read(self, left, complaint):
        ready, _, _ = select.select([self.own], [], [], max(left, 0))
        if not ready:
            raise AssertionError(complaint)
        self.seen += os.read(self.own, 65536)


def take_terminal(terminal):
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)


class TerminalTest(SceneTest):
    def test_a_passphrase_is_asked_for_and_not_shown(self):
        command = [TEKENCTL, "--book", self.scene.folder / "admin.book", "--json", "status"]
        terminal = Terminal(command, self.scene.folder)
        terminal.read_until(b": ")
        terminal.type("kata sandi admin\n".encode())
        shown, answer, code, echoes = terminal.end()
        self.assertEqual(code, 0, shown)

        self.assertNotIn("kata sandi admin", shown)
        self.assertTrue(echoes, "the terminal got its echo back")

    def test_a_wrong_passphrase_is_refused_in_words_and_not_shown(self):
        terminal = Terminal([TEKENCTL, "--book", self.scene.folder / "admin.book", "status"], self.scene.folder)
        terminal.read_until(b": ")
        terminal.type(b"rahasia-keliru\n")
        shown, _, code, echoes = terminal.end()
        self.assertEqual(code, 8, shown)
        self.assertNotIn("rahasia-keliru", shown)
        self.assertTrue(echoes)

    def test_an_interrupted_question_leaves_the_terminal_as_it_was(self):
        terminal = Terminal([TEKENCTL, "--book", self.scene.folder / "admin.book", "status"], self.scene.folder)
        terminal.read_until(b": ")
        terminal.type(b"setengah\x03")
        shown, _, code, echoes = terminal.end()
        self.assertEqual(code, 14, shown)
        self.assertIn("Dihentikan", shown)
        self.assertNotIn("setengah", shown)
        self.assertTrue(echoes)

    def test_long_work_draws_a_bar_and_wipes_it(self):
        self.scene.laptop("meja")
        script = self.scene.script("bilah.json", {"do": "sign", "count": 5}, {"do": "close"})
        terminal = Terminal(self.scene.command("meja", "session", "play", script), self.scene.folder)
        shown, answer, code, _ = terminal.end()
        self.assertEqual(code, 0, shown)
        self.assertRegex(shown, r"\rSesi \[[#.]{32}\] 1/3")
        self.assertTrue(shown.endswith("\r\x1b[K"), "the line is free again")
        self.assertTrue(json.loads(answer.splitlines()[-1])["ok"])

    def test_a_pipe_gets_no_bar(self):
        answer = self.scene.audit("admin")
        self.assertEqual(answer["verdict"], "intact")
        done = subprocess.run(self.audit_command(), capture_output=True, text=True, timeout=PATIENCE,
                              cwd=self.scene.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stderr, "")
        self.assertNotIn("\x1b", done.stdout)

    def audit_command(self):
        copy = self.scene.folder / "admin-lihat.book"
        copy.unlink(missing_ok=True)
        self.scene.run("admin", "backup", "--out", copy)
        return [str(TEKENCTL), "--passphrase-file", str(self.scene.folder / "admin.sandi"), "audit", str(copy), "--root",
                self.scene.root]


if __name__ == "__main__":
    main()
