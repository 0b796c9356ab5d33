import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Incident } from '../../../engine/incidents.ts';
import { retryCommand } from '../../../workers/retry/retry.ts';

const anIncident = (some: Partial<Incident> = {}): Incident => ({
  key: '11',
  jobKey: '12',
  processId: 'stage-budget',
  elementId: 'Task_PrepareBudget',
  processInstanceKey: '30',
  message: '组织机构中没有“市水利局”。\n第二行',
  state: 'ACTIVE',
  callers: ['10', '20', '30'],
  ...some,
});
const other = anIncident({ key: '91', processInstanceKey: '90', callers: ['90'] });

let open: Incident[];
let resolved: string[];
let refuse: (incident: Incident) => boolean;
let requeue: () => Promise<number>;
let said: string[];
const retry = (...args: string[]) =>
  retryCommand(args, {
    incidents: {
      open: async () => open,
      resolve: async (incident) => {
        const there = refuse(incident);
        resolved.push(incident.key);
        return there;
      },
    },
    requeueMails: () => requeue(),
    steps: { label: (_processId, elementId) => `〈${elementId}〉` },
    say: (line) => said.push(line),
  });

beforeEach(() => {
  open = [anIncident(), other];
  resolved = [];
  requeue = async () => 0;
  said = [];
  refuse = () => true;
});

describe('which incidents', () => {
  test.each([
    ['itself', '11'],
    ['its process instance', '30'],
    ['an instance that called it', '20'],
    ['the project its instance belongs to', '10'],
  ])('a key means one by %s', async (_name, key) => {
    expect(await retry(key)).toBe(0);
    expect(resolved).toEqual(['11']);
  });

  test('--all means all', async () => {
    expect(await retry('--all')).toBe(0);
    expect(resolved).toEqual(['11', '91']);
  });

  test('a key without one is said', async () => {
    expect(await retry('5')).toBe(1);
    expect(resolved).toEqual([]);
    expect(said.join()).toContain('编号 5 没有未解除的异常');
  });

  test('that there are none at all is no failure', async () => {
    open = [];
    expect(await retry('--all')).toBe(0);
    expect(said.join()).toContain('没有未解除的异常');
  });
});

test('it says what was retried, where, and what had been wrong', async () => {
  await retry('11');
  expect(said[0]).toBe('已重新执行：〈Task_PrepareBudget〉（流程 stage-budget，实例 30，异常 11）');
  expect(said[1]).toBe('    原异常：组织机构中没有“市水利局”。');
  expect(said[2]).toContain('共 1 个异常，1 个已处理');
});

test('one that somebody else has resolved is no failure', async () => {
  refuse = () => false;
  expect(await retry('11')).toBe(0);
  expect(said[0]).toContain('已不存在');
});

test('one that cannot be resolved does not hold up the others, and is told', async () => {
  refuse = ({ key }) => {
    if (key === '11') throw new Error('the engine refuses');
    return true;
  };
  expect(await retry('--all')).toBe(1);
  expect(resolved).toEqual(['91']);
  expect(said[0]).toContain('未能重新执行');
  expect(said[0]).toContain('the engine refuses');
  expect(said.at(-1)).toContain('共 2 个异常，1 个已处理');
});

test('an engine that is away is told in Chinese', async () => {
  const say = (line: string) => said.push(line);
  const away = async () => {
    throw new Error('connect ECONNREFUSED');
  };
  const incidents = { open: away, resolve: away };
  const world = { incidents, requeueMails: away, steps: { label: () => '' }, say };
  expect(await retryCommand(['--all'], world)).toBe(1);
  expect(said).toEqual([expect.stringMatching(/^无法查询异常.*ECONNREFUSED$/)]);
});

test('arguments that make no sense ask the engine nothing', async () => {
  expect(await retry('abc')).toBe(2);
  expect(await retry('--help')).toBe(0);
  expect(said.join()).toContain('用法：npm run retry');
  expect(resolved).toEqual([]);
});

describe('mails that were given up', () => {
  test('are tried anew, and no incident is touched', async () => {
    requeue = async () => 3;
    expect(await retry('--mails')).toBe(0);
    expect(said).toEqual(['3 封已经放弃的通知重新投递。']);
    expect(resolved).toEqual([]);
  });

  test('workers that are not there are told', async () => {
    requeue = async () => {
      throw new Error('fetch failed');
    };
    expect(await retry('--mails')).toBe(1);
    expect(said).toEqual(['未能重新投递通知，请确认作业程序已经启动：fetch failed']);
  });
});
