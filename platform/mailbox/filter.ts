import { z } from 'zod';
import type { StoredMail } from './mail.ts';

const part = z.string('只能给出一次').max(200, '不能超过 200 个字').trim().optional();

/** What the list may be narrowed to: parts of an address and of the subject, letter case ignored. */
export const filterSchema = z.strictObject(
  { to: part, subject: part },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `不认识的参数：${issue.keys.join('、')}` : undefined,
  },
);

export type Filter = z.output<typeof filterSchema>;

export function matching(mails: readonly StoredMail[], { to, subject }: Filter): StoredMail[] {
  return mails.filter(
    (mail) =>
      (!to || [...mail.to, ...mail.cc, ...mail.recipients].some((one) => contains(one, to))) &&
      contains(mail.subject, subject),
  );
}

function contains(text: string, part = ''): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}
