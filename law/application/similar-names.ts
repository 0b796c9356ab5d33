import { distance } from 'fastest-levenshtein';

const NUMERAL = '[一二三四五六七八九十\\dⅰ-ⅹivx]+';
const PHASE = new RegExp(
  `第?${NUMERAL}(?:期|批次?|阶段|标段|部分|分包|包)|(?:首|后续|分)期|v?\\d+(?:\\.\\d+)*|(?<![a-z])[ivx]+(?![a-z])|[ⅰ-ⅹ]`,
  'g',
);
/** Words that nearly every project's name has; they make two names no more alike. */
const COMMON = /九江市?|项目|工程|建设|采购|购买服务|新建|改建|扩建|改造|升级|迁移/g;
const MARKS = /[\s\p{P}\p{S}]/gu;

/** From this share of equal characters on two names are suspected to be one project. */
const ALIKE = 0.8;

/**
 * Whether two project names differ only in phase, number or wording (Art. 11). A suspicion, not a finding:
 * the applicant can explain and a person decides.
 */
export function namesAlike(one: string, other: string): boolean {
  const [a, b] = [knownCore(one), knownCore(other)];
  const longest = Math.max(a.length, b.length);
  return longest > 0 && 1 - distance(a.text, b.text) / longest >= ALIKE;
}

type Core = { text: string; length: number };

// A unit's open projects are compared with each of its applications: thousands of names, the same ones each time.
const known = new Map<string, Core>();
const MOST_KNOWN = 50_000;

function knownCore(name: string): Core {
  const found = known.get(name);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const text = core(name);
  const made = { text, length: [...text].length };
  known.set(name, made);
  return made;
}

/** What a name is about. A name of nothing but common words is compared as it is. */
function core(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase();
  const essence = plain.replace(PHASE, '').replace(COMMON, '').replace(MARKS, '');
  return essence || plain.replace(MARKS, '');
}
