#!/bin/sh
# The first command: installs what is missing, builds, plays a whole signing drive with invented people, and shows the
# desktop app. On a fresh Debian 12 or 13, as root or with sudo.
#
#   packaging/demo.sh [--no-setup] [--no-app] [--build FOLDER] [--work FOLDER] [--jobs N]
#
#   --no-setup   assume that everything is installed
#   --no-app     server and command line only
#   --build      where to build (default: build/demo beside this project's CMakeLists.txt)
#   --work       where the drive is played (default: a new folder build/demo-run-DATE)
#   --jobs       at once (default: number of processors)
#
# With a display it opens the desktop app at the end; without one it saves pictures of every screen.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
project=$(dirname "$here")
build=$project/build/demo work='' setup=yes app=yes jobs=$(nproc 2>/dev/null || echo 2)

die() {
    printf 'demo: %s\n' "$*" >&2
    exit 1
}

while [ $# -gt 0 ]; do
    case $1 in
        --no-setup) setup=no ;;
        --no-app) app=no ;;
        --build | --work | --jobs)
            [ $# -ge 2 ] || die "$1 needs a value"
            case $1 in
                --build) build=$2 ;;
                --work) work=$2 ;;
                --jobs) jobs=$2 ;;
            esac
            shift
            ;;
        -h | --help)
            sed -n '2,/^set -eu/s/^# \{0,1\}//p' "$0" | sed '$d'
            exit 0
            ;;
        *) die "unknown option $1; see $0 --help" ;;
    esac
    shift
done
case $build in /*) ;; *) build=$PWD/$build ;; esac
[ -n "$work" ] || work=$project/build/demo-run-$(date +%Y%m%d-%H%M%S)
case $work in /*) ;; *) work=$PWD/$work ;; esac

options="-DCMAKE_BUILD_TYPE=Release -DTEKEN_TESTS=OFF -DTEKEN_UNITY=ON"
setup_options=--no-tests
if [ $app = no ]; then
    options="$options -DTEKEN_APP=OFF"
    setup_options="$setup_options --no-app"
fi
# shellcheck disable=SC2086
if [ $setup = yes ]; then "$here/setup.sh" $setup_options --deps "$project/build/deps"; fi
httplib=
if [ -f "$project/build/deps/httplib/httplib.h" ]; then httplib=$project/build/deps/httplib; fi
if command -v ccache >/dev/null; then
    export CCACHE_BASEDIR="$project" CCACHE_NOHASHDIR=1
    options="$options -DCMAKE_CXX_COMPILER_LAUNCHER=ccache"
fi

printf '\n== Membangun (%s)\n' "$build"
mkdir -p "$build" "$work"
# shellcheck disable=SC2086
if ! cmake -S "$project" -B "$build" -G Ninja -DTEKEN_HTTPLIB_DIR="$httplib" $options >"$build.log" 2>&1 ||
    ! cmake --build "$build" -j "$jobs" >>"$build.log" 2>&1; then
    tail -n 40 "$build.log" >&2
    die "the build failed; the whole log is $build.log"
fi

"$here/demo/story.sh" --bin "$build" --work "$work" --strong

teken=$build/app/teken/teken
pictures=$work/layar
if [ $app = yes ] && [ -x "$teken" ]; then
    printf '\n== Aplikasi desktop\n'
    mkdir -p "$pictures"
    # The pictures are of invented people and need no display: also where nobody looks.
    if QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software "$teken" --data "$work/laptop" \
        --passphrase-file "$work/laptop/laptop.sandi" --screenshots "$pictures" >"$work/layar.log" 2>&1; then
        echo "$(find "$pictures" -name '*.png' | wc -l) gambar layar di $pictures"
    else
        tail -n 20 "$work/layar.log" >&2
        die "the desktop app could not draw its screens"
    fi
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        "$teken" --data "$work/laptop" >"$work/aplikasi.log" 2>&1 &
        echo "aplikasi desktop dibuka; kata sandinya: $(cat "$work/laptop/laptop.sandi")"
    fi
fi

cat <<TEXT

== Yang sudah dilakukan
  Kunci akar dibuat; admin, peladen, dan dua laptop petugas disertifikasi dengan berkas.
  Daftar 6.102 pegawai (data tiruan) diimpor; satu naskah dikunci.
  Satu sesi di dua meja: 40 tanda tangan tanpa jaringan, lalu dikirim dan digabungkan.
  Pemeriksaan dari sidik akar: UTUH. Salinan yang diubah: TIDAK UTUH, dengan temuannya.
== Di mana melihatnya
  Buku dan berkas         $work
  Program                 $build/app
  Gambar layar            $pictures
  Buku panduan            $project/packaging/HANDBOOK.md
TEXT
