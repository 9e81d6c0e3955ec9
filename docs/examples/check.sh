#!/bin/sh
# What a build server runs: errors fail the build, warnings up to a limit do not, and the findings are kept as SARIF.
# Usage: check.sh FOLDER [REPORT]
set -eu
encounter=${ENCOUNTER:-encounter}
folder=${1:-.}
report=${2:-encounter.sarif}
format=text
[ -z "${GITHUB_ACTIONS:-}" ] || format=github

# The report first: it is wanted most where the check fails.
$encounter check --format sarif "$folder" >"$report" || true
$encounter check --format "$format" --max-warnings "${MAX_WARNINGS:-1000000}" "$folder"
