import { describe, expect, it } from '@jest/globals';
import { groupModels } from '../../../web-modeler/library/page/groups.ts';
import { calls, summary } from './summaries.ts';

const application = summary('project-application/project-application.bpmn');
const small = summary('approval-small/approval-small.bpmn');
const budget = summary('stage-budget/stage-budget.bpmn');
const withdrawal = summary('application-withdrawal/application-withdrawal.bpmn');

const links = [
  calls(application.path, small.path),
  calls(small.path, budget.path),
  calls(application.path, budget.path),
];
const idsOf = (models: Parameters<typeof groupModels>[0], given = links) =>
  groupModels(models, given).map(({ id }) => id);

describe('the groups of the library', () => {
  it('stand in the order of the way: who calls before what is called', () => {
    expect(idsOf([withdrawal, budget, small, application])).toEqual([
      'project-application',
      'approval-small',
      'stage-budget',
      'application-withdrawal',
    ]);
  });

  it('are all there when processes call each other in a circle', () => {
    const circle = [calls(small.path, budget.path), calls(budget.path, small.path)];
    expect(idsOf([small, budget], circle).sort()).toEqual(['approval-small', 'stage-budget']);
  });

  it('have the process first, then tables, forms and notices by name', () => {
    const other = (file: string, given: Parameters<typeof summary>[1]) =>
      summary(`stage-budget/${file}`, given);
    const notice = other('notices/a.txt', { kind: 'notice', name: '通知' });
    const later = other('b.form', { kind: 'form', name: '乙' });
    const earlier = other('c.form', { kind: 'form', name: '甲' });
    const table = other('d.dmn', { kind: 'decision', name: '表' });
    const [group] = groupModels([notice, later, earlier, table, budget], []);
    expect(group?.models.map(({ path }) => path)).toEqual([
      budget.path,
      table.path,
      earlier.path,
      later.path,
      notice.path,
    ]);
  });
});
