#!/bin/sh
# Checks the document with Spectral. Needs Node.js; nothing else in the repository does.
# Any error, any warning and any hint fails it.
set -eu
cd "$(dirname "$0")"
exec npx --yes @stoplight/spectral-cli@6.16.3 lint --fail-severity=hint --display-only-failures=false \
  --ruleset .spectral.yaml ./*.openapi.yaml
