"""A headless Chromium, driven over the WebDriver protocol with nothing but Python's own library."""

import base64
import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
PATIENCE = 180  # seconds; a hang is a failure, slowness is not
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             "--disable-dev-shm-usage", "--window-size=1280,1400", "--force-color-profile=srgb"]


def available():
    return shutil.which("chromium") is not None and shutil.which("chromedriver") is not None


class Browser:
    def __init__(self, arguments=()):
        self.profile = tempfile.mkdtemp(prefix="teken-browser-")
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL, text=True)
        self.url = None
        for line in self.driver.stdout:
            started = re.search(r"started successfully on port (\d+)", line)
            if started:
                self.url = f"http://127.0.0.1:{started[1]}"
                break
        options = {"binary": shutil.which("chromium"),
                   "args": [*ARGUMENTS, f"--user-data-dir={self.profile}", *arguments]}
        answer = self.call("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "timeouts": {"script": 150_000}, "goog:chromeOptions": options}}})
        self.session = f"/session/{answer['sessionId']}"

    def close(self):
        try:
            self.call("DELETE", self.session)
        finally:
            self.driver.terminate()
            self.driver.wait(timeout=PATIENCE)
            self.driver.stdout.close()
            shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, method=method,
                                         headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(error.read().decode()[:600]) from None

    def do(self, method, path, body=None):
        return self.call(method, self.session + path, body)

    def open(self, path):
        self.do("POST", "/url", {"url": pathlib.Path(path).resolve().as_uri()})

    def open_url(self, url):
        self.do("POST", "/url", {"url": url})

    def before_each_page(self, script):
        return self.do("POST", "/goog/cdp/execute", {"cmd": "Page.addScriptToEvaluateOnNewDocument",
                                                     "params": {"source": script}})["identifier"]

    def no_more_before(self, identifier):
        self.do("POST", "/goog/cdp/execute", {"cmd": "Page.removeScriptToEvaluateOnNewDocument",
                                              "params": {"identifier": identifier}})

    def run(self, script, *arguments):
        return self.do("POST", "/execute/async", {"script": f"const done = arguments[arguments.length - 1];{script}",
                                                  "args": list(arguments)})

    def find(self, selector):
        return self.do("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT]

    def type(self, selector, text):
        self.do("POST", f"/element/{self.find(selector)}/value", {"text": text})

    def click(self, selector):
        self.do("POST", f"/element/{self.find(selector)}/click", {})

    def text(self, selector):
        return self.do("GET", f"/element/{self.find(selector)}/text")

    def wait(self, script):
        """Until the expression is true."""
        until = time.monotonic() + PATIENCE
        while not self.run(f"done(Boolean({script}));"):
            if time.monotonic() > until:
                raise AssertionError(f"never true: {script}")
            time.sleep(0.02)

    def screenshot(self, path):
        shot = self.do("POST", "/goog/cdp/execute", {"cmd": "Page.captureScreenshot",
                                                     "params": {"captureBeyondViewport": True}})["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(shot))
