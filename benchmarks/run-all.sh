#!/bin/sh
# Measures everything and prints the tables, as Markdown. Takes about an hour; keep the machine quiet meanwhile.
# Takes the number of rounds of everything but cold starts, three unless told.
set -eu
cd "$(dirname "$0")"
rounds=${1:-3}

[ -f target/benchmarks.jar ] || (cd .. && ./mvnw -q -DskipTests -pl benchmarks -am package)

measure() {
    main=$1
    shift
    java -cp target/benchmarks.jar "app.cerniq.benchmarks.$main" "$@"
}

printf '## Decisions\n\n'
measure decisions.DecisionRatios "$rounds"
printf '\n## Cold start\n\n'
measure coldstart.ColdStart 15
printf '\n## Committed transitions\n\n'
measure transitions.CommittedTransitions "$rounds" 10
printf '\n## Goods held and given back\n\n'
measure reservations.CommittedReservations "$rounds" 10
printf '\n## Sweep of what has expired\n\n'
measure sweep.ExpirySweep "$rounds"
printf '\n## Cost by age of the tables\n\n'
measure reservations.AgeCurve "$rounds"
printf '\n## Events drained\n\n'
measure drain.EventDrain "$rounds"
printf '\n## Finding goods\n\n'
measure search.SearchLatency 10000 100000 600
printf '\n## The text gate on PostgreSQL\n\n'
measure guardrail.GateLatency
