import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { createDirectory, parseOrganization } from '../../law/directory/index.ts';
import { readRegulation } from '../../law/regulation.ts';
import { bodiesExist } from '../../lint/bodies-exist.ts';
import { readFolder } from '../../models/folder.ts';
import { type ModelFile, type Read, readModel } from '../../models/model-index.ts';

type Entry = Record<string, string>;
type Raw = { bodies: Entry[]; units: Entry[]; people: Entry[] };

const shipped = readFileSync('config/organization.yaml', 'utf8');
const regulation = readRegulation(readFileSync('law/regulation.yaml', 'utf8'));
let files: ModelFile[];
let models: Read[];

beforeAll(async () => {
  ({ files } = await readFolder('bpmn', 'workers'));
  models = await Promise.all(files.map(readModel));
});

/** What is told when the shipped organisation is changed: the place, and the body the sentence names. */
function told(change: (raw: Raw) => void, of = models): string[] {
  const raw = parse(shipped) as Raw;
  change(raw);
  const directory = createDirectory(parseOrganization(stringify(raw), 'organization.yaml'));
  return bodiesExist(of, regulation, directory).map(
    ({ file, id, message }) => `${file.replace(/.*\//, '')} ${id} ${message}`,
  );
}

function without(name: string) {
  return (raw: Raw): void => {
    for (const part of ['bodies', 'units'] as const) {
      raw[part] = raw[part].filter((body) => body.name !== name);
    }
    raw.people = raw.people.filter(({ body }) => body !== name);
    for (const body of raw.bodies) if (body.recusalBody === name) delete body.recusalBody;
  };
}

/** One model of the house with something written otherwise. */
async function edited(path: string, from: string, to: string): Promise<Read[]> {
  return Promise.all(
    files
      .filter((file) => file.path.endsWith(path))
      .map((file) => {
        if (!file.source.includes(from)) throw new Error(`${path} has no ${from}`);
        return readModel({ path: file.path, source: file.source.replace(from, to) });
      }),
  );
}

const MISSING = (name: string) => expect.stringContaining(`没有“${name}”`);

test('the shipped models, forms and regulation name only bodies of the shipped organisation', () => {
  expect(told(() => {})).toEqual([]);
});

test('a body that models and the regulation name is told at each step, notice and variable', () => {
  const places = told(without('市国资委'));
  expect(places).toEqual(places.map(() => MISSING('市国资委')));
  expect(places.map((place) => place.split('：')[0])).toEqual(
    expect.arrayContaining([
      'project-application.bpmn SubProcess_JointReview 多实例的输入集合',
      'project-application.bpmn Task_ApprovalRoute 输出参数 approver',
      'project-application.bpmn Task_ApprovalRoute 输出参数 budgetApprover',
      'project-application.bpmn End_FundsWithheld 输入参数 cc',
      'preliminary-appraisal.form Field_invitedBodies 字段“另请参加联合会审的部门（选填）”的 except',
    ]),
  );
  const [table, ...more] = places.filter((place) => place.startsWith('regulation.yaml'));
  expect(more).toEqual([]);
  expect(table).toMatch(/bodies\.approver.*tasks\.stage-budget\.Task_ApproveBudget/);
  expect(table).toMatch(/请在 config\/organization\.yaml 中补充/);
});

/** A form whose options are written out instead of taken from the organisation. */
async function offering(key: string, value: string): Promise<Read[]> {
  const field = {
    id: `Field_${key}`,
    key,
    type: 'select',
    label: '单位',
    values: [{ label: value, value }],
  };
  const source = JSON.stringify({ id: 'made', components: [field] });
  return [await readModel({ path: 'made/made.form', source })];
}

test('a body that a form offers and nobody is is told there', async () => {
  expect(told(() => {}, await offering('invitedBodies', '市体育局'))).toEqual([
    expect.stringContaining('made.form Field_invitedBodies'),
  ]);
  expect(told(() => {}, await offering('invitedBodies', '市公安局'))).toEqual([]);
});

test('whom the organisation’s own lists offer is there, whoever comes and goes', () => {
  expect(told(without('市公安局'))).toEqual([]);
});

test('a county without its own body is named, the others are not', () => {
  const places = told(
    without('武宁县发改委'),
    models.filter(({ kind }) => kind === 'diagram'),
  );
  expect(places).toContainEqual(
    expect.stringMatching(/Task_CountyDecision 输入参数 body：武宁县没有与“县发改委”对应/),
  );
  expect(places.join()).not.toContain('修水县');
});

test('a county that a form offers and that has no bodies is told', async () => {
  expect(told(() => {}, await offering('county', '庐山市'))).toEqual([
    expect.stringMatching(/made\.form Field_county .*没有“庐山市”的机构/),
  ]);
  expect(told(() => {}, await offering('county', '永修县'))).toEqual([]);
});

describe('what an administrator writes', () => {
  test.each([
    [
      'a step',
      'provincial-filing.bpmn',
      '="市数字政府领导小组办公室"',
      '="市体育局"',
      'Task_RecordFiling 输入参数 body',
    ],
    [
      'a notice',
      'project-application.bpmn',
      `=["市委保密机要局"]`,
      `=["市体育局"]`,
      'End_Classified 输入参数 to',
    ],
    [
      'a branch',
      'project-application.bpmn',
      'then "县财政局" else "市财政局"\' target="body"',
      'then "县财政局" else "市体育局"\' target="body"',
      'Task_AllocateBudget 输入参数 body',
    ],
    [
      'a county’s',
      'county-approval.bpmn',
      '="县发改委"',
      '="县体育局"',
      'Task_CountyDecision 输入参数 body',
    ],
  ])('in %s is told where it is', async (_, path, from, to, place) => {
    const only = await edited(path, from, to);
    expect(told(() => {}, only)).toEqual([expect.stringContaining(place)]);
  });

  test('the variable of a call is followed to where it gets its value', async () => {
    const [call, ...rest] = await edited(
      'stage-proposal.bpmn',
      '=approver" target="extensionBody',
      '=&quot;市体育局&quot;" target="extensionBody',
    );
    const called = models.filter(({ file }) => file.path.endsWith('stage-extension.bpmn'));
    expect(rest).toEqual([]);
    expect(told(() => {}, [...(call ? [call] : []), ...called])).toEqual([
      expect.stringContaining('Call_ExtendPrepareProposal 输入参数 extensionBody'),
    ]);
  });
});
