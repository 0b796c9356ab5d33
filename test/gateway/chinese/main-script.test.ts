import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { withChinese } from '../../../gateway/chinese/main-script.ts';
import words from '../../../gateway/chinese/tasklist-words.json' with { type: 'json' };

/** A script in the shape of Tasklist's: the parts that are looked for, around words that say where they are. */
function scriptWith(english: Record<string, string>): string {
  const table = Object.entries(english).map(([key, text]) => `${key}:${JSON.stringify(text)}`);
  return [
    `const seen={};const hI={${table}},p$={translation:hI},gI={translation:{}};`,
    'const sh={code:"en"},n3={code:"fr"};',
    'const Xl={en:{language:"English",dateLocale:sh,translationFile:p$},fr:{language:"Français",dateLocale:n3,translationFile:gI}},i3=()=>Xl[seen.language].dateLocale;',
    'const SR=(e,t,n)=>[t,n.locale.code],TR=e=>e;const a3=(e,t=!0)=>SR(TR(e),t?"dd MMM yyyy - p":"dd MMM yyyy",{locale:i3()});',
    'const xR=(e,t)=>t;function qb(e){return e>0?a3(new Date(e).toISOString()):xR(e)}',
    'const Dt={use:()=>Dt,on:(e,t)=>(seen[e]=t,Dt),init:e=>{seen.options=e}},_x={},y3={};',
    'const Kz={order:["localStorage","navigator"],lookupLocalStorage:"language",caches:[]};',
    'function Yz(){Dt.use(_x).use(y3).init({detection:Kz,fallbackLng:"en",resources:Xl})}Yz();',
    '({seen,languages:Xl,formatDate:a3,relativeDate:qb})',
  ].join('');
}

function run(script: string | undefined) {
  const document = { documentElement: { lang: 'en' } };
  return { document, ...runInNewContext(script ?? '', { document }) };
}

describe('with Chinese, a script', () => {
  test('offers it before the other languages, with all our words', () => {
    const { languages } = run(withChinese(scriptWith(words)));
    expect(Object.keys(languages)).toEqual(['zh-CN', 'en', 'fr']);
    expect({ ...languages['zh-CN'].translationFile.translation }).toEqual(words);
  });

  test('takes what was chosen in the menu, and Chinese for everything else', () => {
    const { detection, fallbackLng } = run(withChinese(scriptWith(words))).seen.options;
    expect([...detection.order]).toEqual(['localStorage']);
    expect(['fr', 'en', 'en-US', 'zh'].map(detection.convertDetectedLanguage)).toEqual([
      'fr',
      'en',
      'zh-CN',
      'zh-CN',
    ]);
    expect([...fallbackLng]).toEqual(['zh-CN', 'en']);
  });

  test('says its language to the page', () => {
    const { seen, document } = run(withChinese(scriptWith(words)));
    seen.languageChanged('zh-CN');
    expect(document.documentElement.lang).toBe('zh-CN');
  });

  test('writes dates as the language does, and other languages as before', () => {
    const { seen, formatDate, relativeDate } = run(withChinese(scriptWith(words)));
    seen.language = 'zh-CN';
    expect([...formatDate('')]).toEqual(['yyyy年M月d日 p', 'zh-CN']);
    expect([...formatDate('', false)]).toEqual(['yyyy年M月d日', 'zh-CN']);
    expect(relativeDate(0)).toMatchObject({ locale: { code: 'zh-CN' }, addSuffix: true });
    seen.language = 'fr';
    expect([...formatDate('')]).toEqual(['dd MMM yyyy - p', 'fr']);
  });
});

const { headerLogOutLabel: _gone, ...fewer } = words;
test.each([
  ['has no table of languages', 'const a=1;'],
  ['has a word less', scriptWith(fewer)],
  ['has a word more', scriptWith({ ...words, somethingNew: 'New' })],
  ['fills a place more', scriptWith({ ...words, headerLogOutLabel: 'Log {{name}} out' })],
  ['chooses the language in another way', scriptWith(words).replace('"navigator"', '"cookie"')],
  ['writes dates in another way', scriptWith(words).replace('"dd MMM yyyy - p"', '"PPp"')],
])('a script that %s is none of the known ones', (_what, script) => {
  expect(withChinese(script)).toBeUndefined();
});
