import { CHINESE_DATES } from './dates.ts';
import { replaced } from './replaced.ts';
import words from './tasklist-words.json' with { type: 'json' };

const TABLE =
  /([\w$]+)=\{(en:\{language:"English",dateLocale:[\w$]+,translationFile:([\w$]+)\}(?:,\w+:\{language:"[^"]*",dateLocale:[\w$]+,translationFile:[\w$]+\})*)\}/;
const FORMAT = /\?"dd MMM yyyy - p":"dd MMM yyyy",\{locale:([\w$]+)\(\)\}/;
const WORD = /([\w$]+):("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)(?=[,}])/g;
const HOLE = /\{\{\w+\}\}|<\/?\d+>/g;

/**
 * Tasklist's main script with one language more: zh-CN, first in the list and what everybody sees who has
 * not chosen another one in the menu, whatever their browser's language. Undefined when the script has no
 * table of languages as known, or says other things than ours translates (another version of Tasklist).
 */
export function withChinese(script: string): string | undefined {
  const [, table, , english] = TABLE.exec(script) ?? [];
  const [, locale] = FORMAT.exec(script) ?? [];
  if (!table || !english || !locale) return undefined;
  if (!saysTheSame(englishWords(script, english), words)) return undefined;
  const chinese = `"zh-CN":{language:"简体中文",dateLocale:${CHINESE_DATES},translationFile:{translation:${JSON.stringify(words)}}}`;
  return replaced(script, [
    {
      pattern: TABLE,
      by: (_all, _table, languages) => `${table}={${chinese},${languages}}`,
    },
    {
      // The browser's language at the first visit (en-US) was kept like a choice; only the menu's own ids
      // (en, fr) are one.
      pattern: /order:\["localStorage","navigator"\],(?=lookupLocalStorage:"language",)/,
      by: () =>
        `order:["localStorage"],convertDetectedLanguage:e=>Object.hasOwn(${table},e)?e:"zh-CN",`,
    },
    {
      pattern: /fallbackLng:"en",(?=resources:)/,
      by: () => 'fallbackLng:["zh-CN","en"],',
    },
    {
      pattern: /([\w$]+)(?=\.use\([\w$]+\)\.use\([\w$]+\)\.init\(\{detection:)/,
      by: (i18n) => `${i18n}.on("languageChanged",e=>{document.documentElement.lang=e}),${i18n}`,
    },
    {
      pattern: FORMAT,
      by: () =>
        `?${locale}().dateTime||"dd MMM yyyy - p":${locale}().date||"dd MMM yyyy",{locale:${locale}()}`,
    },
    {
      // How long ago a message came up was always said in English.
      pattern: /(new Date\(([\w$]+)\)\.toISOString\(\)\):[\w$]+\(\2)\)/,
      by: (_all, call) => `${call},{locale:${locale}(),addSuffix:!0})`,
    },
  ]);
}

/** Tasklist's English words, from `name={translation:table}` and `table={key:"…",…}`, still quoted. */
export function englishWords(script: string, name: string): Record<string, string> {
  const end = new RegExp(`[ ,;]${literally(name)}=\\{translation:([\\w$]+)\\}`).exec(script);
  const start = end && new RegExp(`[ ,;]${literally(end[1] ?? '')}=\\{`).exec(script);
  const entries = start ? script.slice(start.index, end.index).matchAll(WORD) : [];
  return Object.fromEntries([...entries].map(([, key, text]) => [key, text]));
}

function saysTheSame(ones: Record<string, string>, others: Record<string, string>): boolean {
  const holes = (text = '') => String((text.match(HOLE) ?? []).sort());
  const keys = Object.keys(ones);
  return (
    keys.length === Object.keys(others).length &&
    keys.every((key) => key in others && holes(ones[key]) === holes(others[key]))
  );
}

function literally(name: string): string {
  return name.replaceAll('$', '\\$');
}
