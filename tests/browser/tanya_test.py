"""The page /periksa of a real teken-server in a real browser; then the same page from a server that lies.

TEKEN_SCREENSHOTS=FOLDER keeps pictures of the verdicts.
"""

import base64
import http.server
import json
import os
import pathlib
import ssl
import sys
import threading
import unittest
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "functional"))
import proof_maker  # noqa: E402
import scene  # noqa: E402
import webdriver  # noqa: E402


class Liar(http.server.BaseHTTPRequestHandler):
    """Serves the true page, and answers questions with whatever the test put there."""

    page = b""
    answer = b""
    status = 200
    asked = []

    def do_GET(self):
        found = self.path == "/periksa"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.page if found else b"")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        Liar.asked.append((self.path, body))
        self.send_response(self.status)
        self.send_header("Content-Type", "application/vnd.teken.check.v1+json")
        self.end_headers()
        self.wfile.write(self.answer)

    def log_message(self, *_):
        pass


@unittest.skipUnless(webdriver.available(), "no chromium and chromedriver here: packaging/setup.sh --browser installs them")
class Tanya(scene.SceneTest):
    with_server = True

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        s = cls.scene
        s.certify_log()
        config = s.folder / "pusat" / "server.toml"
        config.write_text(config.read_text().replace("per_minute_address = 20", "per_minute_address = 1000"))
        s.laptop("meja")
        script = s.script("meja.json", {"do": "sign", "count": 3},
                          {"do": "void", "from": 0, "count": 1, "reason": "trial", "second": {"name": "Saksi Satu"}})
        s.run("meja", "session", "play", script)
        s.start_server()
        s.sync("admin", expect=(0, 2))
        s.sync("meja")
        entries = [item["entry"] for item in s.entries("meja")[1]["items"] if item["kind"] == "sign"]
        cls.slips = [s.run("meja", "slip", "show", entry) for entry in entries]
        standing = {one["entry"]: s.run("meja", "slip", "check", one["text"], expect=(0, 2, 15))["standing"] for one in cls.slips}
        cls.good = next(one for one in cls.slips if standing[one["entry"]] == "counts")
        cls.voided = next(one for one in cls.slips if standing[one["entry"]] == "voided")
        cls.browser = webdriver.Browser(["--ignore-certificate-errors"])
        cls.begin_to_lie()

    @classmethod
    def begin_to_lie(cls):
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        with urllib.request.urlopen(f"{cls.scene.url}/periksa", context=context) as answer:
            Liar.page = answer.read()
        question = urllib.request.Request(f"{cls.scene.url}/periksa", json.dumps({"code": cls.good["code"]}).encode(),
                                          {"Content-Type": "application/vnd.teken.check.v1+json"})
        with urllib.request.urlopen(question, context=context) as answer:
            cls.truth = json.load(answer)
        cls.liar = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Liar)
        cls.lies = threading.Thread(target=cls.liar.serve_forever, daemon=True)
        cls.lies.start()

    @classmethod
    def tearDownClass(cls):
        cls.liar.shutdown()
        cls.liar.server_close()
        cls.browser.close()
        super().tearDownClass()

    # --- playing ----------------------------------------------------------------------------------------

    def check(self, typed, url=None, fingerprint=None, shot=None):
        self.browser.open_url(f"{url or self.scene.url}/periksa")
        self.browser.run("document.getElementById('code').value = arguments[0]; done();", typed)
        wanted = self.scene.root if fingerprint is None else fingerprint
        if wanted:
            self.browser.type("#fingerprint", wanted)
        self.browser.click("#check")
        self.browser.wait("!document.getElementById('result').hidden")
        if shot and os.environ.get("TEKEN_SCREENSHOTS"):
            self.browser.screenshot(pathlib.Path(os.environ["TEKEN_SCREENSHOTS"]) / f"{shot}.png")
        return self.browser.run("""
            const texts = (id) => [...document.querySelectorAll(`#${id} li`)].map((li) => li.textContent);
            const seen = (id) => document.getElementById(id).hidden ? '' : document.getElementById(id).textContent;
            done({verdict: document.getElementById('verdict').dataset.verdict,
                  word: document.getElementById('verdict').textContent, good: texts('good'), missing: texts('missing'),
                  codes: [...document.querySelectorAll('#bad li')].map((li) => li.dataset.code),
                  facts: seen('facts') && document.getElementById('rows').textContent, server: seen('word'),
                  address: location.href});""")

    def lie(self, typed, answer, status=200):
        Liar.answer = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        Liar.status = status
        Liar.asked = []
        return self.check(typed, url=f"http://127.0.0.1:{self.liar.server_port}")

    def bukti(self, change):
        """The true proof with something changed in it."""
        value = json.loads(self.truth["bukti"])
        change(value)
        return {**self.truth, "bukti": json.dumps(value)}

    def expect_altered(self, code, typed, answer):
        shown = self.lie(typed, answer)
        self.assertEqual(shown["verdict"], "altered", shown)
        self.assertIn(code, shown["codes"], shown)
        self.assertEqual((shown["facts"], shown["server"]), ("", ""), "what a forged record says is not shown")

    # --- the true server --------------------------------------------------------------------------------

    def test_a_code_shows_its_record_checked_on_this_device(self):
        shown = self.check(self.good["code"].lower().replace("-", " "), shot="tanya-utuh")
        self.assertEqual(shown["verdict"], "intact", shown)
        self.assertIn("dijalankan di perangkat Anda", shown["word"])
        self.assertEqual(len(shown["good"]), 5)
        self.assertIn("Catatan yang sama dengan slip atau kode Anda", shown["good"])
        self.assertRegex(shown["facts"], r"••• [0-9]{3}")
        self.assertNotIn("Orang ", shown["facts"])
        self.assertNotIn("Petugas", shown["facts"])
        self.assertIn("berlaku dan dihitung", shown["server"])
        self.assertIn("paling lambat", shown["server"])
        self.assertTrue(shown["address"].endswith("/periksa"), "nothing of the code in the address")

    def test_the_text_of_a_slip_does_as_well(self):
        shown = self.check(self.good["text"])
        self.assertEqual(shown["verdict"], "intact", shown)

    def test_a_voided_record_is_intact_and_said_to_be_void(self):
        shown = self.check(self.voided["code"], shot="tanya-batal")
        self.assertEqual(shown["verdict"], "intact", shown)
        self.assertIn("SUDAH DIBATALKAN", shown["server"])

    def test_without_the_fingerprint_it_is_incomplete(self):
        shown = self.check(self.good["code"], fingerprint="", shot="tanya-tidak-lengkap")
        self.assertEqual(shown["verdict"], "incomplete", shown)

    def test_another_root_is_not_believed(self):
        shown = self.check(self.good["code"], fingerprint="ab" * 16)
        self.assertEqual((shown["verdict"], shown["codes"][0]), ("altered", "root"), shown)

    def test_an_unknown_code_and_a_mistyped_one(self):
        shown = self.check("0000-0000-0000-00000", shot="tanya-tidak-dikenal")
        self.assertEqual((shown["verdict"], shown["facts"], shown["server"]), ("unknown", "", ""), shown)
        code = self.good["code"]
        wrong = code[:-1] + ("A" if code[-1] != "A" else "B")
        shown = self.check(wrong)
        self.assertEqual(shown["verdict"], "unable", shown)
        self.assertIn("salah ketik", shown["word"])
        self.assertIn("17 huruf", self.check("7KQ2")["word"])

    def test_the_proof_can_be_taken_away(self):
        self.check(self.good["code"])
        taken = self.browser.run("""
            const take = document.getElementById('take');
            fetch(take.href).then(() => done('fetched'), () => done([take.download, take.hidden, take.href.slice(0, 5)]));""")
        self.assertEqual(taken, [self.good["code"].replace("-", "") + ".bukti", False, "blob:"])

    def test_the_page_reaches_nobody_but_its_server(self):
        self.browser.open_url(f"{self.scene.url}/periksa")
        outcome = self.browser.run("fetch('https://example.com/').then(() => done('reached'), () => done('kept'));")
        self.assertEqual(outcome, "kept")

    def test_english(self):
        self.check(self.good["code"])
        self.browser.click("#language")
        self.assertTrue(self.browser.text("#verdict").startswith("INTACT"))
        self.assertIn("The server says", self.browser.text("#word"))
        missing = self.browser.run("done([...document.querySelectorAll('[data-word]')].filter((e) => !e.textContent).length);")
        self.assertEqual(missing, 0)

    # --- a server that lies -----------------------------------------------------------------------------

    def test_the_truth_from_there_is_the_truth(self):
        shown = self.lie(self.good["text"], self.truth)
        self.assertEqual(shown["verdict"], "intact", shown)
        [(path, body)] = Liar.asked
        self.assertEqual((path, json.loads(body)), ("/periksa", {"code": self.good["code"]}), "only the code is sent")

    def test_a_forged_record(self):
        def forge(value):
            payload = base64.b64decode(value["entry"]["payload"])
            changed = payload.replace(b'"reading":"self"', b'"reading":"joint"').replace(b'"unit":"KEC-04"', b'"unit":"KEC-05"')
            self.assertNotEqual(payload, changed)
            value["entry"]["payload"] = base64.b64encode(changed).decode()
        self.expect_altered("signature", self.good["code"], self.bukti(forge))

    def test_a_record_of_keys_of_their_own(self):
        world = proof_maker.World(self.scene.folder)
        self.expect_altered("root", self.good["code"], {**self.truth, "bukti": json.dumps(world.bukti())})
        self.expect_altered("other-record", self.good["code"], {**self.truth, "bukti": json.dumps(world.bukti())})

    def test_the_true_record_of_somebody_else(self):
        self.expect_altered("other-record", self.voided["code"], self.truth)
        self.expect_altered("other-record", self.voided["text"], self.truth)

    def test_a_place_that_is_another(self):
        def move(value):
            head, _, rest = value["proof"].partition("index ")
            index, _, rest = rest.partition("\n")
            value["proof"] = f"{head}index {int(index) ^ 1}\n{rest}"
        self.expect_altered("inclusion", self.good["code"], self.bukti(move))

    def test_a_place_left_out_is_said_to_be_missing(self):
        shown = self.lie(self.good["code"], self.bukti(lambda value: value.update(proof=None)))
        self.assertEqual(shown["verdict"], "incomplete", shown)
        self.assertTrue(any("Tidak ada .tlog-proof" in text for text in shown["missing"]), shown)

    def test_nonsense_and_silence(self):
        for answer, status in ((b"", 200), (b"{}", 200), (b"null", 200), ({"found": True}, 200), (b"<html>", 500),
                               ({"found": True, "bukti": "{}"}, 200), (self.truth, 404)):
            shown = self.lie(self.good["code"], answer, status)
            self.assertEqual(shown["verdict"], "unable", (answer, shown))
            self.assertEqual((shown["good"], shown["facts"]), ([], ""))
        self.assertIn("terlalu banyak ditanya", self.lie(self.good["code"], b"", 429)["word"])

    def test_nothing_the_server_says_becomes_markup(self):
        shown = self.lie(self.good["code"], {**self.truth, "standing": "<img src=x onerror=document.title=1>"})
        self.assertIn("tidak mengatakan", shown["server"])
        self.assertEqual(self.browser.run("done(document.querySelectorAll('img').length);"), 0)


if __name__ == "__main__":
    scene.main()
