#!/usr/bin/env bash
# Builds Bridge and runs every test, on a machine that has only the .NET 10 SDK. Works from any folder.
#
#   tools/test.sh                      everything: restore, build, format check, all test projects
#   tools/test.sh Model Rails          the named test projects only (without the format check)
#
# CI=true                 restore in locked mode: a lock file that does not fit is an error
# BRIDGE_TOOLS_DIR        where the tests keep tools they install for themselves (default .bridge/tools)
# BRIDGE_TEST_RESULTS     where the result files go (default .bridge/test-results)
#
# The last line is always "N passed, N failed". The exit code is 0 only when something passed and nothing
# failed, was skipped, or is missing.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export BRIDGE_TOOLS_DIR=${BRIDGE_TOOLS_DIR:-$root/.bridge/tools}
results=${BRIDGE_TEST_RESULTS:-$root/.bridge/test-results}
configuration=Release
passed=0
failed=0
problems=()

say() { printf '%s\n' "$*"; }

# Ends the script: what went wrong beside failed tests, then the counts alone on the last line.
finish() {
  if [ ${#problems[@]} -gt 0 ]; then
    say ''
    for problem in "${problems[@]}"; do say "problem: $problem"; done
  fi
  say ''
  say "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] && exit 0
  exit 1
}

# A problem counts as one failure, so that the last line never looks better than the run was.
problem() {
  problems+=("$*")
  failed=$((failed + 1))
}

stop() {
  problem "$*"
  finish
}

# Installs Debian or Ubuntu packages when this is allowed here; else names the one command that does.
install() {
  local why=$1
  shift
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    say "installing $* ($why)"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null ||
      stop "apt-get could not install $* ($why)"
  elif command -v apt-get >/dev/null; then
    stop "$why. Install it with: sudo apt-get install -y $*"
  elif command -v brew >/dev/null; then
    stop "$why. Install it with: brew install $(say "$@" | sed -e 's/libsqlite3-0/sqlite/' -e 's/nodejs npm/node/')"
  else
    stop "$why. Install with the package manager of this machine what Debian calls: $*"
  fi
}

has_sqlite() {
  [ "$(uname -s)" = Darwin ] && return 0
  { ldconfig -p || /sbin/ldconfig -p; } 2>/dev/null | grep -q 'libsqlite3\.so\.0' && return 0
  local folder
  for folder in /lib /lib64 /usr/lib /usr/lib64 /usr/local/lib "/usr/lib/$(uname -m)-linux-gnu"; do
    [ -e "$folder/libsqlite3.so.0" ] && return 0
  done
  return 1
}

# Runs one step with its output kept back unless it fails.
step() {
  local title=$1 log=$results/$2.log started=$SECONDS
  shift 2
  if "$@" >"$log" 2>&1; then
    say "$title: done in $((SECONDS - started)) s"
  else
    grep -E 'error|warn|Unable|fail' "$log" | sort -u | head -n 60 || true
    say "$title: FAILED after $((SECONDS - started)) s, full output in ${log#"$root"/}"
    return 1
  fi
}

# The value of one attribute of the Counters element of a result file.
counter() {
  sed -n "s/.*<Counters.* $2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1
}

run_project() {
  local name=$1 dll=tests/$1/bin/$configuration/net10.0/$1.dll trx=$results/$1.trx log=$results/$1.log started=$SECONDS
  dotnet test "$dll" --logger "trx;LogFileName=$trx" --results-directory "$results" \
    --blame-hang-timeout 10m --blame-hang-dump-type none >"$log" 2>&1
  local code=$? total executed good bad skipped
  if [ ! -f "$trx" ]; then
    tail -n 40 "$log"
    problem "$name wrote no results (exit code $code)"
    say "$name: NO RESULTS"
    return
  fi

  total=$(counter "$trx" total)
  executed=$(counter "$trx" executed)
  good=$(counter "$trx" passed)
  skipped=$((${total:-0} - ${executed:-0}))
  bad=$((${executed:-0} - ${good:-0}))
  passed=$((passed + ${good:-0}))
  failed=$((failed + bad))
  if [ "$bad" -gt 0 ] || [ "$code" -ne 0 ]; then sed -n '/\[FAIL\]/,$p' "$log" | head -n 200; fi
  say "$name: ${good:-0} passed, $bad failed, $skipped skipped in $((SECONDS - started)) s"
  if [ "${total:-0}" -eq 0 ]; then problem "$name holds no test"; fi
  if [ "$skipped" -gt 0 ]; then problem "$name skipped $skipped tests; a skipped test proves nothing"; fi
  if [ "$bad" -eq 0 ] && [ "$code" -ne 0 ] && [ "$skipped" -eq 0 ] && [ "${total:-0}" -gt 0 ]; then
    problem "$name ended with exit code $code although no test failed"
  fi
}

rm -rf "$results"
mkdir -p "$results" "$BRIDGE_TOOLS_DIR" || stop "cannot write to $results"

command -v dotnet >/dev/null || stop 'the .NET SDK is missing. Install .NET SDK 10: https://dotnet.microsoft.com/download/dotnet/10.0'
dotnet --version >/dev/null 2>&1 || stop "this .NET SDK is too old: global.json asks for 10.0, installed is: $(dotnet --list-sdks | tr '\n' ' ')"
has_sqlite || install 'the SQLite library (libsqlite3.so.0) keeps the run state' libsqlite3-0
{ command -v node && command -v npm; } >/dev/null || install 'Node and npm run Azurite, the blob storage of the tests' nodejs npm

projects=()
if [ $# -gt 0 ]; then
  for wanted in "$@"; do
    name=$wanted
    [ -d "tests/$name" ] || name=Bridge.$wanted.Tests
    [ -d "tests/$name" ] || stop "there is no test project $wanted; the projects are: $(cd tests && echo *.Tests)"
    projects+=("$name")
  done
else
  for project in tests/*.Tests; do projects+=("${project#tests/}"); done
fi

restore=(dotnet restore Bridge.sln)
[ "${CI:-}" = true ] && restore+=(--locked-mode)
step restore restore "${restore[@]}" || stop 'restore failed'
step build build dotnet build Bridge.sln -c "$configuration" --no-restore -v minimal || stop 'the build failed (warnings are errors)'
if [ $# -eq 0 ]; then
  step 'format check' format dotnet format Bridge.sln --verify-no-changes --no-restore ||
    problem 'the format check failed; mend it with: dotnet format Bridge.sln'
fi

for project in "${projects[@]}"; do run_project "$project"; done
finish
