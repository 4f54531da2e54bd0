"""The officer's day in the real window: pointer and keys of an X server, ten signers of different kinds, closing.

Pictures of every step are kept in the build folder: officer-day/. Needs Xvfb and xdotool; skipped without them.
"""

import scene
import window

PICTURES = scene.BUILD / "officer-day"


@window.needed
class OfficerDay(scene.SceneTest):
    toured = False

    def setUp(self):
        self.home = self.scene.folder / "rumah"
        (self.home / "Downloads").mkdir(parents=True)
        (self.home / "Downloads" / "lembar-basah.pdf").write_bytes(b"%PDF-1.4\nlembar\n%%EOF\n")
        self.data = self.scene.folder / "hari"
        self.data.mkdir()
        self.scene.laptop("hari/laptop")
        self.window = window.Window(self, self.data, self.home, PICTURES)
        self.hand = self.window.hand

    def unlock(self):
        hand = self.hand
        hand.page("Unlock")
        hand.focus()
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

    def save_papers(self):
        """All papers of the session, by the window itself, into the folder of downloads."""
        hand = self.hand
        hand.click("emptyActionButton")
        hand.page("Papers")
        hand.item("savePaperButton")
        hand.picture("berkas-cetak")
        hand.click("savePaperButton")
        hand.click("saveWhich1")

        def folder(now):
            return next((name for name, item in now["items"].items()
                         if name.startswith("place") and "Folder Unduhan" in item["text"]), None)
        hand.click(hand.until("the folder of downloads", folder))
        hand.click("savePapersDialogAccept")
        hand.gone("savePapersDialogAccept")
        hand.item("papersOutcome")
        hand.picture("berkas-tersimpan")
        self.are_papers([file for file in (self.home / "Downloads").glob("*.pdf") if file.stem != "lembar-basah"])

    def are_papers(self, pdfs):
        self.assertGreaterEqual(len(pdfs), 4)
        for pdf in pdfs:
            self.assertEqual(pdf.read_bytes()[:5], b"%PDF-", pdf.name)

    def test_ten_signers_of_different_kinds_then_closing(self):
        self.unlock()
        self.open_session()
        self.read_together()
        self.ten_signers()
        self.hand.picture("sesi-berjalan")
        self.beside_signing()
        self.close()
        self.save_papers()
        self.window.end()
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
        self.are_papers(list(papers.rglob("*.pdf")))


if __name__ == "__main__":
    scene.main()
