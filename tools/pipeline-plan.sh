#!/usr/bin/env bash
# The dry run of a migration inside a pipeline: reads both sides, plans, and shows the plan. It sends nothing to the target.
#
#   tools/pipeline-plan.sh <bridge> <migration folder> <output folder>
#
# Sets the output variable planHash, puts the summary on the page of the run and leaves the whole report in the output
# folder. Ends with the exit code of 'bridge plan': 2 when findings block it.
set -euo pipefail

bridge=${1:?path of bridge}
migration=${2:?folder of the migration}
out=${3:?output folder}

chmod +x "$bridge"
mkdir -p "$out"
"$bridge" doctor --dir "$migration"
"$bridge" extract --dir "$migration"

code=0
"$bridge" plan --dir "$migration" --json >"$out/plan.json" || code=$?
hash=$(sed -n 's/^.*"plan": *"\([0-9a-f]\{64\}\)".*$/\1/p' "$out/plan.json" | head -n 1)
if [ -z "$hash" ]; then
  cat "$out/plan.json"
  exit "$((code == 0 ? 1 : code))"
fi

cp "$migration/reports/${hash:0:12}/"dry-run.* "$out/"
cat "$out/dry-run.md"
echo "##vso[task.uploadsummary]$out/dry-run.md"
echo "##vso[task.setvariable variable=planHash;isOutput=true]$hash"
exit "$code"
