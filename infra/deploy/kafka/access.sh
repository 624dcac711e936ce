#!/usr/bin/env bash
# Makes the users and says what each may do; the same rules as in ../kubernetes/kafka-users.yaml. May be run again.
set -euo pipefail
BROKER=${BROKER:-127.0.0.1:9094}
BIN=${KAFKA_BIN:-/opt/kafka/bin}

user() {
  "$BIN/kafka-configs.sh" --bootstrap-server "$BROKER" --alter --entity-type users --entity-name "$1" \
    --add-config "SCRAM-SHA-512=[password=$2]"
}

may() {
  local who=$1; shift
  "$BIN/kafka-acls.sh" --bootstrap-server "$BROKER" --add --allow-principal "User:$who" "$@"
}

until "$BIN/kafka-broker-api-versions.sh" --bootstrap-server "$BROKER" > /dev/null 2>&1; do sleep 1; done

user analyst "$ANALYST_PASSWORD"
may analyst --operation Describe --operation Read --topic shop. --resource-pattern-type prefixed
may analyst --operation Describe --operation Read --group analytics- --resource-pattern-type prefixed

user analytics-job "$JOB_PASSWORD"
may analytics-job --operation Describe --operation Read --topic shop. --resource-pattern-type prefixed
may analytics-job --operation All --topic analytics --resource-pattern-type prefixed
may analytics-job --operation All --group analytics- --resource-pattern-type prefixed
may analytics-job --operation All --transactional-id analytics- --resource-pattern-type prefixed

user command-side "$COMMAND_PASSWORD"
may command-side --operation Create --operation Describe --operation Read --operation Write --topic '*'
may command-side --operation Describe --operation Write --transactional-id qingdan- --resource-pattern-type prefixed

user query-side "$QUERY_PASSWORD"
may query-side --operation Describe --operation Read --topic shop. --resource-pattern-type prefixed
may query-side --operation Describe --operation Read --group query. --resource-pattern-type prefixed
