import { expect, test } from '@jest/globals';
import { chineseScript, isKnownTasklist } from '../../../gateway/chinese/scripts.ts';
import words from '../../../gateway/chinese/tasklist-words.json' with { type: 'json' };

const NAMES = /Camunda|JSON/g;

test('no word of ours is English, but for names, formats of dates and places to fill', () => {
  const english = Object.entries(words).filter(
    ([key, text]) =>
      !key.startsWith('relativeDate') &&
      key !== 'globalWrittenCalendarDateFormat' &&
      /[A-Za-z]/.test(text.replace(/\{\{\w+\}\}/g, '').replace(NAMES, '')),
  );
  expect(english).toEqual([]);
});

test('a script of another name, or of a known name with something else in it, is none of the known ones', () => {
  expect(chineseScript('index-unknown.js', '"Clear filter"')).toBeUndefined();
  expect(chineseScript('Tag-CKH0-7Ut.js', 'title:y="Remove filter"')).toBeUndefined();
  expect(chineseScript('Tag-CKH0-7Ut.js', 'title:y="Clear filter"')).toBe('title:y="清除筛选"');
});

test('a page is known by its main script', () => {
  const page = (name: string) => `<script type="module" src="./assets/${name}"></script>`;
  expect(isKnownTasklist(page('index-DgxKnUTT.js'))).toBe(true);
  expect(isKnownTasklist(page('index-AAAAAAAA.js'))).toBe(false);
});
