import { expect, test } from '@jest/globals';
import { BpmnError } from '../../../law/errors.ts';
import { enterProcess } from '../../../workers/enter-process/index.ts';
import { aProceeding } from '../../support/records.ts';
import { aJob } from '../support/builders.ts';
import { useDeps } from '../support/use-deps.ts';

const use = useDeps();

/** A ticket for 技术评审, and where it leads. */
async function aTicket(proceeding: string) {
  const facts = { projectName: '智慧校园', applicantUnit: '市教育局', investment: '150' };
  const projectId = await use.records.openProject(aProceeding(proceeding), 2031, facts);
  const ticket = await use.records.makeTicket({
    ...{ elementInstanceKey: `call-${proceeding}`, processInstanceKey: proceeding, projectId },
    ...{ calledProcessId: 'stage-technical-review', proceeding, madeAt: new Date() },
  });
  return { ticket, projectId };
}
const enter = (variables: object, job = aJob({ processInstanceKey: `${Math.random()}` })) =>
  enterProcess.run(variables, job, use.deps);
const refused = expect.objectContaining({ code: 'NOT_CALLED' });

test('what was called learns its project from the records, and a job that runs again learns the same', async () => {
  const { ticket, projectId } = await aTicket('root-1');
  const job = aJob({ processInstanceKey: 'called' });
  const told = { ticket, projectId: 'JJSZ-2031-9999', proceedingId: 'root-9' };
  for (const _again of [1, 2]) {
    expect(await enter(told, job)).toEqual({ projectId, proceedingId: 'root-1' });
  }
});

test.each<[string, object]>([
  ['without a ticket', { projectId: 'JJSZ-2031-0001' }],
  ['with an invented one', { ticket: '00000000-0000-4000-8000-000000000000' }],
  ['with what is no text', { ticket: { like: '%' } }],
  ['with more than a job may have', { other: 'x'.repeat(1_100_000) }],
])('%s it leaves by the way drawn for that', async (_what, variables) => {
  await expect(enter(variables)).rejects.toBeInstanceOf(BpmnError);
  await expect(enter(variables)).rejects.toEqual(refused);
});

test('a ticket used before, and one for another process, are refused', async () => {
  const { ticket } = await aTicket('root-2');
  await expect(enter({ ticket }, aJob({ processId: 'stage-budget' }))).rejects.toEqual(refused);
  await enter({ ticket });
  await expect(enter({ ticket })).rejects.toEqual(refused);
});
