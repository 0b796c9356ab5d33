import { describe, expect, test } from '@jest/globals';
import { implementationPlan } from '../../../../law/application/checks/implementation-plan.ts';
import { technicalPlan } from '../../../../law/application/checks/technical-plan.ts';
import { planParts } from '../../../../law/application/index.ts';
import { findings } from './facts.ts';

const PARTS = Object.keys(planParts);
const plan = (parts: string[]) => ({ kind: 'technical-plan', title: '技术方案', parts });

describe('technicalPlan (Art. 18 item 2)', () => {
  test('there are eight parts', () => expect(PARTS).toHaveLength(8));

  test('is content with all of them, in one plan or two', () => {
    expect(findings(technicalPlan, { materials: [plan(PARTS)] })).toEqual([]);
    const two = [plan(PARTS.slice(0, 3)), plan(PARTS.slice(3))];
    expect(findings(technicalPlan, { materials: two })).toEqual([]);
  });

  test.each(PARTS)('misses the part %s', (part) => {
    const found = findings(technicalPlan, { materials: [plan(PARTS.filter((p) => p !== part))] });
    const label = planParts[part as keyof typeof planParts];
    expect(found).toEqual([
      { path: 'materials', message: expect.stringContaining(`缺少1个部分：${label}`) },
    ]);
  });

  test('names every missing part in one sentence', () => {
    const [found] = findings(technicalPlan, { materials: [plan([])] });
    expect(found?.message).toContain(Object.values(planParts).join('、'));
  });

  test('misses the plan of a construction project only', () => {
    const materials = [{ kind: 'implementation-plan', title: '实施方案' }];
    expect(findings(technicalPlan, { materials })).toHaveLength(1);
    expect(findings(technicalPlan, { materials, kind: 'service' })).toEqual([]);
    expect(findings(technicalPlan, { materials, kind: 'equipment' })).toEqual([]);
  });
});

describe('implementationPlan (Art. 18 item 2)', () => {
  test('misses the plan of a service project only', () => {
    expect(findings(implementationPlan, { kind: 'service' })).toEqual([
      { path: 'materials', message: expect.stringContaining('缺少实施方案') },
    ]);
    expect(findings(implementationPlan, { kind: 'construction', materials: [] })).toEqual([]);
    const materials = [{ kind: 'implementation-plan', title: '实施方案' }];
    expect(findings(implementationPlan, { kind: 'service', materials })).toEqual([]);
  });
});
