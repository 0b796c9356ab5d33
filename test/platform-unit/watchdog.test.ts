import { describe, expect, test } from '@jest/globals';
import { watch } from '../../platform/processes/watchdog.ts';

/** Watches through a fixed list of answers and then stops. `pids` says which process is there at each. */
async function watchThrough(
  answers: (boolean | Error)[],
  { patienceMs = 0, graceMs = 0, pids = [] as number[] } = {},
): Promise<number[]> {
  const stop = new AbortController();
  const replacedAt: number[] = [];
  let probes = 0;
  const service = {
    pid: () => pids[Math.min(probes, pids.length - 1)] ?? 1,
    replace: () => void replacedAt.push(probes),
  };
  const probe = async () => {
    const answer = answers[probes];
    probes += 1;
    if (probes > answers.length) stop.abort();
    if (answer instanceof Error) throw answer;
    return answer ?? true;
  };
  await watch({ service, probe, everyMs: 1, patienceMs, graceMs }, stop.signal);
  return replacedAt;
}

describe('the watchdog', () => {
  test('leaves alone what works', async () => {
    expect(await watchThrough([true, true, true])).toEqual([]);
  });

  test('replaces what no longer answers, by a "no" or by an error', async () => {
    expect(await watchThrough([true, false])).toEqual([2]);
    expect(await watchThrough([true, new Error('refused')])).toEqual([2]);
  });

  test('is patient', async () => {
    expect(await watchThrough([false, false, true, false], { patienceMs: 60_000 })).toEqual([]);
  });

  test('gives a process that was started anew its grace, until it has answered once', async () => {
    const anew = { pids: [1, 1, 2], graceMs: 60_000 };
    expect(await watchThrough([true, false, false, false, false], anew)).toEqual([]);
    expect(await watchThrough([true, false, true, false], anew)).toEqual([4]);
  });
});
