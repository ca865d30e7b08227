#!/usr/bin/env bash
# Writes down what the libraries' public members are now: PublicAPI.Unshipped.txt beside each project. Look at the difference
# before committing it: a line that disappears is somebody's broken build.
set -euo pipefail
cd "$(dirname "$0")"
options=(-f net10.0 -tl:off -clp:NoSummary -v:q -p:TreatWarningsAsErrors=false)
log=$(mktemp)
trap 'rm -f "$log"' EXIT

dotnet build TwelveLabs.AspNetCore "${options[@]}" > "$log" || { cat "$log"; exit 1; }
for project in LongRun TwelveLabs.Client TwelveLabs.AspNetCore; do
  # Only what is compiled is judged, and what has not changed is not compiled: so this project anew, and it alone.
  dotnet build "$project" --no-restore --no-dependencies --no-incremental "${options[@]}" > "$log" || { cat "$log"; exit 1; }
  said() { sed -nE "s/^.*warning $1: Symbol '(.*)' is (not )?part of the declared( public)? API.*$/\1/p" "$log" | LC_ALL=C sort -u; }

  list=$project/PublicAPI.Unshipped.txt
  members=$({ tail -n +2 "$list"; said RS0016; } | LC_ALL=C sort -u | grep -vxFf <(said RS0017) || true)
  printf '#nullable enable\n%s\n' "$members" > "$list"
done
