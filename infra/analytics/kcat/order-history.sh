#!/usr/bin/env bash
# What happened to one order, in order: order-history.sh <order id> [broker]
set -euo pipefail
kcat -b "${2:-127.0.0.1:9092}" -C -t shop.order.v1 -X isolation.level=read_committed -o beginning -e -q -f '%k %h %s\n' |
  grep "^$1 " | sed 's/^[^ ]* .*ce_type=\([^,]*\),.* {/\1 {/'
