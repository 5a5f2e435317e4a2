#!/usr/bin/env bash
# feelin (of bpmn-io): until eight in the morning it is still yesterday in China; what was handed in on 1 January 2019 at 7:59 is dated 2018-12-31.
#
# Versions: @bpmn-io/feelin 6.1.1; beside it feelin 8.2.0, of which it is a fork.
# One would guess: `date(from)` of a date and time is its date, as DMN has it, whatever its zone; so has `.day` of the same value, and `day of week`.
# Seen: the time is told anew in UTC and cut off there, so that 2019-01-01T07:59:00+08:00 gives 2018-12-31, with +08:00 as with @Asia/Shanghai, from a value as from a text. From eight
# o'clock on it is right; west of Greenwich the evening belongs to the next day. Where the clock of the machine is China's, a time without a zone goes the same way, and right
# where it is UTC's. There is no warning. feelin 8.2.0 has the date that is written.
# Why it matters: rules of decision (DMN) and forms ask so which day a paper came in and which law was in force; a law that holds from 1 January does not on its first morning, and
# it is the hour of the test that decides whether one sees it.
# Last seen 2026-11-30. Fails when this changes. Not in the README; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts @bpmn-io/feelin@6.1.1 feelin@8.2.0
cat >date.mjs <<'JS'
import { evaluate } from '@bpmn-io/feelin';
import { evaluate as evaluateBeside } from 'feelin';

const [seen, right] = ['2018-12-31', '2019-01-01'];
const inChina = process.env.TZ === 'Asia/Shanghai';
const cases = [
  ['string(date(date and time("2019-01-01T00:00:00+08:00")))', seen, right],
  ['string(date(date and time("2019-01-01T07:59:00+08:00")))', seen, right],
  ['string(date(date and time("2019-01-01T08:00:00+08:00")))', right, right],
  ['string(date(date and time("2019-01-01T07:59:00@Asia/Shanghai")))', seen, right],
  ['string(date("2019-01-01T07:59:00+08:00"))', seen, right],
  ['string(date(date and time("2018-12-31T20:00:00-05:00")))', right, seen],
  ['string(date(date and time("2019-01-01T07:59:00")))', inChina ? seen : right, right],
  ['date and time("2019-01-01T07:59:00+08:00").day', 1, 1],
  ['day of week(date and time("2019-01-01T07:59:00+08:00"))', 'Tuesday', 'Tuesday'],
  ['if date(date and time("2019-01-01T07:59:00+08:00")) >= date("2019-01-01") then "新法" else "旧法"', '旧法', '新法'],
];
console.log(`clock of the machine: ${process.env.TZ}`);
let isAsSeen = true;
for (const [expression, one, other] of cases) {
  const { value, warnings } = evaluate(expression, {});
  const beside = evaluateBeside(expression, {}).value;
  console.log(`  ${expression}\n    ${value}   beside it ${beside}   warnings: ${warnings.length}`);
  isAsSeen &&= value === one && beside === other && warnings.length === 0;
}
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
TZ=UTC node date.mjs
TZ=Asia/Shanghai node date.mjs
