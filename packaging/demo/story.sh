#!/bin/sh
# The whole story on invented people, with real processes and real files: from the root key to the auditor's verdict,
# and then a copy that somebody altered. Ends with 0 only if every step came out as it must.
#
#   packaging/demo/story.sh --bin BUILD_FOLDER --work EMPTY_FOLDER [--strong]
#
#   --bin     where tekenctl, teken-server and teken-demo-people were built
#   --work    everything of this run goes here
#   --strong  passphrases cost what they cost in real use (slower)
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
bin='' work='' kdf=--fast-kdf server_pid='' url=''
while [ $# -gt 0 ]; do
    case $1 in
        --bin) bin=$2; shift ;;
        --work) work=$2; shift ;;
        --strong) kdf= ;;
        *) echo "story: unknown option $1" >&2; exit 64 ;;
    esac
    shift
done
[ -n "$bin" ] && [ -n "$work" ] || { echo "story: --bin and --work are needed" >&2; exit 64; }
mkdir -p "$work"
ctl=$bin/app/tekenctl/tekenctl
server=$bin/app/teken-server/teken-server
people=$bin/packaging/demo/people/teken-demo-people
[ -x "$people" ] || people=$(find "$bin" -name teken-demo-people -type f | head -n 1)

step() { printf '\n== %s\n' "$*"; }
fail() { printf 'story: %s\n' "$*" >&2; exit 1; }
# A field of the one-line JSON that tekenctl --json prints.
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" "$2" | head -n 1; }
same() { [ "$2" = "$3" ] || fail "$1: expected $3, found $2"; }
stop_server() {
    if [ -n "$server_pid" ]; then
        kill "$server_pid" 2>/dev/null || true
        wait "$server_pid" 2>/dev/null || true
        server_pid=''
    fi
}
# The server takes any free port and writes it down.
start_server() {
    rm -f pusat/port
    "$server" --config pusat/server.toml serve >pusat/keluaran.txt 2>&1 &
    server_pid=$!
    waited=0
    while [ ! -s pusat/port ]; do
        kill -0 "$server_pid" 2>/dev/null || fail "the server ended: $(cat pusat/keluaran.txt)"
        waited=$((waited + 1))
        [ $waited -lt 600 ] || fail "the server did not start"
        sleep 0.1
    done
    url=https://127.0.0.1:$(cat pusat/port)
}
trap stop_server EXIT
trap 'exit 130' INT TERM

cd "$work"
for who in akar admin meja-a meja-b; do echo "kata sandi $who untuk latihan" >"$who.sandi"; done
run() { # run BOOK COMMAND ...: the passphrase belongs to the book
    book=$1
    shift
    "$ctl" --book "$book.book" --passphrase-file "$book.sandi" $kdf "$@"
}

step "1. Kunci akar: dibuat sekali, disimpan tanpa jaringan"
run akar authority create --name "Otoritas Pamekasan (latihan)" --json >akar.json
root=$(field fingerprint akar.json)
echo "sidik akar: $root"

step "2. Admin mendaftar dengan berkas"
run admin enrol request --role admin --name "Admin BKPSDM (data tiruan)" --device PUSAT-01 --out admin.minta
run akar authority certify admin.minta --recipient

step "3. Peladen pusat"
"$server" init --folder pusat --name "Pusat Pamekasan (latihan)" --url https://127.0.0.1:8443 --port 0
sed -i -e 's/^# port_file/port_file/' -e 's/^# file = /file = /' pusat/server.toml
run akar authority certify pusat/server.minta
run akar authority certify pusat/log.minta
run akar enrol provision pusat/server.minta --out pusat.teken
"$server" --config pusat/server.toml accept pusat.teken --root "$root"

step "4. Pembekalan admin"
run akar enrol provision admin.minta --server https://127.0.0.1:8443 --out admin.teken
run admin enrol accept admin.teken --root "$root"

step "5. Kegiatan, naskah, dan daftar 6.102 pegawai (data tiruan)"
run admin drive open --code PAMEKASAN-2023 --title "Ikrar Netralitas ASN Kabupaten Pamekasan (latihan)" \
    --organisation "BKPSDM Kabupaten Pamekasan" --area 35.28 --zone WIB --purpose "Latihan" --contact "BKPSDM"
run admin text lock "$here/pamekasan/pledge.json"
"$people" --seed 2023 --units "$here/pamekasan/units.tsv" --out pegawai
run admin roster import pegawai/pegawai.csv --units "$here/pamekasan/units.tsv" --date 2023-11-01 --place Pamekasan \
    --json >daftar.json
same "orang dalam daftar" "$(field persons daftar.json)" 6102
echo "masuk: $(field persons daftar.json) orang"

step "6. Baris bermasalah disebut satu per satu, tidak hilang diam-diam"
run admin roster import pegawai/baris_bermasalah.csv --units "$here/pamekasan/units.tsv" --place Pamekasan --dry-run \
    --changes 0 >bermasalah.txt
head -n 1 bermasalah.txt
grep '^  baris' bermasalah.txt | tail -n 8

step "7. Dua laptop petugas mendaftar dengan berkas"
for desk in meja-a meja-b; do
    run $desk enrol request --name "Petugas $desk (data tiruan)" --device "PMK-$desk" --out $desk.minta \
        --json >$desk-minta.json
    run admin officer certify $desk.minta --unit KEC-04
    run admin enrol provision $desk.minta --out $desk-bekal.teken
    run $desk enrol accept $desk-bekal.teken --root "$root"
