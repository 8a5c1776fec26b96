#!/usr/bin/env bash
# Applies, inside a pipeline, exactly the plan whose dry run a person has read there.
#
#   tools/pipeline-apply.sh <bridge> <migration folder> <plan hash> <approver>
#
# What cannot be undone and what is lost is accepted only where the variables BRIDGE_ACCEPT_IRREVERSIBLE and
# BRIDGE_ACCEPT_LOSSES name it: kinds and codes, separated by spaces, or all. Exit code 5 of 'bridge apply' means that
# people or partners are next; the stage then ends well with a warning, and the worker or 'bridge resume' goes on.
# BRIDGE_PROGRAM_NAME is the target program's name, as 'bridge doctor' prints it: a program of another name is not written to.
# BRIDGE_CANARY is the number of partners to begin with; the first write to a program needs one.
set -euo pipefail

bridge=${1:?path of bridge}
migration=${2:?folder of the migration}
hash=${3:?hash of the plan, from the dry run}
approver=${4:?name of the approver}

accepted=()
for kind in ${BRIDGE_ACCEPT_IRREVERSIBLE:-}; do accepted+=(--accept-irreversible "$kind"); done
for code in ${BRIDGE_ACCEPT_LOSSES:-}; do accepted+=(--accept-loss "$code"); done

chmod +x "$bridge"
"$bridge" approve "$hash" --dir "$migration" --as "$approver" --valid-for 24h ${accepted[@]+"${accepted[@]}"}

code=0
"$bridge" apply "$hash" --dir "$migration" --program-name "${BRIDGE_PROGRAM_NAME:?name of the target program}" ${BRIDGE_CANARY:+--canary "$BRIDGE_CANARY"} || code=$?
if [ "$code" -eq 5 ]; then
  "$bridge" tasks --dir "$migration"
  echo '##vso[task.logissue type=warning]People or partners are next: see the tasks above. The run goes on with bridge resume.'
  echo '##vso[task.complete result=SucceededWithIssues;]'
  exit 0
fi

[ "$code" -eq 0 ] || exit "$code"
if [ -n "${BRIDGE_CANARY:-}" ]; then
  echo '##vso[task.logissue type=warning]The first partners were read back and are as planned. bridge resume goes on with everybody else.'
  exit 0
fi

"$bridge" verify latest --dir "$migration"
