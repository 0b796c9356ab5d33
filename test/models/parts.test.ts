import { describe, expect, test } from '@jest/globals';
import { fillParts, formsWith, labelOfPart } from '../../models/parts.ts';
import { resourcesOf } from '../../models/resources.ts';

const part = {
  path: 'common/parts/facts.form',
  source: JSON.stringify({
    id: 'facts',
    components: [
      {
        id: 'Group_facts',
        type: 'group',
        label: '项目情况',
        components: [{ id: 'Text_facts', type: 'text', text: '甲' }],
        layout: { row: 'Row_9', columns: null },
      },
    ],
  }),
};
const place = {
  id: 'Part_facts',
  type: 'group',
  label: '公共部分：项目情况',
  components: [],
  properties: { part: 'facts' },
  layout: { row: 'Row_1', columns: 8 },
};
const formOf = (...components: object[]) => ({
  path: 'stage/review.form',
  source: JSON.stringify({ id: 'review', type: 'default', components }),
});
const filled = (form: { path: string; source: string }, choices = {}) =>
  JSON.parse(fillParts([part, form], choices)[1]?.source ?? '');

describe('a common part', () => {
  test('comes where the form places it, and says that it is one', () => {
    const field = { id: 'Field_outcome', type: 'radio', key: 'outcome' };
    expect(filled(formOf(place, field))).toEqual({
      id: 'review',
      type: 'default',
      components: [
        {
          id: 'Group_facts',
          type: 'group',
          label: '项目情况',
          components: [{ id: 'Text_facts', type: 'text', text: '甲' }],
          properties: { part: 'facts' },
          layout: { row: 'Row_1', columns: 8 },
        },
        field,
      ],
    });
  });

  test('comes into a group too', () => {
    const { components } = filled(formOf({ id: 'Group_a', type: 'group', components: [place] }));
    expect(components[0].components[0].id).toBe('Group_facts');
  });

  test('is filled in once: a second time nothing changes', () => {
    const [, once] = fillParts([part, formOf(place)], {});
    expect(fillParts([part, once ?? part], {})[1]).toEqual(once);
  });

  test.each([
    ['an unknown one', { ...place, properties: { part: 'other' } }],
    ['a place that is not empty', { ...place, components: [{ id: 'Text_a', type: 'text' }] }],
  ])('%s stays as it is, for lint to find', (_, component) => {
    expect(filled(formOf(component)).components).toEqual([component]);
  });

  test('is not deployed by itself, and finds the forms that have it', () => {
    const files = [formOf(place), part, { path: 'stage/notices/a.txt', source: '主题: 甲' }];
    expect(resourcesOf(files, {}).map(({ name }) => name)).toEqual(['stage/review.form']);
    expect(formsWith('facts', files)).toEqual([{ path: 'stage/review.form', id: 'review' }]);
    expect(formsWith('clock', files)).toEqual([]);
  });
});

test.each([
  [{ label: '项目情况' }, '项目情况'],
  [{ text: '**办理时限** {{clock.text}}' }, '办理时限'],
  [{ label: '', text: '甲 **乙**' }, undefined],
  [{}, undefined],
])('people call the common part %j %s', (component, name) => {
  expect(labelOfPart(component)).toBe(name);
});

describe('a choice of the organisation', () => {
  const choice = {
    id: 'Field_body',
    type: 'select',
    values: [],
    properties: { optionsFrom: 'city-bodies', except: '市发改委、市财政局' },
  };
  const names = ['市数据管理部门', '市发改委', '市国资委', '市财政局'];

  test('offers the names there are, but for those it leaves out', () => {
    expect(filled(formOf(choice), { 'city-bodies': names }).components[0].values).toEqual([
      { label: '市数据管理部门', value: '市数据管理部门' },
      { label: '市国资委', value: '市国资委' },
    ]);
  });

  test('stays open where the list is not known', () => {
    expect(filled(formOf(choice), {}).components[0]).toEqual(choice);
  });
});

test('a text that is no form, and a form with nothing open, stay as they are', () => {
  const files = [part, { path: 'a/b.form', source: '{"part"' }, formOf({ id: 'T', type: 'text' })];
  expect(fillParts(files, {})).toEqual(files);
});
