import { describe, expect, it } from '@jest/globals';
import {
  calledOrStarted,
  firstStepSetsVariables,
  referencesExist,
  tidyLayout,
} from '../../../lint/index.ts';
import { readBpmn } from '../../../models/bpmn.ts';
import { list } from '../../../models/element.ts';
import { indexModels, readModel } from '../../../models/model-index.ts';
import { modelPath } from '../../../web-modeler/api/common.ts';
import { blankOf, pathOf } from '../../../web-modeler/model/page/blank.ts';
import { walk } from '../../lint/walk.ts';

const named = { id: 'security-review', name: '网络<安全>"审查"', home: 'stage-budget' };

describe('a new model', () => {
  it.each([
    ['process', 'security-review/security-review.bpmn'],
    ['decision', 'stage-budget/security-review.dmn'],
    ['form', 'stage-budget/security-review.form'],
    ['notice', 'stage-budget/notices/security-review.txt'],
  ] as const)('of kind %s is kept at %s', (kind, path) => {
    expect(pathOf({ kind, ...named })).toBe(path);
    expect(modelPath.parse(path)).toBe(path);
  });

  it('begins as a diagram that can be read, with its names', async () => {
    const { definitions, warnings } = await readBpmn(blankOf({ kind: 'process', ...named }));
    expect(warnings).toEqual([]);
    expect(list(definitions, 'rootElements')[0]).toMatchObject({
      id: 'security-review',
      name: '网络<安全>"审查"',
    });
  });

  it('begins as a process that asks where it comes from, as lint wants it', async () => {
    const source = blankOf({ kind: 'process', ...named });
    const model = await readModel({ path: 'security-review/security-review.bpmn', source });
    if (model.kind !== 'diagram') throw new Error('no diagram');
    const surroundings = { notices: [], noticeReads: {}, jobTypes: ['enter-process'] };
    const context = { models: indexModels([model], surroundings), regulation: { tasks: {} } };
    const found: unknown[] = [];
    for (const rule of [calledOrStarted, firstStepSetsVariables, referencesExist, tidyLayout]) {
      const { check } = rule.check(context as never);
      walk(model.definitions, (element) =>
        check(element, { report: (...said) => found.push(said) }),
      );
    }
    expect(found).toEqual([]);
  });

  it('begins as a form of the engine', () => {
    expect(JSON.parse(blankOf({ kind: 'form', ...named }))).toMatchObject({
      id: 'security-review',
      executionPlatformVersion: '8.6.0',
    });
  });
});
