import { expect, test } from '@jest/globals';
import { messageIdOf } from '../../../workers/mail/message-id.ts';

test('is made of the id and the host', () => {
  expect(messageIdOf('2251799813685400.start-notice', 'jiujiang.example')).toBe(
    '<2251799813685400.start-notice@jiujiang.example>',
  );
});

test('holds only what a Message-ID may hold, and stays different for different ids', () => {
  const ids = ['a:b', 'a;b', 'a b', 'a(b)', 'a<b>', '启动通知', 'a@b', 'a%3Ab'];
  const made = ids.map((id) => messageIdOf(id, 'x.example'));
  for (const messageId of made)
    expect(messageId).toMatch(/^<[\w!#$%&'*+\-/=?^`{|}~.]+@x\.example>$/);
  expect(new Set(made).size).toBe(ids.length);
});
