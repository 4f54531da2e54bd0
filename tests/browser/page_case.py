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
