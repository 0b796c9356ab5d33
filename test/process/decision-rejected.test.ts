import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { mailsOf } from './support/mail.ts';
import { fileAt } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

test('a project the leading group rejects ends there, and the applicant is told why', async () => {
  const project = await fileAt(world, 'Task_LeadingGroupDecision', anApplication());
  await project.finish('Task_LeadingGroupDecision', {
    outcome: 'reject',
    opinion: '与现有平台重复',
    decisionDocument: '九数领〔2031〕9号',
  });

  expect(await project.end()).toBe('End_DecisionRejected');
  const mails = await mailsOf(world, await project.id());
  expect(mails.map(({ purpose }) => purpose)).toEqual(['task-opened', 'decision-rejected']);
  expect(mails[1]?.to).toContain('jiaoyu@jiujiang.example');
  expect(mails[1]?.text).toContain('与现有平台重复');
  expect(mails[1]?.text).toContain('九数领〔2031〕9号');
});
