"""What tests of the checking page share: giving it files as a person would, and reading what it shows."""

import json
import os
import pathlib
import shutil
import tempfile
import unittest

import proof_maker
import webdriver

BUILD = pathlib.Path(os.environ.get("TEKEN_BUILD", pathlib.Path(__file__).resolve().parents[2] / "build"))
PAGE = BUILD / "packaging" / "web" / "periksa.html"

# One file after the other, without opening the page anew: file, button, verdict.
CHECK_MANY = """
    const [texts] = arguments;
    const files = document.getElementById('files');
    const seen = [];
    (async () => {
        for (const text of texts) {
            const all = new DataTransfer();
            all.items.add(new File([text], 'bukti'));
            files.files = all.files;
            files.dispatchEvent(new Event('change'));
            document.getElementById('form').requestSubmit();
            while (document.getElementById('result').hidden) await new Promise((go) => setTimeout(go, 0));
            seen.push({verdict: document.getElementById('verdict').dataset.verdict,
                       word: document.getElementById('verdict').textContent,
                       codes: [...document.querySelectorAll('#bad li')].map((li) => li.dataset.code ?? ''),
                       bad: document.getElementById('bad').textContent,
                       missing: document.getElementById('missing').textContent,
                       facts: document.getElementById('facts').hidden ? '' : document.getElementById('rows').textContent,
                       rows: document.getElementById('rows').textContent});
        }
        done(seen);
    })();"""


@unittest.skipUnless(webdriver.available(), "no chromium and chromedriver here: packaging/setup.sh --browser installs them")
class PageCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="teken-periksa-"))
        cls.world = proof_maker.World(cls.folder)
        cls.browser = webdriver.Browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        shutil.rmtree(cls.folder, ignore_errors=True)

    def check(self, *files, fingerprint=None, vkey="", slip="", shot=None):
        """Opens the page, gives it the files, presses the button; {verdict, good, missing, bad, facts}."""
        self.browser.open(PAGE)
        paths = []
        for number, content in enumerate(files):
            data = content if isinstance(content, bytes) else (
                content if isinstance(content, str) else json.dumps(content)).encode()
            path = self.folder / f"berkas-{number}"
            path.write_bytes(data)
            paths.append(str(path))
        if paths:
            self.browser.type("#files", "\n".join(paths))
        if slip:
            self.browser.run("document.getElementById('slip').value = arguments[0]; done();", slip)
        typed = self.world.fingerprint[:32] if fingerprint is None else fingerprint
        if typed:
            self.browser.type("#fingerprint", typed)
        if vkey:
            self.browser.click("summary")
            self.browser.type("#vkey", vkey)
        self.browser.click("#check")
        self.browser.wait("!document.getElementById('result').hidden")
        if shot and os.environ.get("TEKEN_SCREENSHOTS"):
            self.browser.screenshot(pathlib.Path(os.environ["TEKEN_SCREENSHOTS"]) / f"{shot}.png")
        return self.browser.run("""
            const texts = (id) => [...document.querySelectorAll(`#${id} li`)].map((li) => li.textContent);
            done({verdict: document.getElementById('verdict').dataset.verdict,
                  word: document.getElementById('verdict').textContent, good: texts('good'),
                  missing: texts('missing'), codes: [...document.querySelectorAll('#bad li')].map((li) => li.dataset.code),
                  facts: document.getElementById('facts').hidden ? '' : document.getElementById('rows').textContent});""")

    def check_many(self, buktis, fingerprint=None):
        """What the page shows of each, in one visit."""
        self.browser.open(PAGE)
        self.browser.type("#fingerprint", fingerprint or self.world.fingerprint)
        return self.browser.run(CHECK_MANY, [one if isinstance(one, str) else json.dumps(one) for one in buktis])

    def expect_each(self, verdict, code, buktis):
        """`buktis`: by name. `code`: of the finding, or words of what could not be checked; None: neither."""
        for name, shown in zip(buktis, self.check_many(buktis.values())):
            self.assertEqual(shown["verdict"], verdict, (name, shown))
            if verdict == "altered":
                self.assertIn(code, shown["codes"], (name, shown))
                self.assertEqual(shown["facts"], "", name)
            elif code:
                self.assertIn(code, shown["missing"], (name, shown))
