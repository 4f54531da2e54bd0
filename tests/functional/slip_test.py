"""One record for people outside, with real processes: slips, proof files, the public page's question."""

import base64
import http.client
import json
import pathlib
import re
import shutil
import ssl
import subprocess
import unittest

import scene

DOCUMENT = scene.SOURCE / "core" / "log" / "EVIDENCE.md"
CONTENT = "application/vnd.teken.check.v1+json"
UNKNOWN_CODE = "0000-0000-0000-00000"


class Slips(scene.SceneTest):
    with_server = True

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        s = cls.scene
        s.certify_log()
        s.laptop("meja")
        script = s.script("meja.json", {"do": "sign", "count": 6},
                          {"do": "void", "from": 0, "count": 1, "reason": "trial", "second": {"name": "Saksi Satu"}})
        s.run("meja", "session", "play", script)
        s.start_server()
        s.sync("admin", expect=(0, 2))
        s.sync("meja")
        cls.signatures = [item["entry"] for item in s.entries("meja")[1]["items"] if item["kind"] == "sign"]
        cls.slips = [s.run("meja", "slip", "show", entry) for entry in cls.signatures]
        request = json.loads((s.folder / "pusat" / "log.minta").read_text())
        cls.log_key = bytes.fromhex(json.loads(base64.b64decode(request["request"]))["key"])

    def ensure_server(self):
        if self.scene.server is None:
            self.scene.start_server()

    # --- a plain client -----------------------------------------------------------------------------------

    def send(self, method, path, body=None, content=CONTENT):
        self.ensure_server()
        port = int(self.scene.url.rsplit(":", 1)[1])
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        connection = http.client.HTTPSConnection("127.0.0.1", port, context=context, timeout=scene.PATIENCE)
        connection.request(method, path, body, {"Content-Type": content} if body is not None else {})
        response = connection.getresponse()
        data = response.read()
        connection.close()
        return response, data

    def ask(self, code):
        response, data = self.send("POST", "/periksa", json.dumps({"code": code}))
        self.assertEqual(response.status, 200, data)
        return json.loads(data)

    def recipe(self, bukti):
        """The document's recipe: a shell and OpenSSL, no line of Teken."""
        if any(shutil.which(tool) is None for tool in ("openssl", "xxd", "base64")):
            self.skipTest("no openssl, xxd or base64 here")
        folder = self.scene.folder / "resep"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / "bukti").write_text(bukti)
        (folder / "log.key").write_bytes(self.log_key)
        commands = re.search(r"```sh\n(.*?)```", DOCUMENT.read_text(), re.S)[1]
        return subprocess.run(["sh", "-c", commands], cwd=folder, capture_output=True, text=True, timeout=120)

    def counting(self):
        """A slip whose record was not voided."""
        return next(slip for slip in self.slips if self.check("meja", slip["text"])["standing"] == "counts")

    def check(self, book, text, expect=(0, 15, 2)):
        return self.scene.run(book, "slip", "check", text, expect=expect)

    # --- slips ----------------------------------------------------------------------------------------------

    def test_every_signature_has_a_code_and_a_text_of_its_own(self):
        self.assertEqual(len(self.slips), 6)
        for slip in self.slips:
            self.assertRegex(slip["code"], r"^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$")
            self.assertRegex(slip["text"], r"^TEKEN1:[0-9A-HJKMNP-TV-Z]{600,900}$")
            self.assertEqual(self.scene.run("meja", "slip", "show", slip["code"].lower())["entry"], slip["entry"])
        self.assertEqual(len({slip["code"] for slip in self.slips}), 6)

    def test_a_slip_is_checked_against_the_certificates_of_a_book(self):
        slip = self.counting()
        own = self.check("meja", slip["text"], expect=(0,))
        self.assertEqual((own["key"], own["standing"], own["in_log"]), ("certified", "counts", True))
        # The admin has certified the laptop and has not its entries; the root has certified neither.
        admin = self.check("admin", slip["text"], expect=(0, 2))
        self.assertEqual(admin["key"], "certified")
        root = self.check("akar", slip["text"], expect=(2,))
        self.assertEqual((root["key"], root["standing"]), ("unknown", None))

    def test_a_slip_from_standard_input_as_a_scanner_types_it(self):
        slip = self.counting()
        done = subprocess.run([str(scene.TEKENCTL), "--json", "slip", "check"], input=slip["text"].lower() + "\r\n",
                              capture_output=True, text=True, timeout=scene.PATIENCE)
        self.assertEqual(done.returncode, 2, done.stderr)  # without a book nobody knows whose key that is
        self.assertEqual(json.loads(done.stdout)["entry"], slip["entry"])

    def test_a_slip_that_is_misread_or_forged_is_refused(self):
        text = self.counting()["text"]
        wrong = text[:-1] + ("0" if text[-1] != "0" else "1")
        for bad, code, reason in ((wrong, 4, "slip.cut"), (text[:300], 4, "slip.cut"), ("halo", 4, "slip.form"),
                                  ("TEKEN2:" + text[7:], 4, "slip.newer")):
            answer = self.scene.run("meja", "slip", "check", bad, expect=(code,))
            self.assertEqual(answer["error"]["reason"], reason)

    def test_a_voided_slip_says_so(self):
        reports = [self.check("meja", slip["text"]) for slip in self.slips]
        self.assertEqual(sorted(report["standing"] for report in reports), ["counts"] * 5 + ["voided"])
        self.assertEqual([report["exit"] for report in reports if report["standing"] == "voided"], [15])

    # --- the proof file ---------------------------------------------------------------------------------------

    def test_the_proof_of_a_laptop_an_admin_and_a_server_hold_by_the_recipe(self):
        slip = self.counting()
        self.ensure_server()
        made = {"meja": self.scene.run("meja", "bukti", slip["code"], "--out", "meja.bukti"),
                "admin": None}
        self.scene.sync("admin", expect=(0, 2))
        made["admin"] = self.scene.run("admin", "bukti", slip["entry"], "--out", "admin.bukti", "--server", self.scene.url)
        self.assertEqual(self.scene.stop_server(), 0)
        done = subprocess.run([str(scene.TEKENCTL), "--book", "pusat/server.book", "--json", "bukti", slip["code"], "--out",
                               "pusat.bukti"], capture_output=True, text=True, cwd=self.scene.folder, timeout=scene.PATIENCE)
        self.assertEqual(done.returncode, 0, done.stderr)
        made["pusat"] = json.loads(done.stdout)
        for name, answer in made.items():
            self.assertEqual(answer["entry"], slip["entry"], name)
            text = (self.scene.folder / f"{name}.bukti").read_text()
            bukti = json.loads(text)
            self.assertRegex(bukti["number"] or "", r"^[0-9]{3}$", name)
            kinds = [json.loads(base64.b64decode(one["payload"]))["kind"] for one in bukti["certificates"]]
            self.assertEqual(kinds, ["certify", "certify", "certify-officer"], name)
            played = self.recipe(text)
            self.assertEqual(played.returncode, 0, (name, played.stdout, played.stderr))
            forged = text.replace('"proof":"c2sp.org/tlog-proof@v1\\nindex ', '"proof":"c2sp.org/tlog-proof@v1\\nindex 1')
            self.assertNotEqual(self.recipe(forged).returncode, 0, name)
            self.assertNotIn("Orang ", text)

    def test_a_proof_that_cannot_be_given_is_refused_with_its_reason(self):
        self.ensure_server()
        known = self.counting()["entry"]
        for arguments, code, reason in (
                (("bukti", UNKNOWN_CODE, "--out", "x"), 3, "slip.unknown"),
                (("bukti", "00" * 32, "--out", "x"), 3, "slip.unknown"),
                (("bukti", "7KQ2", "--out", "x"), 4, "slip.code-form"),
                (("bukti", known, "--out", "x", "--proof", "daftar.csv"), 4, "proof.form")):
            answer = self.scene.run("meja", *arguments, expect=(code,))
            self.assertEqual(answer["error"]["reason"], reason)
            for part in ("safe", "why", "next"):
                self.assertTrue(answer["error"][part])
        admin = self.scene.run("admin", "bukti", known, "--out", "x", expect=(3,))
        self.assertIn(admin["error"]["reason"], ("slip.no-place", "slip.unknown"))

    def test_a_record_that_no_checkpoint_covers_yet_has_no_proof(self):
        self.scene.laptop("luring")
        script = self.scene.script("luring.json", {"do": "sign", "count": 1})
        self.scene.run("luring", "session", "play", script)
        entry = next(item["entry"] for item in self.scene.entries("luring")[1]["items"] if item["kind"] == "sign")
        answer = self.scene.run("luring", "bukti", entry, "--out", "luring.bukti", expect=(3,))
        self.assertEqual(answer["error"]["reason"], "slip.no-place")
        self.assertFalse((self.scene.folder / "luring.bukti").exists())

    # --- the public page's question ---------------------------------------------------------------------------

    def test_the_server_gives_the_proof_of_a_code(self):
        slip = self.counting()
        answer = self.ask(slip["code"])
        self.assertEqual((answer["found"], answer["standing"]), (True, "counts"))
        self.assertGreater(answer["since_ms"], 1_600_000_000_000)
        played = self.recipe(answer["bukti"])
        self.assertEqual(played.returncode, 0, played.stdout + played.stderr)
        self.assertNotIn("Orang ", answer["bukti"])
        payload = json.loads(base64.b64decode(json.loads(answer["bukti"])["entry"]["payload"]))
        self.assertEqual(payload["kind"], "sign")

    def test_the_server_says_that_a_record_was_voided(self):
        standings = [self.ask(slip["code"])["standing"] for slip in self.slips]
        self.assertEqual(sorted(standings), ["counts"] * 5 + ["voided"])

    def test_unknown_codes_and_codes_of_other_entries_are_answered_alike(self):
        self.ensure_server()
        _, first = self.send("POST", "/periksa", json.dumps({"code": UNKNOWN_CODE}))
        self.assertEqual(first, b'{"found":false}')
        # An entry id is public in the log: a code cannot be made of it.
        response, data = self.send("POST", "/periksa", json.dumps({"code": self.signatures[0]}))
        self.assertEqual((response.status, json.loads(data)["reason"]), (400, "slip.code-form"))

    def test_the_page_is_whole_and_may_reach_nobody_else(self):
        response, data = self.send("GET", "/periksa")
        self.assertEqual(response.status, 200)
        policy = response.getheader("Content-Security-Policy")
        self.assertIn("default-src 'none'", policy)
        self.assertIn("frame-ancestors 'none'", policy)
        self.assertNotIn("unsafe", policy)
        self.assertEqual(response.getheader("Referrer-Policy"), "no-referrer")
        self.assertEqual(response.getheader("X-Content-Type-Options"), "nosniff")
        self.assertEqual(re.findall(rb"(?:src|href)=\"[^\"]+\"", data), [])

    def test_a_code_in_an_address_is_refused(self):
        code = self.slips[0]["code"]
        for path in (f"/periksa?code={code}", f"/periksa/{code}", "/periksa%20"):
            response, data = self.send("GET", path)
            self.assertIn(response.status, (400, 404), path)
            self.assertNotIn(code.encode(), data)

    def test_who_asks_too_often_is_told_when_to_come_back_and_the_page_can_be_switched_off(self):
        config = self.scene.folder / "pusat" / "server.toml"
        text = config.read_text()
        self.scene.stop_server()
        config.write_text(text.replace("per_minute_address = 20", "per_minute_address = 2"))
        answers = [self.send("POST", "/periksa", json.dumps({"code": UNKNOWN_CODE}))[0] for _ in range(4)]
        self.assertEqual([answer.status for answer in answers], [200, 200, 429, 429])
        self.assertTrue(1 <= int(answers[2].getheader("Retry-After")) <= 60)
        self.scene.stop_server()
        self.assertIn("[check]\nenabled = true", text)
        config.write_text(text.replace("[check]\nenabled = true", "[check]\nenabled = false"))
        self.assertEqual(self.send("GET", "/periksa")[0].status, 404)
        self.assertEqual(self.send("POST", "/periksa", json.dumps({"code": UNKNOWN_CODE}))[0].status, 404)
        self.scene.stop_server()
        config.write_text(text)


if __name__ == "__main__":
    scene.main()
