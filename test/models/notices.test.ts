import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { noticesIn } from '../../models/notices.ts';

let folder: string;
const write = (place: string, text: string) => {
  const file = join(folder, place);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
};
const render = (name: string, view = {}, processId = 'stage') =>
  noticesIn(folder).render(processId, name, view);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'notices-'));
  write('secret.txt', '主题: 不应读到\n');
  write('common/notices/common.txt', '主题: 通用 {{name}}\n\n正文 {{name}}\n');
  write('common/notices/both.txt', '主题: 通用\n');
  write('project-application/notices/both.txt', '主题: 从前的通用\n');
  write('project-application/notices/old.txt', '主题: 从前的通用\n');
  write('stage/notices/both.txt', '主题: 本流程\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the first line is the subject, the rest the text', () => {
  expect(render('common', { name: '智慧校园' })).toEqual({
    subject: '通用 智慧校园',
    text: '正文 智慧校园',
  });
});

test("a process's own template comes before the common one", () => {
  expect(render('both').subject).toBe('本流程');
  expect(render('both', {}, 'other').subject).toBe('通用');
});

test('a data folder of an earlier release has its common templates where they were then', () => {
  expect(render('old').subject).toBe('从前的通用');
});

test('an edit counts at once', () => {
  write('stage/notices/edited.txt', '主题: 旧\n');
  const notices = noticesIn(folder);
  expect(notices.render('stage', 'edited', {}).subject).toBe('旧');
  write('stage/notices/edited.txt', '主题: 新\n');
  expect(notices.render('stage', 'edited', {}).subject).toBe('新');
});

test("a file as Windows' editor saves it reads the same", () => {
  write('stage/notices/windows.txt', '\uFEFF主题：通知 {{name}}\r\n\r\n正文\r\n');
  expect(render('windows', { name: '甲' })).toEqual({ subject: '通知 甲', text: '正文' });
});

describe('what people entered', () => {
  test('cannot break the subject into lines or push itself into the text', () => {
    const name = '智慧\r\nBcc: thief@x.example\u2028校园\u0000';
    const { subject, text } = render('common', { name });
    expect(subject).toBe('通用 智慧 Bcc: thief@x.example 校园');
    expect(text).toBe(`正文 ${name}`.trim());
  });

  test('stays text when it is HTML', () => {
    const name = '<script>alert("1")</script> & <b>';
    expect(render('common', { name })).toEqual({ subject: `通用 ${name}`, text: `正文 ${name}` });
  });

  test('is not taken for a template', () => {
    expect(render('common', { name: '{{secret}}', secret: '机密' }).subject).toBe(
      '通用 {{secret}}',
    );
  });
});

describe('a name', () => {
  test.each(['missing', '../../secret', 'notices/common', '..', '', 'common.txt', 'COMMON'])(
    '"%s" finds no template',
    (name) => {
      expect(() => render(name)).toThrow(
        expect.objectContaining({ code: 'unknown-notice', name: 'PermanentError' }),
      );
    },
  );
});

test('a template with a fault is an incident that names it', () => {
  write('stage/notices/faulty.txt', '主题: 通知\n{{#open}} 没有结束\n');
  expect(() => render('faulty')).toThrow(
    expect.objectContaining({ code: 'bad-notice', message: expect.stringContaining('“faulty”') }),
  );
});
