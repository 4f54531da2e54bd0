#!/bin/sh
# Installs what is missing, builds everything and runs every test, on a fresh Debian 12 or 13, as root or with
# sudo. Three builds: the whole project, core and sync under ASan and UBSan, the threaded tests under TSan.
#
#   packaging/test.sh [--quick] [--no-setup] [--build FOLDER] [--jobs N] [-- CTEST-OPTIONS]
#
#   --quick      the whole project only, without the two sanitizer builds
#   --no-setup   assume that everything is installed
#   --build      where to build (default: build beside this project's CMakeLists.txt)
#   --jobs       at once (default: number of processors)
#   --           the rest goes to ctest, for example: -- -R unit_core_entry
#
# Ends with 0 only if every test of every build passed. The logs stay in the build folder.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
project=$(dirname "$here")
build=$project/build
quick=no setup=yes jobs=$(nproc 2>/dev/null || echo 2)

die() {
    printf 'test: %s\n' "$*" >&2
    exit 1
}

while [ $# -gt 0 ]; do
    case $1 in
        --quick) quick=yes ;;
        --no-setup) setup=no ;;
        --build | --jobs)
            [ $# -ge 2 ] || die "$1 needs a value"
            if [ "$1" = --build ]; then build=$2; else jobs=$2; fi
            shift
            ;;
        --)
            shift
            break
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
if [ $setup = yes ]; then "$here/setup.sh" --deps "$build/deps"; fi
mkdir -p "$build"

# The same everywhere: no display, no time zone, no language of the machine.
run_time=$(mktemp -d)
trap 'rm -rf "$run_time"' EXIT
trap 'exit 130' INT TERM
chmod 700 "$run_time"
export QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software XDG_RUNTIME_DIR="$run_time" LC_ALL=C.UTF-8 TZ=UTC
unset DISPLAY WAYLAND_DISPLAY
# One more than processors: some tests wait for windows, servers and disks.
export CTEST_PARALLEL_LEVEL="$((jobs + 1))" CTEST_OUTPUT_ON_FAILURE=1
export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1:check_initialization_order=1
export UBSAN_OPTIONS=print_stacktrace=1
export TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1

launcher=
if command -v ccache >/dev/null; then
    export CCACHE_BASEDIR="$project" CCACHE_NOHASHDIR=1
    launcher=-DCMAKE_CXX_COMPILER_LAUNCHER=ccache
fi

failed=
summary=
# $1: name, $2: folder, $3: ninja target, $4: ctest label or empty; the rest: options for cmake, then for ctest
# after a "--".
play() {
    name=$1 folder=$2 target=$3 label=$4
    shift 4
    begun=$(date +%s)
    log=$folder.log
    mkdir -p "$folder"
    printf '\n== %s ==\n' "$name"
    options=
    while [ $# -gt 0 ] && [ "$1" != -- ]; do
        options="$options $1"
        shift
    done
    [ $# -eq 0 ] || shift
    # shellcheck disable=SC2086
    if ! cmake -S "$project" -B "$folder" -G Ninja $launcher -DTEKEN_HTTPLIB_DIR="$httplib" $options >"$log" 2>&1; then
        cat "$log" >&2
        die "$name: cmake failed; the message is above and in $log"
    fi
    if ! cmake --build "$folder" --target "$target" -j "$jobs" >>"$log" 2>&1; then
        grep -v '^\[[0-9]*/[0-9]*\] [A-Z][a-z]* ' "$log" | tail -n 60 >&2
        die "$name: the build failed; the whole log is $log"
    fi
    built=$(date +%s)
    status=passed
    # Without a choice of the caller's, no test at all is a failure too.
    if [ $# -eq 0 ]; then set -- --no-tests=error; fi
    if [ -n "$label" ]; then set -- -L "$label" "$@"; fi
    (cd "$folder" && ctest "$@") >"$folder.tests.log" 2>&1 || status=FAILED
    if [ $status = FAILED ]; then
        failed="$failed $name"
        grep -v -E '^ *[0-9]+/[0-9]+ Test .* Passed|^ *Start +[0-9]+:' "$folder.tests.log" | tail -n 200 >&2
    else
        grep -E 'tests passed|\(Skipped\)|Total Test time' "$folder.tests.log" || true
    fi
    counts=$(grep -E 'tests passed' "$folder.tests.log" || echo "no closing line")
    # A process may have played many tests: GoogleTest says of each how it ended.
    played=$(grep -a -c '^\[       OK \]' "$folder/Testing/Temporary/LastTest.log" || true)
    [ "${played:-0}" -eq 0 ] || counts="$counts, $played tests of GoogleTest"
    summary="$summary
$name: $status: $counts (build $((built - begun)) s, tests $(($(date +%s) - built)) s)"
}

httplib=
if [ -f "$build/deps/httplib/httplib.h" ]; then httplib=$build/deps/httplib; fi

play "all tests" "$build/test" all "" -DCMAKE_BUILD_TYPE=RelWithDebInfo \
    "-DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O1" -DTEKEN_TESTS=ON -DTEKEN_UNITY=ON -- "$@"
if [ $quick = no ]; then
    # Sanitizers look for what memory does, not for rare worlds: the plain build plays those.
    export TEKEN_PROPERTY_CASES=200
    # Whole executables, in two shares each, but for a caller who wants certain tests.
    shards=2
    [ $# -eq 0 ] || shards=0
    play "address and undefined behaviour" "$build/asan" sanitized_tests 'sanitized|threaded' -DCMAKE_BUILD_TYPE=Debug \
        "-DCMAKE_CXX_FLAGS_DEBUG=-O1" -DTEKEN_SANITIZE=address -DTEKEN_TEST_SHARDS=$shards \
        -DTEKEN_APP=OFF -DTEKEN_TESTS=ON -DTEKEN_UNITY=ON -- "$@"
    play "threads" "$build/tsan" threaded_tests threaded -DCMAKE_BUILD_TYPE=Debug \
        "-DCMAKE_CXX_FLAGS_DEBUG=-O1" -DTEKEN_SANITIZE=thread -DTEKEN_TEST_SHARDS=$shards \
        -DTEKEN_APP=OFF -DTEKEN_TESTS=ON -DTEKEN_UNITY=ON -- "$@"
fi

printf '\n== closing ==%s\n' "$summary"
[ -z "$failed" ] || die "failed:$failed; see $build/*.tests.log"
