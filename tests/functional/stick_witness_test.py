"""A witness without a network: `teken-server log ask` and `log take` with real processes and files on a stick."""

import base64

import scene

NAME = "bawaslu.example/saksi"
OTHER = "kpu.example/saksi"


class StickWitness(scene.SceneTest):
    """A centre with a log, and two witnesses whom it knows without an address."""

    @classmethod
    def play(cls):
        cls.scene.begin(server=True)
        cls.scene.certify_log()
        shown = cls.scene.serve_command("--config", "pusat/server.toml", "log", "key").stdout.split()
        cls.log_key = next(word for word in shown if "+" in word)
        config = cls.scene.folder / "pusat" / "server.toml"
        for name, folder in ((NAME, "saksi"), (OTHER, "saksi-lain")):
            cls.scene.serve_command("cosign", "init", "--folder", folder, "--name", name, "--log", cls.log_key, "--port", "0")
            shown = cls.scene.serve_command("cosign", "--config", f"{folder}/cosigner.toml", "--check").stdout
            key = next(line.strip() for line in shown.splitlines() if line.strip().startswith(name + "+"))
            config.write_text(config.read_text() + f'\n[[transparency.cosigner]]\nkey = "{key}"\n')

    def setUp(self):
        self.folder = self.scene.folder / self.id().split(".")[-1]
        self.folder.mkdir()

    def tearDown(self):
        if self.scene.server is not None:
            self.scene.stop_server()

    # --- what the operators do ------------------------------------------------------------------------------

    def log(self, *arguments, expect=(0,)):
        return self.scene.serve_command("--config", "pusat/server.toml", "log", *arguments, expect=expect)

    def ask(self, name=NAME, *more, expect=(0,)):
        done = self.log("ask", "--cosigner", name, "--out", self.folder / "minta.txt", *more, expect=expect)
        return (self.folder / "minta.txt"), done

    def sign(self, request, folder="saksi", expect=(0,)):
        answer = self.folder / f"jawab-{len(list(self.folder.iterdir()))}.txt"
        self.scene.serve_command("cosign", "--config", f"{folder}/cosigner.toml", "sign", request, answer, expect=expect)
        return answer

    def take(self, answer, request, name=NAME, expect=(0,)):
        return self.log("take", answer, "--cosigner", name, "--request", request, expect=expect)

    # --- looking on -----------------------------------------------------------------------------------------

    def health(self):
        return self.scene.health()["log"]

    def start(self):
        self.scene.start_server()
        self.scene.sync("admin", expect=(0, 2))
        self.wait_for(lambda: self.health()["leaves"] == self.health()["signed"] > 0, "nothing was signed")

    def test_1_before_anything_was_signed_there_is_nothing_to_ask(self):
        _, done = self.ask(expect=(10,))
        self.assertIn("log.no-checkpoint", done.stderr)

    def test_2_a_checkpoint_is_witnessed_by_stick_while_the_server_runs(self):
        self.start()
        self.assertEqual(self.health()["witnessed"], 0)
        request, done = self.ask()
        self.assertIn("Simpan berkas ini sampai jawabannya kembali", done.stdout)
        self.assertTrue(request.read_text().startswith("old 0\n"))
        done = self.take(self.sign(request), request)
        self.assertIn("Kesaksian diterima dari: " + NAME, done.stdout)
        self.wait_for(lambda: self.health()["witnessed"] == self.health()["signed"], "the cosignature was not taken in")
        # From then on the question goes on from what this witness has signed.
        request, _ = self.ask()
        self.assertTrue(request.read_text().startswith(f"old {self.health()['signed']}\n"))

    def test_3_and_while_it_is_stopped(self):
        request, _ = self.ask(OTHER)
        self.take(self.sign(request, "saksi-lain"), request, OTHER)
        self.start()
        centre = self.scene.folder / "pusat"
        self.wait_for(lambda: not (centre / "log.book.brought").exists(), "the cosignature was not taken in")
        self.wait_for(lambda: f"\u2014 {OTHER} " in (centre / "log.book.witnessed").read_text(), "nor kept")
        self.assertIn(f"\u2014 {NAME} ", (centre / "log.book.witnessed").read_text(), "beside the first one's")

    def test_4_questions_that_are_refused(self):
        _, done = self.ask("entah.example/saksi", expect=(3,))
        self.assertIn("log.no-cosigner", done.stderr)
        _, done = self.ask(NAME, "--from", "100000", expect=(7,))
        self.assertIn("cosigner.two-trees", done.stderr)
        self.assertFalse((self.folder / "minta.txt").exists())

    def test_5_answers_that_are_refused_change_nothing(self):
        request, _ = self.ask(NAME, "--from", "0")
        brought = self.scene.folder / "pusat" / "log.book.brought"
        self.assertFalse(brought.exists())

        def refused(answer, reason, expect, name=NAME, of=request):
            file = self.folder / f"palsu-{len(list(self.folder.iterdir()))}.txt"
            file.write_text(answer)
            done = self.take(file, of, name, expect=expect)
            self.assertIn(reason, done.stderr)
            self.assertFalse(brought.exists(), reason)
        good = self.sign(request).read_text()
        blob = bytearray(base64.b64decode(good.split(" ")[2]))
        blob[-1] ^= 1
        refused(f"\u2014 {NAME} {base64.b64encode(bytes(blob)).decode()}\n", "note.signature", (4, 6))
        refused(good, "", (4, 6), OTHER)  # another witness's line
        refused("4\n", "cosigner.other-size", (7,))
        refused("0\n", "cosigner.two-trees", (7,))
        refused("bukan jawaban\n", "", (4,))
        refused("", "", (4,))
        # Of another question: the line does not cover that checkpoint.
        text = request.read_text()
        head, _, note = text.partition("\n\n")
        twin = self.folder / "minta-lain.txt"
        origin, size, root, rest = note.split("\n", 3)
        twin.write_text(f"{head}\n\n{origin}\n{size}\n{'A' * 43}=\n{rest}")
        refused(good, "", (4, 6), of=twin)
        self.take(self.folder / "tidak-ada.txt", request, expect=(3,))
        self.take(self.sign(request), self.folder / "tidak-ada.txt", expect=(3,))


if __name__ == "__main__":
    scene.main()
