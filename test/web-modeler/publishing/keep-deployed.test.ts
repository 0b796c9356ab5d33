import { expect, test } from '@jest/globals';
import { keepDeployed } from '../../../web-modeler/publishing/server/keep-deployed.ts';

/** Runs it until a deployment after `enough` others is wanted; `edit` is asked at each look at the organisation. */
async function deployments(enough: number, edit: (look: number) => string[]) {
  const done: string[] = [];
  let looks = 0;
  let names: string[] = [];
  const running = keepDeployed({
    choices: () => {
      looks += 1;
      names = edit(looks);
      return { applicants: names };
    },
    async deploy() {
      if (done.length === enough) throw new Error('enough');
      done.push(names.join());
    },
    everyMs: 1,
  });
  await expect(running).rejects.toThrow('enough');
  return { done, looks };
}

test('an edited organisation is deployed anew, and nothing while it stays', async () => {
  const edited = (look: number) => (look < 5 ? ['甲局'] : look < 8 ? ['甲局', '乙局'] : []);
  expect(await deployments(2, edited)).toEqual({ done: ['甲局', '甲局,乙局'], looks: 8 });
});

test('an engine that does not answer is told at once: the start is tried again', async () => {
  expect(await deployments(0, () => ['甲局'])).toEqual({ done: [], looks: 1 });
});
