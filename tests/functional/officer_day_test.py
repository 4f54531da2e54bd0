"""The officer's day in the real window: pointer and keys of an X server, ten signers of different kinds, closing.

Pictures of every step are kept in the build folder: officer-day/. Needs Xvfb and xdotool; skipped without them.
"""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import time

import scene

TEKEN = scene.BUILD / "app" / "teken" / "teken"
PICTURES = scene.BUILD / "officer-day"
SIZE = "1366x768"


class Display:
    """An X server nobody sees."""

    def __init__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE + "x24", "-nolisten", "tcp"],
                                       pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            self.name = ":" + answer.readline().strip()

    def close(self):
        self.server.terminate()
        self.server.wait(timeout=scene.PATIENCE)


class Hand:
    """Finds named items of the program and uses them as a person would."""

    def __init__(self, display, places, process):
        self.display = display
        self.places = places
        self.process = process
        self.steps = 0

    def tool(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], check=True, timeout=scene.PATIENCE,
                       env={**os.environ, "DISPLAY": self.display.name})

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
        PICTURES.mkdir(parents=True, exist_ok=True)
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", str(PICTURES / f"{self.steps:02d}-{name}.png")], timeout=scene.PATIENCE,
                           env={**os.environ, "DISPLAY": self.display.name})


