#!/usr/bin/env bash
# Publishes the command line and the worker as programs that need no .NET on the machine they run on.
#
#   tools/publish.sh linux-x64 out     gives out/cli/bridge and out/worker/Bridge.Worker
set -euo pipefail

runtime=${1:?runtime, for example linux-x64}
out=$(mkdir -p "${2:?folder to publish to}" && cd "$2" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The lock files speak of every machine; a runtime adds its own packages, so this restore is not a locked one.
for program in cli:src/Bridge.Cli worker:src/Bridge.Worker; do
  CI=false dotnet publish "${program#*:}" -c Release -r "$runtime" --self-contained -o "$out/${program%%:*}" \
    -p:RestorePackagesWithLockFile=false -v quiet
done