done

step "8. Satu sesi, dua meja, tanpa jaringan: 40 tanda tangan"
# The plan was made after the laptops got their files: both join it by its id, as from a QR on the first laptop.
run admin session plan --title "Kecamatan Pamekasan" --unit KEC-04 --place "Pendopo Kecamatan Pamekasan" \
    --start "2023-11-17 01:15" --json >rencana.json
session=$(field session rencana.json)
for desk in meja-a meja-b; do
    run admin export --purpose news --for "$(field feed $desk-minta.json)" --out $desk-kabar.teken
    run $desk import $desk-kabar.teken
    run $desk session play "$here/sessions/$desk.json" --session "$session" --json >$desk.json
    echo "$desk: $(field signed $desk.json) tanda tangan, kode penutupan $(field close_code $desk.json)"
done

step "9. Laptop mengirim, pusat menggabungkan"
start_server
for desk in admin meja-a meja-b; do
    run $desk sync --server "$url" || fail "sync of $desk"
    run $desk queue --limit 1 --json >$desk-antrean.json
    same "menunggu di $desk" "$(field waiting $desk-antrean.json)" 0
done

# An office far away keeps what the log says now: a later log that does not continue it would be found out.
cp pusat/log.book.signed titik-periksa.txt

step "10. Flashdisk: berkas yang sama dua kali tidak mengubah apa pun"
run admin sync --server "$url"
run meja-a export --purpose book --open --out meja-a-semua.teken
run admin import meja-a-semua.teken --json >flashdisk.json
same "catatan baru dari flashdisk" "$(field stored flashdisk.json)" 0

step "11. Admin memutuskan: satu ganda, satu orang tambahan"
run admin conflicts --json >konflik.json
twice=$(sed -n 's/.*"conflicts":\[{"entries":\["\([0-9a-f]*\)".*/\1/p' konflik.json)
guest=$(sed -n 's/.*"added":\[{[^}]*"person":"\([0-9a-f]*\)".*/\1/p' konflik.json)
[ -n "$twice" ] || fail "expected one duplicate"
[ -n "$guest" ] || fail "expected one added person"
run admin decide "$twice" --reason "Orang yang sama, menandatangani di dua meja"
run admin match "$guest" --itself
run admin sync --server "$url"
run admin status --json >cakupan.json
run admin status
same "orang yang sudah" "$(field signed_persons cakupan.json)" 41

step "12. Pemeriksa: hanya salinan buku pusat dan sidik akar"
stop_server
cp pusat/server.book pemeriksa.book
"$ctl" audit pemeriksa.book --root "$root" || fail "the audit of an untouched book must end with 0"

step "13. Bukti lengkap: satu berkas, titik periksa dan kode penutup yang disimpan di tempat lain"
"$ctl" --book pusat/server.book evidence --open bukti.teken
"$ctl" audit bukti.teken --root "$root" --checkpoint titik-periksa.txt --close-code "$(field close_code meja-a.json)" \
    --html laporan.html --pdf laporan.pdf --json >lengkap.json || fail "the audit of the whole evidence must end with 0"
grep -q '"count":[1-9][0-9]*,"what":"completeness"' lengkap.json || fail "the whole log must vouch for completeness"
"$ctl" audit bukti.teken --root "$root" --checkpoint titik-periksa.txt --close-code "$(field close_code meja-a.json)"
run meja-a paper minutes --session "$session" --out berita-acara.pdf

step "14. Salinan yang diubah orang"
cp pemeriksa.book diubah.book
LC_ALL=C sed -i 's/"identified":"roster"/"identified":"rosten"/' diubah.book
! cmp -s pemeriksa.book diubah.book || fail "nothing was altered in the copy"
if "$ctl" audit diubah.book --root "$root" --findings 3 --json >diubah.json; then
    fail "the audit of an altered book must not end with 0"
fi
grep -q '"rule":"' diubah.json || fail "the audit of an altered book must name a finding"
"$ctl" audit diubah.book --root "$root" --findings 3 || true

step "15. Laptop ketiga, dengan sesi yang sedang berjalan: untuk dilihat di layar"
mkdir -p laptop
cp meja-a.sandi laptop/laptop.sandi
run laptop/laptop enrol request --name "Petugas Dinas Sosial (data tiruan)" --device PMK-017 --out laptop.minta
run admin officer certify laptop.minta --unit DINSOS
run admin enrol provision laptop.minta --out laptop-bekal.teken
run laptop/laptop enrol accept laptop-bekal.teken --root "$root"
run laptop/laptop session play "$here/sessions/layar.json"

step "Selesai"
echo "Semua berkas ada di $work:"
echo "  akar.book admin.book meja-a.book meja-b.book   buku otoritas, admin, dan dua laptop"
echo "  pusat/                                         peladen: buku, pengaturan, catatan kerja"
echo "  laptop/                                        laptop ketiga; kata sandinya di laptop/laptop.sandi"
echo "  bukti.teken titik-periksa.txt laporan.pdf      bukti lengkap, yang disimpan di luar, laporan pemeriksa"
echo "  berita-acara.pdf                               berita acara meja A"
echo "  pemeriksa.book diubah.book                     salinan pusat, dan salinan yang diubah"
echo "  sidik akar: $root"
