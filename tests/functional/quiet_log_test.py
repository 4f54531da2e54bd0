"""The server's log names nobody: a whole story is played, then the log is searched for everybody in it."""

import csv
import http.client
import json
import ssl
import unittest

import scene


class QuietLog(scene.SceneTest):
    with_server = True

    def setUp(self):
        s = self.scene
        config = s.folder / "pusat" / "server.toml"
        config.write_text(config.read_text().replace('level = "info"', 'level = "debug"'))
        s.certify_log()

    def post(self, path, body, content):
        port = int(self.scene.url.rsplit(":", 1)[1])
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        connection = http.client.HTTPSConnection("127.0.0.1", port, context=context, timeout=scene.PATIENCE)
        connection.request("POST", path, body, {"Content-Type": content})
        status = connection.getresponse().status
        connection.close()
        return status

    def tell(self):
        """Signing, refusing, somebody added, a void; all sent; slips asked for, well and badly."""
        s = self.scene
        s.laptop("meja")
        script = s.script("meja.json", {"do": "sign", "count": 8}, {"do": "refuse", "count": 1}, {"do": "absent", "count": 1},
                          {"do": "void", "from": 0, "count": 1, "reason": "trial", "second": {"name": "Saksi Satu"}},
                          {"do": "close"}, {"do": "minutes", "name": "Camat Hartono", "role": "head"})
        s.run("meja", "session", "play", script)
        s.start_server()
        s.sync("admin", expect=(0, 2))
        s.sync("meja")
        signatures = [item["entry"] for item in s.entries("meja")[1]["items"] if item["kind"] == "sign"]
        self.slips = [s.run("meja", "slip", "show", entry) for entry in signatures]
        content = "application/vnd.teken.check.v1+json"
        for slip in self.slips:
            self.assertEqual(self.post("/periksa", json.dumps({"code": slip["code"]}), content), 200)
        for bad in ("{}", json.dumps({"code": "Orang Aa"}), self.slips[0]["text"], "x" * 4000):
            self.assertIn(self.post("/periksa", bad, content), (400, 413))
        self.assertIn(self.post("/periksa?nama=Orang%20Aa", "{}", content), (400, 404))
        self.assertEqual(self.post("/Orang%20Aa", "{}", content), 404)
        self.assertEqual(s.stop_server(), 0)

    def strangers(self):
        """Everything that says something about a person or a unit."""
        with (self.scene.folder / "daftar.csv").open(newline="") as file:
            people = list(csv.DictReader(file))
        self.assertGreater(len(people), 30)
        yield from (person["Nama"] for person in people)
        yield from (person["NIP"] for person in people)
        with (scene.SOURCE / "packaging" / "demo" / "pamekasan" / "units.tsv").open(newline="") as file:
            for unit in csv.DictReader(file, delimiter="\t"):
                yield unit["kode_unit"]
                yield unit["nama_unit"]
        yield from ("Saksi Satu", "Saksi Dua", "Camat Hartono", "Petugas meja", "Admin", "Balai", "Kegiatan uji")
        for slip in self.slips:
            yield from (slip["code"], slip["code"].replace("-", ""), slip["text"], slip["entry"])
        yield "127.0.0.1"

    def test_the_log_names_nobody(self):
        self.tell()
        [file] = (self.scene.folder / "pusat").glob("*.log")
        text = file.read_text()
        lines = [json.loads(line) for line in text.splitlines()]
        events = {line["event"] for line in lines}
        self.assertTrue({"start", "push", "request", "refused", "stop"} <= events, events)
        folded = text.casefold()
        words = [word for word in set(self.strangers()) if len(word) > 3]
        self.assertGreater(len(words), 150)
        self.assertEqual([word for word in words if word.casefold() in folded], [])
        # Short codes as words of their own: "PU" lies in many a word.
        values = {str(value) for line in lines for value in line.values()}
        self.assertEqual([word for word in set(self.strangers()) if word in values], [])


if __name__ == "__main__":
    scene.main()
