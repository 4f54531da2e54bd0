"""The real window on an X server nobody sees, used by pointer and keys as a person would. Needs Xvfb and xdotool."""

import json
import os
import shutil
import signal
import subprocess
import time

import scene

TEKEN = scene.BUILD / "app" / "teken" / "teken"
SIZE = "1366x768"

needed = scene.unittest.skipUnless(shutil.which("Xvfb") and shutil.which("xdotool"), "Xvfb and xdotool drive the window")


class Display:
    """An X server nobody sees."""

    def __init__(self, size=SIZE, *options):
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", size + "x24", "-nolisten", "tcp",
                                        *options], pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            self.name = ":" + answer.readline().strip()

    def close(self):
        self.server.terminate()
        self.server.wait(timeout=scene.PATIENCE)


class Hand:
    """Finds named items of the program and uses them as a person would."""

    def __init__(self, display, places, process, pictures):
        self.display = display
        self.places = places
        self.process = process
        self.pictures = pictures
        self.steps = 0

    def tool(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], check=True, timeout=scene.PATIENCE,
                       env={**os.environ, "DISPLAY": self.display.name}, stdout=subprocess.DEVNULL)

    def seen(self):
        try:
            return json.loads(self.places.read_text())
        except (FileNotFoundError, json.JSONDecodeError):
            return {"page": "", "items": {}}

    def until(self, what, reached):
        end = time.monotonic() + scene.PATIENCE
        while True:
            now = self.seen()
            found = reached(now)
            if found:
                return found
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended with {self.process.returncode} while waiting for {what}")
            if time.monotonic() > end:
                self.picture("macet")
                raise AssertionError(f"{what} did not come; page {now['page']}, items {sorted(now['items'])}")
            time.sleep(0.03)

    def page(self, name):
        self.until(f"page {name}", lambda now: now["page"] == name)

    def item(self, name):
        return self.until(name, lambda now: (found := now["items"].get(name)) and found["enabled"] and found)

    def focus(self):
        """No window manager here: nobody else gives the window its keys."""
        self.tool("search", "--sync", "--onlyvisible", "--name", "^Teken$", "windowfocus")

    def gone(self, name):
        self.until(f"end of {name}", lambda now: name not in now["items"])

    def text(self, name, wanted):
        self.until(f"{name}: {wanted}", lambda now: wanted in now["items"].get(name, {}).get("text", ""))

    def still(self, name):
        """Where an item comes to rest: dialogs and lists move for a moment."""
        last = None
        while True:
            now = self.item(name)
            if now == last:
                return now
            last = now
            time.sleep(0.08)

    def click(self, name):
        at = self.still(name)
        self.tool("mousemove", round(at["x"]), round(at["y"]), "click", 1)

    def open(self, button, entry):
        """A menu; pressed again, as people do, when the page moved under the pointer."""
        end = time.monotonic() + scene.PATIENCE
        while entry not in self.seen()["items"]:
            self.click(button)
            pause = min(end, time.monotonic() + 2)
            while entry not in self.seen()["items"] and time.monotonic() < pause:
                time.sleep(0.05)
            if time.monotonic() > end:
                raise AssertionError(f"{button} never opened {entry}")

    def type(self, text):
        self.tool("type", "--delay", "8", text)

    def key(self, *names):
        self.tool("key", *names)

    def fill(self, name, text):
        self.click(name)
        self.key("ctrl+a")
        self.type(text)

    def draw(self, name="signingPadInk", small=False):
        pad = self.still(name)
        x, y = pad["x"] - pad["w"] * 0.2, pad["y"]
        width = 40 if small else pad["w"] * 0.3
        for stroke in range(2):
            self.tool("mousemove", round(x), round(y + 30 * stroke), "mousedown", 1)
            for step in range(1, 13):
                self.tool("mousemove", round(x + width * step / 12), round(y + 30 * stroke + (25 if step % 2 else -25)))
            self.tool("mouseup", 1)

    def save(self):
        self.click("saveButton")
        self.item("savedPanel")
        self.click("continueButton")  # the slip stays for the signer until the officer goes on
        self.page("Session")

    def picture(self, name):
        self.steps += 1
        self.pictures.mkdir(parents=True, exist_ok=True)
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", str(self.pictures / f"{self.steps:02d}-{name}.png")],
                           timeout=scene.PATIENCE, env={**os.environ, "DISPLAY": self.display.name})


class Window:
    """`teken` on a display of its own; `hand` uses it. Its pictures begin anew in `pictures`."""

    def __init__(self, test, data, home, pictures):
        shutil.rmtree(pictures, ignore_errors=True)
        self.display = Display()
        test.addCleanup(self.display.close)
        (home / "jalan").mkdir(mode=0o700)
        places = home / "letak.json"
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND"))}
        self.environment = {**kept, "DISPLAY": self.display.name, "HOME": str(home), "TZ": "UTC",
                            "XDG_RUNTIME_DIR": str(home / "jalan"), "QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software",
                            "XDG_CONFIG_HOME": str(home / ".config")}
        self.process = subprocess.Popen([str(TEKEN), "--data", str(data), "--tell-places", str(places)],
                                        env=self.environment, stderr=subprocess.PIPE, text=True)
        test.addCleanup(self.end)
        self.hand = Hand(self.display, places, self.process, pictures)

    def end(self):
        """At once, as a power cut would. What the program said while it ran."""
        if self.process.stderr.closed:
            return ""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=scene.PATIENCE)
        said = self.process.stderr.read()
        self.process.stderr.close()
        return said
