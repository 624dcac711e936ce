#!/usr/bin/env bash
# How many events of each type there are: count-by-type.sh [broker]
set -euo pipefail
for topic in catalogue stock order payment member; do
  kcat -b "${1:-127.0.0.1:9092}" -C -t "shop.$topic.v1" -X isolation.level=read_committed -o beginning -e -q -f '%h\n'
done | grep -o 'ce_type=[^,]*' | cut -d= -f2 | sort | uniq -c
