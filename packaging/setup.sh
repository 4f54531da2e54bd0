#!/bin/sh
# Makes a Debian 12 or 13 machine ready to build Teken: installs the missing packages (as root, or through
# sudo) and fetches the HTTP library's patched source. Run it as often as you like: with everything in place it
# changes nothing, needs no rights and no network.
#
#   packaging/setup.sh [--no-app] [--no-tests] [--fuzz] [--browser] [--check] [--list] [--deps FOLDER]
#
#   --no-app     without Qt: server, command line and library only
#   --no-tests   without the test libraries
#   --fuzz       with clang and its fuzzing runtime
#   --browser    with Chromium, which tests the page periksa.html (440 MB; without it that test is skipped)
#   --check      install nothing; say what is missing and end with 1 if anything is
#   --list       print the packages, one a line, and end
#   --deps       where sources are unpacked (default: build/deps beside this project's CMakeLists.txt)
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
project=$(dirname "$here")
deps=$project/build/deps
app=yes tests=yes fuzz=no browser=no action=install

say() { printf 'setup: %s\n' "$*"; }
die() {
    printf 'setup: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '       %s\n' "$line" >&2; done
    exit 1
}

while [ $# -gt 0 ]; do
    case $1 in
        --no-app) app=no ;;
        --no-tests) tests=no ;;
        --fuzz) fuzz=yes ;;
        --browser) browser=yes ;;
        --check) action=check ;;
        --list) action=list ;;
        --deps)
            [ $# -ge 2 ] || die "--deps needs a folder"
            deps=$2
            shift
            ;;
        -h | --help)
            sed -n '2,/^set -eu/s/^# \{0,1\}//p' "$0"
            exit 0
            ;;
        *) die "unknown option $1" "see $0 --help" ;;
    esac
    shift
done

[ -r /etc/os-release ] || die "no /etc/os-release: this is not Debian" "Teken is built on Debian 12 or 13"
# shellcheck disable=SC1091
release=$(. /etc/os-release && echo "${ID:-unknown} ${VERSION_ID:-unknown}")
case $release in
    "debian 12" | "debian 13") ;;
    *) die "this machine runs $release; expected debian 12 or debian 13" \
        "on another system install the packages of '$0 --list' by hand and see README.md" ;;
esac

# What the compiler needs for core, sync, tekenctl and the server. dpkg-dev unpacks sources and makes packages;
# debian-archive-keyring lets apt check Debian 13's signature on Debian 12. Pango, Cairo and two fonts make papers.
packages="g++ cmake ninja-build pkgconf ccache dpkg-dev file debian-archive-keyring
    libsodium-dev libsqlite3-dev libsqlitecpp-dev libzstd-dev libssl-dev nlohmann-json3-dev libcli11-dev libfmt-dev
    libspdlog-dev libexpected-dev libtomlplusplus-dev libqrencode-dev libxlsxwriter-dev libminizip-dev
    libpugixml-dev libpango1.0-dev libcairo2-dev fonts-texgyre fonts-inter"
# The QML modules do not pull one another: each is named. The fonts are what the pages are drawn with.
[ $app = no ] || packages="$packages
    qt6-base-dev qt6-declarative-dev qt6-declarative-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    qml6-module-qtquick qml6-module-qtquick-controls qml6-module-qtquick-layouts qml6-module-qtquick-templates
    qml6-module-qtquick-window qml6-module-qtqml qml6-module-qtqml-models qml6-module-qtqml-workerscript
    fonts-material-design-icons-iconfont"
# openssl, xxd, python3 and poppler-utils play the stranger who checks our formats without our code.
[ $tests = no ] || packages="$packages
    libgtest-dev libgmock-dev libbenchmark-dev librapidcheck-dev openssl xxd python3
    poppler-utils"
[ $tests = no ] || [ $app = no ] || packages="$packages qml6-module-qttest xvfb xdotool imagemagick"
[ $fuzz = no ] || packages="$packages clang libclang-rt-dev"
[ $browser = no ] || packages="$packages chromium chromium-driver"

if [ $action = list ]; then
    for package in $packages; do echo "$package"; done
    exit 0
fi

missing=
for package in $packages; do
    # shellcheck disable=SC2016
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $package"
done
# An old image may hold a keyring from before Debian 13: installing it again brings the new one.
[ -f /usr/share/keyrings/debian-archive-trixie-stable.gpg ] || case $missing in
    *debian-archive-keyring*) ;;
    *) missing="$missing debian-archive-keyring" ;;
esac

needs_httplib=no
[ -f "$deps/httplib/httplib.h" ] || needs_httplib=yes

if [ $action = check ]; then
    for package in $missing; do echo "missing package: $package"; done
    [ $needs_httplib = no ] || echo "missing source: cpp-httplib in $deps/httplib"
    [ -z "$missing" ] && [ $needs_httplib = no ] || exit 1
    say "nothing is missing"
    exit 0
fi

if [ -n "$missing" ]; then
    as_root=
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || die "packages are missing and this is not root:$missing" \
            "run as root: apt-get install --no-install-recommends$missing" "then run $0 again"
        as_root="sudo"
    fi
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    set -- $missing
    say "installing $# packages:$missing"
    # A foreign source that fails must not stop us: whether the packages can be had is what counts.
    # shellcheck disable=SC2086
    $as_root apt-get -q update || say "apt-get update complained; trying to install all the same"
    # shellcheck disable=SC2086
    if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@"; then
        die "apt could not install what is missing:$missing" \
            "offline: connect this machine, or add a local mirror or disc to its sources, and run $0 again" \
            "held or broken packages: apt-get -f install says which" \
            "no space: the packages need about 1.3 GB under /usr"
    fi
fi

if [ $needs_httplib = yes ]; then
    "$here/fetch-httplib.sh" "$deps/httplib" || die "Teken cannot be built without a patched cpp-httplib" \
        "see the message above, mend it, and run $0 again"
fi
if [ -n "$missing" ] || [ $needs_httplib = yes ]; then
    say "ready"
else
    say "everything was there already"
fi
