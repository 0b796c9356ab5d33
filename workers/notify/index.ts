import { z } from 'zod';
import type { CaseFacts } from '../../law/directory/index.ts';
import { PermanentError } from '../../law/errors.ts';
import { caseSchema, onRecord, scopeOf } from '../case.ts';
import { defineHandler } from '../define-handler.ts';
import type { Deps } from '../handler.ts';

const contactSchema = z.object({
  application: z.object({ contact: z.object({ email: z.email() }) }),
});

/**
 * Sends one notice to bodies: puts it into the outbox, from where it is delivered however long the mail server is away.
 * Its template sees the job's variables, `rejections`, the proceeding's decisions that rejected the project, and
 * `ownerDelay`, the working days its owner was late when that was last referred (Art. 27).
 *
 * @throws PermanentError `unknown-notice`, `no-address`
 */
export const notify = defineHandler({
  type: 'notify',
  input: caseSchema.extend({
    template: z.string(),
    to: z.array(z.string()).min(1),
    cc: z.array(z.string()).default([]),
  }),
  handle: async (variables, job, { records, directory, notices }) => {
    const input = await onRecord(variables, job, records);
    const { application, projectId, template } = input;
    const to = addresses(input.to, application, directory);
    // The applicant's own contact also covers a unit that is not in the directory.
    const contact = contactSchema.safeParse(input);
    if (contact.success && input.to.includes('项目应用单位')) {
      to.push(contact.data.application.contact.email);
    }
    if (to.length === 0) {
      throw new PermanentError(
        'no-address',
        `通知“${template}”没有收件地址：请在 config/organization.yaml 中补充 ${input.to.join('、')} 的邮箱后重试。`,
      );
    }
    const cc = addresses(input.cc, application, directory).filter(
      (address) => !to.includes(address),
    );
    // A called process that ends in an error takes its variables with it; the records know why it did.
    const { history, referredDelay } = await records.past(scopeOf(input, job));
    const rejections = history.filter(
      ({ outcome, decidesExtension }) => outcome === 'reject' && !decidesExtension,
    );
    // Counted in a called process, so that the caller's own variable may be missing or old.
    const ownerDelay = referredDelay ?? input.ownerDelay;
    await records.queueMessages([
      {
        id: `${template}-${job.jobKey}`,
        projectId,
        purpose: template,
        to: [...new Set(to)],
        cc: [...new Set(cc)],
        ...notices.render(job.processId, template, { ...input, ownerDelay, rejections }),
      },
    ]);
    return {};
  },
});

function addresses(bodies: string[], facts: CaseFacts, directory: Deps['directory']): string[] {
  return bodies.flatMap((body) => directory.addressOf(body, facts));
}
