#!/bin/sh
# The story of packaging/demo, in a folder that is gone afterwards.
set -eu
project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$project/packaging/demo/story.sh" --bin "$1" --work "$work"
