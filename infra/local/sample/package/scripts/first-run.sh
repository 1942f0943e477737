#!/usr/bin/env bash
# Waits until the web application answers, and opens the first page of the journal.
set -euo pipefail

for attempt in $(seq 1 30); do
  if curl --fail --silent --output /dev/null "${SITE_URL}health"; then
    curl --fail --silent --request POST "${SITE_URL}journal/pages"
    exit 0
  fi
  echo "attempt ${attempt}: ${SITE_URL} does not answer yet"
  sleep 10
done
echo "${SITE_URL} did not answer within five minutes" >&2
exit 1
