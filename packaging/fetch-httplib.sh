#!/bin/sh
# Unpacks Debian 13's patched source of cpp-httplib into a folder, on Debian 12 and 13 alike.
#
#   packaging/fetch-httplib.sh FOLDER          (FOLDER must not exist, or be one that this script made)
#
# Debian 12 ships 0.11.4 as a shared library with its limits frozen inside and many later security fixes
# missing; Debian 13's library is patched, but its limits are frozen too. The source of Debian 13 is patched by
# Debian for years to come, and apt checks its signature here as for any package. The machine's own list of
# sources is read, never written: the one extra line lives in a temporary folder. No host is named: the mirror is
# the one this machine already uses.
set -eu

readonly MINIMUM=0.18.7-1+deb13u1
readonly SUITE=trixie
readonly KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

say() { printf 'fetch-httplib: %s\n' "$*"; }
die() {
    printf 'fetch-httplib: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '               %s\n' "$line" >&2; done
    exit 1
}

[ $# -eq 1 ] || die "expected one argument, the folder to unpack into"
target=$1
stamp=$target/.teken-source

if [ -f "$stamp" ] && [ -f "$target/httplib.h" ]; then
    say "already there: $(cat "$stamp") in $target"
    exit 0
fi
if [ -e "$target" ] && [ -n "$(ls -A "$target" 2>/dev/null)" ]; then
    die "$target exists and was not made by this script" "name another folder, or remove it"
fi
for tool in apt-get dpkg-source; do
    command -v $tool >/dev/null || die "$tool is missing" "run packaging/setup.sh first"
done
[ -f "$KEYRING" ] || die "$KEYRING is missing" "install the package debian-archive-keyring"

# The mirrors of this machine's own release: "main" and, if configured, "security". A fresh container may have
# no lists yet and hence no origin to show; then the release's name has to do.
# shellcheck disable=SC1091
codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
[ -n "$codename" ] || die "/etc/os-release names no Debian release" "Teken is built on Debian 12 or 13"
mirror() { # $1: label in the Release file, $2: suffix of the release's name
    # shellcheck disable=SC2016
    apt-get indextargets --format '$(CREATED_BY)|$(COMPONENT)|$(ORIGIN)|$(LABEL)|$(CODENAME)|$(RELEASE)|$(REPO_URI)' |
        awk -F'|' -v label="$1" -v release="$codename$2" '
            $1 != "Packages" || $2 != "main" || $7 ~ /^cdrom:/ { next }
            $3 == "Debian" && $4 == label && $5 == release { print $7; exit }
            $3 == "" && $6 == release { print $7; exit }'
}
main=$(mirror Debian "")
[ -n "$main" ] || die "found no Debian mirror for $codename among this machine's sources" \
    "see apt-get indextargets; a line such as 'deb MIRROR $codename main' is expected"
security=$(mirror Debian-Security -security)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
mkdir -p "$work/state/lists/partial" "$work/cache/archives/partial" "$work/source"
chmod -R a+rX "$work"
{
    echo "deb-src [signed-by=$KEYRING] $main $SUITE main"
    [ -z "$security" ] || echo "deb-src [signed-by=$KEYRING] $security $SUITE-security main"
} >"$work/sources.list"
# apt drops its rights to this user while it downloads; without the folder it would warn and keep them.
if [ "$(id -u)" = 0 ] && id _apt >/dev/null 2>&1; then
    chown -R _apt "$work/source" "$work/state/lists/partial"
fi

private_apt() {
    apt-get -q -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts=/dev/null \
        -o Dir::State="$work/state" -o Dir::State::status=/var/lib/dpkg/status \
        -o Dir::Cache="$work/cache" -o Acquire::Languages=none \
        -o APT::Get::AllowUnauthenticated=false -o Acquire::AllowInsecureRepositories=false \
        -o APT::Update::Error-Mode=any \
        -o APT::Update::Post-Invoke::= -o APT::Update::Post-Invoke-Success::= "$@"
}

say "reading the source index of Debian $SUITE from this machine's mirror"
if ! private_apt update >"$work/log" 2>&1; then
    tail -n 12 "$work/log" >&2
    die "could not read or verify the source index of Debian $SUITE" \
        "offline: connect once and run this again, or copy the folder from another machine" \
        "NO_PUBKEY: upgrade the package debian-archive-keyring" \
        "404 under a partial mirror: use a mirror that carries $SUITE with sources"
fi
if ! (cd "$work/source" && private_apt source --download-only cpp-httplib) >>"$work/log" 2>&1; then
    tail -n 12 "$work/log" >&2
    die "could not download the source of cpp-httplib" "check the connection and the free space, then run this again"
fi

description=$(find "$work/source" -name 'cpp-httplib_*.dsc' | sort -V | tail -n 1)
[ -n "$description" ] || die "apt downloaded no cpp-httplib_*.dsc" "its answer: $(tail -n 1 "$work/log")"
version=$(sed -n 's/^Version: //p' "$description" | head -n 1)
dpkg --compare-versions "$version" ge "$MINIMUM" ||
    die "the mirror offers cpp-httplib $version, expected $MINIMUM or newer" "use a mirror that carries $SUITE"

# dpkg-source checks the sums of the parts named in the .dsc and applies Debian's patches.
if ! dpkg-source -x "$description" "$work/tree" >>"$work/log" 2>&1; then
    tail -n 12 "$work/log" >&2
    die "could not unpack cpp-httplib $version"
fi
[ -f "$work/tree/httplib.h" ] || die "cpp-httplib $version holds no httplib.h"

# Only the header and the papers of its origin are needed; the folder appears whole or not at all.
mkdir -p "$(dirname "$target")"
staging=$target.partial.$$
rm -rf "$staging"
mkdir "$staging"
cp "$work/tree/httplib.h" "$work/tree/LICENSE" "$staging/"
cp "$work/tree/debian/changelog" "$staging/changelog.Debian"
if [ -d "$work/tree/debian/patches" ]; then cp -R "$work/tree/debian/patches" "$staging/patches"; fi
printf 'cpp-httplib %s\n' "$version" >"$staging/.teken-source"
if [ -d "$target" ]; then rmdir "$target"; fi
mv "$staging" "$target"
say "unpacked cpp-httplib $version into $target"
