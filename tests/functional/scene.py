"""A small drive with real processes: an authority, an admin, laptops, a server. For tests of what goes wrong."""

import base64
import http.client
import json
import os
import pathlib
import shutil
import signal
import ssl
import subprocess
import tempfile
import time
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("TEKEN_BUILD", SOURCE / "build"))
TEKENCTL = BUILD / "app" / "tekenctl" / "tekenctl"
SERVER = BUILD / "app" / "teken-server" / "teken-server"
WITNESS = "bawaslu.example/saksi"
PATIENCE = 120  # seconds; a hang is a failure, slowness is not

WITNESSES = [{"name": "Saksi Satu"}, {"name": "Saksi Dua"}]
OPEN = {"do": "open", "title": "Sesi", "place": "Balai", "units": ["KEC-04"], "desk": "Meja",
        "head": {"name": "Camat"}, "witnesses": WITNESSES}


class Scene:
    """Books in a folder of their own; every passphrase is in a file beside its book."""

    def __init__(self, people=40):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="teken-functional-"))
        self.people = people
        self.server = None
        self.url = ""

    def close(self):
        self.stop_server()
        shutil.rmtree(self.folder, ignore_errors=True)

    # --- tekenctl ---------------------------------------------------------------------------------------

    def command(self, book, *arguments):
        secret = self.folder / f"{book}.sandi"
        if not secret.exists():
            secret.write_text(f"kata sandi {book}\n")
        return [str(TEKENCTL), "--book", str(self.folder / f"{book}.book"), "--passphrase-file", str(secret),
                "--fast-kdf", "--json", *map(str, arguments)]

    def run(self, book, *arguments, expect=(0,), **options):
        done = subprocess.run(self.command(book, *arguments), capture_output=True, text=True, timeout=PATIENCE,
                              cwd=self.folder, **options)
        if done.returncode not in expect:
            raise AssertionError(f"{arguments}: exit {done.returncode}, expected {expect}\n{done.stdout}\n{done.stderr}")
        lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
        answer = json.loads(lines[-1]) if lines else {}
        answer["exit"] = done.returncode
        answer["stderr"] = done.stderr
        return answer

    # --- the drive --------------------------------------------------------------------------------------

    def begin(self, server=False):
        self.root = self.run("akar", "authority", "create", "--name", "Akar")["fingerprint"]
        self.run("admin", "enrol", "request", "--role", "admin", "--name", "Admin", "--device", "PUSAT",
                 "--out", "admin.minta")
        self.run("akar", "authority", "certify", "admin.minta", "--recipient")
        if server:
            self.prepare_server()
        self.run("akar", "enrol", "provision", "admin.minta", "--server", self.url, "--out", "admin.teken")
        self.run("admin", "enrol", "accept", "admin.teken", "--root", self.root)
        self.run("admin", "drive", "open", "--code", "UJI", "--title", "Kegiatan uji", "--organisation", "BKPSDM")
        self.run("admin", "text", "lock", SOURCE / "packaging" / "demo" / "pamekasan" / "pledge.json")
        self.write_roster()
        self.run("admin", "roster", "import", "daftar.csv", "--units",
                 SOURCE / "packaging" / "demo" / "pamekasan" / "units.tsv", "--date", "2023-11-01")

    def write_roster(self):
        rows = ["Nama,NIP,Unit Kerja,Status"]
        for number in range(self.people):
            serial = 900 + number % 90
            year = 1970 + number // 90
            name = "Orang " + chr(65 + number % 26) + chr(97 + number // 26)
            rows.append(f"{name},{year}0611200901{1 + number % 2}{serial},Kecamatan Pamekasan,PNS")
        (self.folder / "daftar.csv").write_text("\n".join(rows) + "\n")

    def laptop(self, name):
        feed = self.run(name, "enrol", "request", "--name", f"Petugas {name}", "--device", name, "--out",
                        f"{name}.minta")["feed"]
        self.run("admin", "officer", "certify", f"{name}.minta", "--unit", "KEC-04")
        self.run("admin", "enrol", "provision", f"{name}.minta", "--out", f"{name}-bekal.teken")
        self.run(name, "enrol", "accept", f"{name}-bekal.teken", "--root", self.root)
        return feed

    def script(self, name, *steps):
        (self.folder / name).write_text(json.dumps({"steps": [OPEN, *steps]}))
        return name

    def entries(self, book):
        """Ids of all own entries of a book, as its queue names them."""
        answer = self.run(book, "queue", "--limit", 100000, expect=(0, 2))
        return {item["entry"] for item in answer["items"]}, answer

    def audit(self, book, expect=(0,)):
        """Of a copy, so that nobody has to stop working for it."""
        copy = self.folder / f"{book}-periksa.book"
        copy.unlink(missing_ok=True)
        self.run(book, "backup", "--out", copy)
        secret = self.folder / f"{book}.sandi"
        done = subprocess.run([str(TEKENCTL), "--passphrase-file", str(secret), "--json", "audit", str(copy), "--root",
                               self.root], capture_output=True, text=True, timeout=PATIENCE)
        if done.returncode not in expect:
            raise AssertionError(f"audit of {book}: exit {done.returncode}\n{done.stdout}\n{done.stderr}")
        return json.loads(done.stdout)

    # --- processes that are killed ----------------------------------------------------------------------

    def start(self, book, *arguments):
        return subprocess.Popen(self.command(book, *arguments), cwd=self.folder, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)

    @staticmethod
    def kill(process):
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=PATIENCE)
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()

    # --- the server -------------------------------------------------------------------------------------

    def prepare_server(self):
        self.serve_command("init", "--folder", "pusat", "--name", "Pusat", "--url", "https://127.0.0.1:8443",
                           "--port", "0")
        config = self.folder / "pusat" / "server.toml"
        text = config.read_text()
        config.write_text(text.replace("# port_file", "port_file").replace("# file =", "file ="))
        self.run("akar", "authority", "certify", "pusat/server.minta")
        self.run("akar", "enrol", "provision", "pusat/server.minta", "--out", "pusat.teken")
        self.serve_command("--config", "pusat/server.toml", "accept", "pusat.teken", "--root", self.root)
        self.url = "https://127.0.0.1:8443"

    def serve_command(self, *arguments, expect=(0,)):
        done = subprocess.run([str(SERVER), *map(str, arguments)], capture_output=True, text=True, timeout=PATIENCE,
                              cwd=self.folder)
        if done.returncode not in expect:
            raise AssertionError(f"teken-server {arguments}: exit {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done

    def certify_log(self):
        """The root certifies the server's log: from then on *Diterima pusat* asks for its proof."""
        self.run("akar", "authority", "certify", "pusat/log.minta")
        self.run("akar", "enrol", "provision", "pusat/server.minta", "--out", "pusat-log.teken")
        self.serve_command("--config", "pusat/server.toml", "accept", "pusat-log.teken", "--root", self.root)

    def begin_with_log(self):
        """A centre that keeps a log and is running, of which the admin has heard."""
        self.begin(server=True)
        self.certify_log()
        self.start_server()
        self.sync("admin", expect=(0, 2))

    def start_server(self):
        port = self.folder / "pusat" / "port"
        port.unlink(missing_ok=True)
        self.server = subprocess.Popen([str(SERVER), "--config", "pusat/server.toml", "serve"], cwd=self.folder,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + PATIENCE
        while not (port.exists() and port.read_text().strip()):
            if self.server.poll() is not None:
                raise AssertionError(f"the server ended with {self.server.returncode}")
            if time.monotonic() > until:
                raise AssertionError("the server did not start")
            time.sleep(0.05)
        self.url = f"https://127.0.0.1:{port.read_text().strip()}"

    def stop_server(self):
        """Politely: it must end by itself, with 0."""
        if self.server is None:
            return 0
        self.server.terminate()
        code = self.server.wait(timeout=PATIENCE)
        self.server = None
        return code

    def kill_server(self):
        self.kill(self.server)
        self.server = None

    def sync(self, book, expect=(0,)):
        return self.run(book, "sync", "--server", self.url, expect=expect)

    def connection(self):
        """A plain client's, which pins nothing: what it reads proves itself."""
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return http.client.HTTPSConnection("127.0.0.1", int(self.url.rsplit(":", 1)[1]), context=context,
                                           timeout=PATIENCE)

    def health(self):
        return json.loads(self.fetch("/healthz"))

    def fetch(self, path):
        line = self.connection()
        try:
            line.request("GET", path)
            return line.getresponse().read()
        finally:
            line.close()

    def keep_checkpoint(self, name):
        """What a witness would keep: the newest one, when it covers everything that the centre has."""
        until = time.monotonic() + PATIENCE
        while True:
            log = self.health()["log"]
            if log["state"] == "running" and log["leaves"] == log["signed"] > 0:
                break
            if time.monotonic() > until:
                raise AssertionError(f"nothing was signed: {log}")
            time.sleep(0.05)
        file = self.folder / name
        file.write_bytes(self.fetch("/log/checkpoint"))
        return file

    def audit_server(self):
        """Of a copy of the stopped server's book."""
        copy = self.folder / "pusat-periksa.book"
        for tail in ("", "-wal", "-shm"):
            pathlib.Path(str(copy) + tail).unlink(missing_ok=True)
            original = pathlib.Path(str(self.folder / "pusat" / "server.book") + tail)
            if original.exists():
                shutil.copy(original, str(copy) + tail)
        done = subprocess.run([str(TEKENCTL), "--json", "audit", str(copy), "--root", self.root], capture_output=True,
                              text=True, timeout=PATIENCE)
        return done.returncode, json.loads(done.stdout)


class PatientTest(unittest.TestCase):
    def wait_for(self, ready, what):
        until = time.monotonic() + PATIENCE
        while not ready():
            self.assertLess(time.monotonic(), until, what)
            time.sleep(0.05)


class SceneTest(PatientTest):
    """One scene for all tests of a class; each test brings its own laptop."""

    with_server = False
    people = 40

    @classmethod
    def setUpClass(cls):
        cls.scene = Scene(people=cls.people)
        try:
            cls.play()
        except BaseException:
            cls.scene.close()
            raise

    @classmethod
    def play(cls):
        """What has happened before the first test."""
        cls.scene.begin(server=cls.with_server)

    @classmethod
    def tearDownClass(cls):
        cls.scene.close()


class WitnessedTest(PatientTest):
    """A centre with a log and an independent witness, new for every test."""

    def setUp(self):
        self.scene = Scene()
        self.witness = None
        self.addCleanup(self.end)
        self.scene.begin(server=True)
        self.root("authority", "certify", "pusat/log.minta")
        self.begin_witness()
        self.root("enrol", "provision", "pusat/server.minta", "--out", "pusat-log.teken")
        self.scene.serve_command("--config", "pusat/server.toml", "accept", "pusat-log.teken", "--root",
                                 self.scene.root)
        self.scene.start_server()
        self.scene.sync("admin", expect=(0, 2))  # learns of log and witness, and hands it on to the laptops

    def end(self):
        if self.witness is not None:
            self.witness.terminate()
            self.witness.wait(timeout=PATIENCE)
        self.scene.close()

    def root(self, *arguments):
        return self.scene.run("akar", *arguments)

    # --- the witness ----------------------------------------------------------------------------------------

    def begin_witness(self):
        shown = self.scene.serve_command("--config", "pusat/server.toml", "log", "key").stdout.split()
        key = next(word for word in shown if "+" in word)
        self.scene.serve_command("cosign", "init", "--folder", "saksi", "--name", WITNESS, "--log", key, "--port", "0")
        config = self.scene.folder / "saksi" / "cosigner.toml"
        config.write_text(config.read_text().replace("# port_file", "port_file"))
        shown = self.scene.serve_command("cosign", "--config", "saksi/cosigner.toml", "--check").stdout
        vkey = next(line.strip() for line in shown.splitlines() if line.strip().startswith(WITNESS + "+"))
        public = base64.b64decode(vkey.split("+", 2)[2])[1:].hex()
        self.root("authority", "certify", "--role", "cosigner", "--name", WITNESS, "--key", public)
        port = self.start_witness()
        server = self.scene.folder / "pusat" / "server.toml"
        server.write_text(server.read_text() + f'\n[[transparency.cosigner]]\nkey = "{vkey}"\n'
                                               f'url = "http://127.0.0.1:{port}"\n')

    def start_witness(self):
        port = self.scene.folder / "saksi" / "port"
        port.unlink(missing_ok=True)
        self.witness = subprocess.Popen([str(SERVER), "cosign", "--config", "saksi/cosigner.toml"],
                                        cwd=self.scene.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.wait_for(lambda: port.exists() and port.read_text().strip(), "the witness did not start")
        return int(port.read_text())

    # --- looking on -----------------------------------------------------------------------------------------

    def health(self):
        return self.scene.health()

    def witnessed(self):
        log = self.health()["log"]
        return log["leaves"] == log["signed"] == log["witnessed"] > 0

    # --- the drive ------------------------------------------------------------------------------------------

    def played(self, name, count=2):
        feed = self.scene.laptop(name)
        self.more(name, count)
        return feed

    def more(self, name, count=1):
        self.scene.run(name, "session", "play", self.scene.script(f"{name}.json", {"do": "sign", "count": count}))

    def sent(self, name):
        """Everything of this laptop has its receipt."""
        def ready():
            return self.scene.sync(name, expect=(0, 2))["queue"]["waiting"] == 0
        self.wait_for(ready, "not everything was received")


def main():
    unittest.main(verbosity=2)