@scene.unittest.skipUnless(shutil.which("Xvfb") and shutil.which("xdotool"), "Xvfb and xdotool drive the window")
class OfficerDay(scene.SceneTest):
    toured = False

    def setUp(self):
        shutil.rmtree(PICTURES, ignore_errors=True)
        self.home = self.scene.folder / "rumah"
        (self.home / "Downloads").mkdir(parents=True)
        (self.home / "Downloads" / "lembar-basah.pdf").write_bytes(b"%PDF-1.4\nlembar\n%%EOF\n")
        self.data = self.scene.folder / "hari"
        self.data.mkdir()
        self.scene.laptop("hari/laptop")
        self.display = Display()
        self.addCleanup(self.display.close)
        places = self.home / "letak.json"
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND"))}
        self.process = subprocess.Popen([str(TEKEN), "--data", str(self.data), "--tell-places", str(places)],
                                        env={**kept, "DISPLAY": self.display.name, "HOME": str(self.home), "TZ": "UTC",
                                             "XDG_RUNTIME_DIR": str(self.home), "QT_QPA_PLATFORM": "xcb",
                                             "QT_QUICK_BACKEND": "software", "XDG_CONFIG_HOME": str(self.home / ".config")},
                                        stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.end)
        self.hand = Hand(self.display, places, self.process)

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=scene.PATIENCE)
        self.process.stderr.close()

    def unlock(self):
        hand = self.hand
        hand.page("Unlock")
        # No window manager here: nobody else gives the window its keys.
        hand.tool("search", "--sync", "--onlyvisible", "--name", "^Teken$", "windowfocus")
        hand.fill("passphraseFieldInput", "kata sandi hari/laptop")
        hand.key("Return")
        if not self.toured:
            hand.page("Tour")
            hand.picture("pengantar")
            hand.click("tourDoneButton")
            self.toured = True
        hand.page("Home")

    def open_session(self):
        hand = self.hand
        hand.click("newSessionButton")
        hand.page("OpenSession")
        hand.fill("placeFieldInput", "Balai desa")
        hand.fill("headFieldInput", "Bu Camat")
        hand.fill("witnessOneFieldInput", "Saksi Satu")
        hand.fill("witnessTwoFieldInput", "Saksi Dua")
        hand.picture("buka-sesi")
        hand.click("openButton")
        hand.page("Session")
        hand.picture("kartu-keterangan")
        hand.click("openingCardAccept")
        hand.gone("openingCardAccept")

    def read_together(self):
        hand = self.hand
        hand.click("jointReadingButton")
        hand.click("jointReadingDialogAccept")
        hand.gone("jointReadingButton")

    def search(self, text):
        self.hand.click("searchFieldInput")
        self.hand.key("ctrl+a")
        self.hand.type(text)

    def menu(self, entry):
        self.hand.open("otherButton", entry)
        self.hand.click(entry)

    def sign(self, picture=None, small=False):
        self.hand.page("Sign")
        self.hand.draw(small=small)
        if picture:
            self.hand.picture(picture)
        self.hand.save()

    def ten_signers(self):
        hand = self.hand
        hand.key("F2")  # 1: the next in the list
        self.sign("tanda-tangan")
        self.search("Orang Ea")  # 2: by part of a name
        hand.text("panelName", "Orang Ea")
        hand.key("Return")
        self.sign()
        self.search("19700611200901" + "1902")  # 3: a badge; Enter comes at once
        hand.key("Return")
        self.sign()
        hand.click("laterButton")  # 4: the one after somebody who is called later
        hand.click("signButton")
        self.sign()
        self.search("Tamu Baru")  # 5: added on the spot
        hand.click("addPersonButton")
        hand.click("addKindFieldBox")
        hand.click("addKindFieldChoice0")
        hand.click("addPersonDialogAccept")
        hand.text("panelName", "Tamu Baru")
        hand.click("signButton")
        self.sign("tambahan")
        self.menu("helpedButton")  # 6: with help
        hand.click("helpedForm1")
        hand.fill("helpedWitnessFieldInput", "Bu Lurah")
        hand.picture("dibantu")
        hand.click("helpedDialogAccept")
        self.sign(small=True)
        self.menu("symbolicButton")  # 7: for the unit
        hand.click("symbolicDialogAccept")
        self.sign("simbolis")
        self.menu("paperButton")  # 8: on paper
        hand.click("scan0")
        hand.picture("tanda-tangan-basah")
        hand.click("paperDialogAccept")
        hand.gone("paperDialogAccept")
        self.search("Orang Ka")  # 9: excused, came late all the same
        hand.text("panelName", "Orang Ka")
        hand.click("excuseButton")
        hand.click("excuseKind1")
        hand.click("excuseDialogAccept")
        hand.gone("excuseDialogAccept")
        self.search("Orang Ka")
        hand.text("panelName", "Orang Ka")
        hand.key("Return")
        self.sign()
        self.search("Orang La")  # 10: refused, and changed their mind
        hand.text("panelName", "Orang La")
        self.menu("refuseButton")
        hand.click("refuseDialogAccept")
        hand.gone("refuseDialogAccept")
        self.search("Orang La")
        hand.text("panelName", "Orang La")
        hand.picture("tercatat")
        hand.key("Return")
        self.sign()

    def beside_signing(self):
        hand = self.hand
        hand.open("sessionMenuButton", "eventButton")
        hand.click("eventButton")
        hand.fill("eventTextFieldInput", "Hujan deras, pindah ke aula.")
        hand.click("eventDialogAccept")
        hand.gone("eventDialogAccept")
        hand.click("pauseButton")
        hand.click("pauseKind0")
        hand.click("resumeButton")
        hand.item("pauseButton")

    def close(self):
        hand = self.hand
        hand.click("closeSessionButton")
        hand.page("Close")
        hand.click("missingCheckAction")
        hand.click("missingDialogAccept")
        hand.gone("missingDialogAccept")
        for signer in range(3):
            hand.click(f"closeSigner{signer}")
            hand.draw("closingPadInk")
        hand.picture("tutup-sesi")
        hand.click("closeButton")
        hand.item("closedNotice")
        hand.picture("ditutup")

    def test_ten_signers_of_different_kinds_then_closing(self):
        self.unlock()
        self.open_session()
        self.read_together()
        self.ten_signers()
        self.hand.picture("sesi-berjalan")
        self.beside_signing()
        self.close()
        self.end()
        _, answer = self.scene.entries("hari/laptop")
        kinds = [item["kind"] for item in answer["items"]]
        self.assertEqual(kinds.count("sign"), 10)
        self.assertEqual(kinds.count("attach"), 1)
        self.assertEqual(kinds.count("close-session"), 1)
        self.assertEqual(kinds.count("sign-minutes"), 3)
        session = self.scene.run("hari/laptop", "session", "list")["sessions"][0]
        self.assertEqual(session["signed"], 10)
        self.assertEqual(session["phase"], "minutes-signed")
        self.assertTrue(session["desks"][0]["counts_match"])
        papers = PICTURES / "berkas"
        self.scene.run("hari/laptop", "paper", "all", "--session", session["session"], "--out", papers, "--size", "F4",
                       "--at", "2023-11-17 04:15")
        pdfs = list(papers.rglob("*.pdf"))
        self.assertGreaterEqual(len(pdfs), 4)
        for pdf in pdfs:
            self.assertEqual(pdf.read_bytes()[:5], b"%PDF-", pdf.name)


if __name__ == "__main__":
    scene.main()
