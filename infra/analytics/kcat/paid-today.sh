#!/usr/bin/env bash
# What was paid since midnight (UTC), in fen: paid-today.sh [broker]
set -euo pipefail
kcat -b "${1:-127.0.0.1:9092}" -C -t shop.order.v1 -X isolation.level=read_committed -q -e \
  -o "s@$(date -u -d 'today 00:00' +%s)000" -f '%h %s\n' |
  awk '/ce_type=shop.order.OrderPaid,/ && match($0, /"amount":[0-9]+/) {
         sum += substr($0, RSTART + 9, RLENGTH - 9)
       }
       END { print sum + 0 }'
