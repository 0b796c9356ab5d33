import { describe, expect, test } from '@jest/globals';
import { SIGNATURE } from '../../law/signature.ts';
import { anApplication } from './support/application.ts';
import { decisionsOf, mailsOf } from './support/mail.ts';
import { emailOf } from './support/people.ts';
import { fileAt, type Project } from './support/project.ts';
import { until } from './support/until.ts';
import { useWorld } from './support/use-world.ts';
import { completeUnsigned } from './support/user-tasks.ts';

const world = useWorld();

const STEP = 'Task_PreliminaryReview';
const APPROVE = { outcome: 'approve', opinion: '同意' };

async function opened() {
  const project = await fileAt(world, STEP, anApplication());
  const { task, elementInstanceKey } = await project.shown(STEP);
  return { project, taskKey: task.key, elementInstanceKey };
}

/** What the door keeps; what travels may be something else. */
const signedBy = (person: string, visit: { taskKey: string; elementInstanceKey: string }) =>
  world.records.sign({ ...pick(visit), person, signedAt: new Date() }, APPROVE);

const pick = ({
  taskKey,
  elementInstanceKey,
}: {
  taskKey: string;
  elementInstanceKey: string;
}) => ({
  taskKey,
  elementInstanceKey,
});

async function expectVoid(project: Project, reason: string, signer: string, told: string[]) {
  const id = await project.id();
  await until('a void decision', async () => (await decisionsOf(world, id))[0]);
  expect(await decisionsOf(world, id)).toMatchObject([
    { outcome: 'void', signer, entered: { void: reason } },
  ]);
  // The step is open anew.
  expect(await project.open(STEP)).toMatchObject({ closedOn: null });
  const mails = await mailsOf(world, id, 'void-completion');
  expect(mails.map(({ to }) => to)).toEqual([told]);
}

const SUPERVISOR = 'bangong.cheng';

describe('a completion that no door has signed', () => {
  test.concurrent('is void, and the supervisor is told', async () => {
    const { project, taskKey } = await opened();
    await completeUnsigned(world.rest, taskKey, APPROVE);
    await expectVoid(project, 'unsigned', '', [emailOf(SUPERVISOR)]);
  });

  test.concurrent('is void with a signer who is only claimed', async () => {
    const { project, taskKey } = await opened();
    const claimed = { signer: 'bangong.he', body: '市数字政府领导小组办公室' };
    await completeUnsigned(world.rest, taskKey, { ...APPROVE, ...claimed, [SIGNATURE]: claimed });
    await expectVoid(project, 'unsigned', '', [emailOf(SUPERVISOR)]);
  });

  test.concurrent("is void with the number of another step's signature", async () => {
    const theirs = await opened();
    const nonce = await signedBy('bangong.he', theirs);
    const { project, taskKey } = await opened();
    await completeUnsigned(world.rest, taskKey, { ...APPROVE, [SIGNATURE]: nonce });
    await expectVoid(project, 'unsigned', '', [emailOf(SUPERVISOR)]);
  });
});

test.concurrent('a number that has signed once does not sign the step again when it is opened anew', async () => {
  const first = await opened();
  const nonce = await signedBy('guozi.luo', first);
  await completeUnsigned(world.rest, first.taskKey, { ...APPROVE, [SIGNATURE]: nonce });
  const again = await until('the step to be open anew', async () => {
    const shown = await first.project.shown(STEP);
    return shown.elementInstanceKey === first.elementInstanceKey ? undefined : shown;
  });
  await completeUnsigned(world.rest, again.task.key, { ...APPROVE, [SIGNATURE]: nonce });
  const id = await first.project.id();
  const decisions = await until('both to be void', async () => {
    const all = await decisionsOf(world, id);
    return all.length === 2 ? all : undefined;
  });
  expect(decisions).toMatchObject([
    { signer: 'guozi.luo', entered: { void: 'not-of-body' } },
    { signer: '', entered: { void: 'unsigned' } },
  ]);
});

test.concurrent('what was changed after it was signed does not count; the signer hears of it', async () => {
  const { project, ...visit } = await opened();
  const nonce = await signedBy('bangong.he', visit);
  const altered = { outcome: 'reject', opinion: '不同意', [SIGNATURE]: nonce };
  await completeUnsigned(world.rest, visit.taskKey, altered);
  await expectVoid(project, 'altered', 'bangong.he', [emailOf('bangong.he'), emailOf(SUPERVISOR)]);
});

test.concurrent('of two who complete one step at the same moment the one counts whose content arrived', async () => {
  const { project, ...visit } = await opened();
  const people = ['bangong.he', 'bangong.song'];
  const nonces = await Promise.all(people.map((person) => signedBy(person, visit)));
  const sent = await Promise.allSettled(
    nonces.map((nonce) =>
      completeUnsigned(world.rest, visit.taskKey, { ...APPROVE, [SIGNATURE]: nonce }),
    ),
  );
  const arrived = people.filter((_, i) => sent[i]?.status === 'fulfilled');
  expect(arrived).toHaveLength(1);
  const id = await project.id();
  await until('the decision', async () => (await decisionsOf(world, id))[0]);
  expect(await decisionsOf(world, id)).toMatchObject([{ outcome: 'approve', signer: arrived[0] }]);
});

test.concurrent('who signed and never came to complete can sign once more', async () => {
  const { project, ...visit } = await opened();
  await signedBy('bangong.he', visit);
  expect(await project.finish(STEP, APPROVE, { as: 'bangong.song' })).toMatchObject({
    closeReason: 'completed',
  });
  expect(await decisionsOf(world, await project.id())).toMatchObject([
    { outcome: 'approve', signer: 'bangong.song' },
  ]);
});
