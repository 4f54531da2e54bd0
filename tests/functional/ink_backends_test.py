"""Ink looks the same whether Qt Quick paints by itself or through OpenGL: the same strokes, pixel by pixel.

OpenGL is Mesa's software rasterizer on an X server that nobody sees; skipped with a message where either is missing.
"""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import scene
import window

PICTURES = scene.BUILD / "tests" / "qml" / "teken_ink_pictures"


@unittest.skipUnless(shutil.which("Xvfb"), "Xvfb is not installed: no OpenGL to compare with")
class InkBackends(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.display = window.Display("2800x900", "+extension", "GLX")
        self.addCleanup(self.display.close)

    def draw(self, name, scale, **environment):
        kept = {key: value for key, value in os.environ.items()
                if not key.startswith(("QT_", "QSG_", "QML_", "WAYLAND"))}
        done = subprocess.run([str(PICTURES), "draw", str(self.folder / name)], capture_output=True, text=True,
                              timeout=scene.PATIENCE,
                              env={**kept, "DISPLAY": self.display.name, "QT_QPA_PLATFORM": "xcb",
                                   "XDG_RUNTIME_DIR": str(self.folder), "LC_ALL": "C.UTF-8", "QT_SCALE_FACTOR": scale,
                                   **environment})
        return done

    def compare(self, scale):
        gl = self.draw("gl" + scale, scale, QSG_RHI_BACKEND="opengl", LIBGL_ALWAYS_SOFTWARE="1")
        if gl.returncode != 0 or "backend opengl" not in gl.stdout:
            self.skipTest("OpenGL is not available here: " + (gl.stderr.strip().splitlines() or [gl.stdout.strip()])[-1])
        own = self.draw("own" + scale, scale, QT_QUICK_BACKEND="software")
        self.assertEqual(own.returncode, 0, own.stderr)
        self.assertIn("backend software", own.stdout)
        done = subprocess.run([str(PICTURES), "compare", str(self.folder / ("own" + scale)), str(self.folder / ("gl" + scale))],
                              capture_output=True, text=True, timeout=scene.PATIENCE,
                              env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        print(done.stdout)
        self.assertEqual(done.returncode, 0, f"at scale {scale}:\n{done.stdout}")

    def test_strokes_are_the_same_on_a_usual_screen(self):
        self.compare("1")

    def test_strokes_are_the_same_with_one_and_a_half_times_the_pixels(self):
        self.compare("1.5")

    def test_strokes_are_the_same_with_twice_the_pixels(self):
        self.compare("2")

    def test_the_comparison_can_fail(self):
        first = self.draw("first", "1", QT_QUICK_BACKEND="software")
        self.assertEqual(first.returncode, 0, first.stderr)
        other = self.folder / "other"
        shutil.copytree(self.folder / "first", other)
        shutil.copy(other / "undone.png", other / "whole.png")
        done = subprocess.run([str(PICTURES), "compare", str(self.folder / "first"), str(other)], capture_output=True,
                              text=True, timeout=scene.PATIENCE, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        self.assertEqual(done.returncode, 1, done.stdout)


if __name__ == "__main__":
    unittest.main()
