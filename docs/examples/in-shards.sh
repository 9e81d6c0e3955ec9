#!/bin/sh
# Checks many clinics in shards on all cores: a clinic's month each.
#
#   in-shards.sh FOLDER RESULTS
#
# FOLDER holds CLINIC/...2026-03-03....encounter: the first folder is the clinic, and each path has its date.
# RESULTS gets one ndjson file a shard, one line a file; RESULTS/repeated gets the notes repeated across months.
# Any engine that sorts and groups by a key can stand in for sort and awk, and any queue for xargs.
set -eu
encounter=${ENCOUNTER:-encounter}
export encounter
mkdir -p "$2/lists" "$2/repeated"
results=$(cd "$2" && pwd)
export results
cd "$1"

# Key and path, sorted by key; then a list of paths for each key.
find . -name '*.encounter' | sed 's,^\./,,' |
  awk '{ clinic = $0; sub(/\/.*/, "", clinic)
         if (!match($0, /[0-9][0-9][0-9][0-9]-[0-9][0-9]/)) next
         print clinic "." substr($0, RSTART, RLENGTH) "\t" $0 }' |
  LC_ALL=C sort |
  awk -F '\t' -v lists="$results/lists" '
    $1 != key { if (key != "") close(list); key = $1; list = lists "/" key; printf "" > list }
    { print $2 >> list }'

# A run ends with 1 where it finds errors: that is no failure.
cores=$(getconf _NPROCESSORS_ONLN)
ls "$results/lists" | xargs -P "$cores" -I KEY sh -c '
  $encounter check --format ndjson --files-from "$results/lists/KEY" > "$results/KEY.ndjson" || [ $? -eq 1 ]'

# Notes are compared with those of earlier dates, whatever the month: all files of a clinic that have groups, together.
for clinic in */; do
  clinic=${clinic%/}
  find "$clinic" -name '*.encounter' -exec grep -liw group {} + |
    $encounter check --format ndjson --files-from - |
    grep '"rule":"cloned-note"' > "$results/repeated/$clinic.ndjson" || true
done
