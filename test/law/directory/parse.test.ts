import { describe, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import {
  createDirectory,
  OrganizationError,
  parseOrganization,
} from '../../../law/directory/index.ts';

const sound = {
  office: '市发改委',
  bodies: [
    { name: '市发改委', kind: 'city', email: 'fa@x.example', supervisor: 'fa.li' },
    {
      name: '修水县发改委',
      kind: 'county',
      county: '修水县',
      counterpart: '县发改委',
      email: 'xf@x.example',
      supervisor: 'xf.tu',
    },
  ],
  units: [
    { name: '市教育局', type: 'agency', level: 'city', email: 'j@x.example', supervisor: 'j.tang' },
  ],
  people: [
    { id: 'fa.li', name: '李文博', body: '市发改委', position: '经办人', email: 'l@x.example' },
    { id: 'xf.tu', name: '涂明月', body: '修水县发改委', position: '经办人', email: 't@x.example' },
    { id: 'j.tang', name: '唐婉清', body: '市教育局', position: '经办人', email: 'q@x.example' },
  ],
  substitutes: [] as object[],
};

type Change = { [K in keyof typeof sound | 'modelers' | 'operators' | 'administrators']?: unknown };

/** The faults found in the sound organisation after a change, as "path：message". */
function faults(change: Change): string[] {
  return faultsOf(stringify({ ...sound, ...change }));
}

function faultsOf(text: string): string[] {
  try {
    parseOrganization(text, 'organization.yaml');
    return [];
  } catch (error) {
    if (!(error instanceof OrganizationError)) throw error;
    return error.problems.map(({ path, message }) => `${path}：${message}`);
  }
}

const [fagai, xiushui] = sound.bodies;
const [jiaoyu] = sound.units;
const [li, tu, tang] = sound.people;

test('a sound file is read whole, units among the bodies', () => {
  const read = parseOrganization(stringify(sound), 'organization.yaml');
  expect(read.office).toBe('市发改委');
  expect(read.bodies.map(({ name, kind }) => [name, kind])).toEqual([
    ['市发改委', 'city'],
    ['修水县发改委', 'county'],
    ['市教育局', 'unit'],
  ]);
  expect(read.people).toEqual(sound.people);
});

test('substitutes may be left out', () => {
  const { substitutes: _, ...rest } = sound;
  expect(parseOrganization(stringify(rest), 'x').substitutes).toEqual([]);
});

test('every fault is told at once, also when entries are malformed, with file, path and reason', () => {
  const text = stringify({
    office: '市政府',
    color: 'red',
    bodies: [
      { ...fagai, supervisor: 'fa.nobody' },
      { ...xiushui, county: undefined },
    ],
    units: [{ ...jiaoyu, type: 'shop' }],
    people: [{ ...li, email: 'none' }, tu, { ...tang, body: '市体育局' }, tu],
    substitutes: [{ absent: 'fa.li', substitute: 'xf.tu', from: '2026-02-30', to: '2026-03-01' }],
  });
  expect(faultsOf(text).sort()).toEqual(
    [
      'bodies[0].supervisor：负责人“fa.nobody”没有列在 people 中',
      'bodies[1].county：缺少这一项',
      'office：机构“市政府”没有列在 bodies 中',
      'people[0].email：不是有效的邮箱地址',
      'people[2].body：机构“市体育局”没有列在 bodies 或 units 中',
      'people[3].id：登录名“xf.tu”重复，已用于 people[1]',
      'substitutes[0].from：不是有效日期，请写成 2026-10-09 这样的“年-月-日”',
      'units[0].type：单位性质 type 必须是 agency 或 soe',
      '文件：不认识的键：color',
    ].sort(),
  );
  expect(() => parseOrganization(text, 'organization.yaml')).toThrow(
    '组织机构文件 organization.yaml 有 9 处问题：\n  ',
  );
});

describe('form', () => {
  test.each([
    ['not YAML', 'a: [', /^第 1 行：不是有效的 YAML：/],
    ['empty', '', /^文件：应为一组“键: 值”$/],
    ['a list', '- 1', /^文件：应为一组“键: 值”$/],
    ['the same key twice', 'office: a\noffice: b', /^第 2 行：不是有效的 YAML：/],
  ])('%s', (_, text, expected) => {
    expect(faultsOf(text)[0]).toMatch(expected);
  });

  test('a login name that cannot be typed', () => {
    expect(faults({ people: [{ ...li, id: 'Fa Li' }, tu, tang] })).toContain(
      'people[0].id：登录名只能用小写字母、数字和点，例如 fagai.li',
    );
  });

  test('a kind that does not exist', () => {
    expect(faults({ bodies: [{ ...fagai, kind: 'village' }, xiushui] })).toEqual([
      'bodies[0].kind：机构类别 kind 必须是 city、county、leading、consultant 之一',
    ]);
  });

  test('an entry that is missing or of another type', () => {
    expect(faults({ people: [{ ...li, position: undefined, name: 7 }, tu, tang] })).toEqual([
      'people[0].name：应为文字',
      'people[0].position：缺少这一项',
    ]);
  });
});

describe('references', () => {
  test('a body without people', () => {
    const empty = { ...fagai, name: '市审计局' };
    expect(faults({ bodies: [fagai, xiushui, empty] })).toEqual([
      'bodies[2]：机构“市审计局”没有任何人员，办不了事项',
    ]);
  });

  test('two bodies of one name, also across bodies and units', () => {
    expect(faults({ units: [jiaoyu, { ...jiaoyu, name: '市发改委' }] })).toEqual([
      'units[1].name：机构名称“市发改委”重复，已用于 bodies[0]',
    ]);
  });

  test('two counterparts in one county', () => {
    const second = { ...xiushui, name: '修水县计委' };
    const person = { ...tu, id: 'xj.tu', body: '修水县计委' };
    expect(faults({ bodies: [fagai, xiushui, second], people: [li, tu, tang, person] })).toEqual([
      'bodies[2].counterpart：县级对应部门“修水县的县发改委”重复，已用于 bodies[1]',
    ]);
  });

  test('a recusal body that is unknown or the body itself', () => {
    expect(faults({ bodies: [{ ...fagai, recusalBody: '市审计局' }, xiushui] })).toEqual([
      'bodies[0].recusalBody：代审机构“市审计局”没有列在 bodies 中',
    ]);
    expect(faults({ bodies: [{ ...fagai, recusalBody: '市发改委' }, xiushui] })).toEqual([
      'bodies[0].recusalBody：回避时的代审机构不能是“市发改委”自己',
    ]);
  });

  test('a unit of a county without bodies', () => {
    expect(faults({ units: [{ ...jiaoyu, level: 'county', county: '武宁县' }] })).toEqual([
      'units[0].county：“武宁县”没有县级部门，请先在 bodies 中列出',
    ]);
  });
});

describe('modelers', () => {
  test('may be left out: then nobody may use the web modeler', () => {
    expect(parseOrganization(stringify(sound), 'x').modelers).toEqual([]);
  });

  test('are read with their role', () => {
    const modelers = [{ person: 'fa.li', role: 'publisher' }];
    expect(parseOrganization(stringify({ ...sound, modelers }), 'x').modelers).toEqual(modelers);
  });

  test('somebody unknown, somebody twice, and a role that does not exist', () => {
    const modelers = [
      { person: 'fa.nobody', role: 'reader' },
      { person: 'fa.li', role: 'reader' },
      { person: 'fa.li', role: 'editor' },
      { person: 'xf.tu', role: 'king' },
    ];
    expect(faults({ modelers }).sort()).toEqual([
      'modelers[0].person：人员“fa.nobody”没有列在 people 中',
      'modelers[2].person：模型管理人员“fa.li”重复，已用于 modelers[1]',
      'modelers[3].role：角色 role 必须是 reader、editor、publisher 之一',
    ]);
  });
});

describe('operators and administrators', () => {
  test('may be left out: then nobody may use Operate or look after accounts', () => {
    const read = parseOrganization(stringify(sound), 'x');
    expect([read.operators, read.administrators]).toEqual([[], []]);
  });

  test('are told by the directory', () => {
    const operators = [
      { person: 'fa.li', role: 'operator' },
      { person: 'xf.tu', role: 'reader' },
    ];
    const text = stringify({ ...sound, operators, administrators: ['j.tang'] });
    const directory = createDirectory(parseOrganization(text, 'x'));
    const ids = ['fa.li', 'xf.tu', 'j.tang'];
    expect(ids.map(directory.operatorRole)).toEqual(['operator', 'reader', undefined]);
    expect(ids.map(directory.isAdministrator)).toEqual([false, false, true]);
  });

  test('somebody unknown, somebody twice, and a role that does not exist', () => {
    const operators = [
      { person: 'fa.nobody', role: 'reader' },
      { person: 'fa.li', role: 'reader' },
      { person: 'fa.li', role: 'operator' },
      { person: 'xf.tu', role: 'publisher' },
    ];
    const administrators = ['fa.li', 'fa.li', 'fa.nobody', '李文博'];
    expect(faults({ operators, administrators }).sort()).toEqual([
      'administrators[1]：账户管理人员“fa.li”重复，已用于 administrators[0]',
      'administrators[2]：人员“fa.nobody”没有列在 people 中',
      'administrators[3]：登录名只能用小写字母、数字和点，例如 fagai.li',
      'operators[0].person：人员“fa.nobody”没有列在 people 中',
      'operators[2].person：流程监控人员“fa.li”重复，已用于 operators[1]',
      'operators[3].role：角色 role 必须是 reader、operator 之一',
    ]);
  });
});

describe('substitutes', () => {
  const line = (absent: string, substitute: string, from = '03-01', to = '03-31') => ({
    absent,
    substitute,
    from: `2026-${from}`,
    to: `2026-${to}`,
  });

  test('unknown people', () => {
    expect(faults({ substitutes: [line('fa.li', 'x.y'), line('z', 'fa.li')] })).toEqual([
      'substitutes[0].substitute：人员“x.y”没有列在 people 中',
      'substitutes[1].absent：人员“z”没有列在 people 中',
    ]);
  });

  test('reversed dates; one day is enough', () => {
    expect(faults({ substitutes: [line('fa.li', 'xf.tu', '03-02', '03-01')] })).toEqual([
      'substitutes[0].to：结束日 2026-03-01 早于开始日 2026-03-02',
    ]);
    expect(faults({ substitutes: [line('fa.li', 'xf.tu', '03-02', '03-02')] })).toEqual([]);
  });

  test('oneself', () => {
    expect(faults({ substitutes: [line('fa.li', 'fa.li')] })).toEqual([
      'substitutes[0].substitute：“fa.li”不能代理自己',
    ]);
  });

  test('two substitutes on one day', () => {
    const both = [line('fa.li', 'xf.tu'), line('fa.li', 'j.tang', '03-31', '04-10')];
    expect(faults({ substitutes: both })).toEqual([
      'substitutes[1]：“fa.li”的代理期与 substitutes[0] 重叠，同一天只能有一名代理人',
    ]);
    const after = [line('fa.li', 'xf.tu'), line('fa.li', 'j.tang', '04-01', '04-10')];
    expect(faults({ substitutes: after })).toEqual([]);
  });

  test('a cycle on a common day is told once', () => {
    const cycle = [
      line('fa.li', 'xf.tu', '03-01', '03-20'),
      line('xf.tu', 'j.tang', '03-10', '03-31'),
      line('j.tang', 'fa.li', '03-20', '04-30'),
    ];
    expect(faults({ substitutes: cycle })).toEqual([
      'substitutes[2]：代理关系成环（2026-03-20）：j.tang → fa.li → xf.tu → j.tang',
    ]);
  });

  test('a cycle of two who are absent on the same days is told once, at its first line', () => {
    expect(faults({ substitutes: [line('fa.li', 'xf.tu'), line('xf.tu', 'fa.li')] })).toEqual([
      'substitutes[0]：代理关系成环（2026-03-01）：fa.li → xf.tu → fa.li',
    ]);
  });

  test('the same people in turn, never on a common day, are no cycle', () => {
    const turns = [line('fa.li', 'xf.tu'), line('xf.tu', 'fa.li', '04-01', '04-30')];
    expect(faults({ substitutes: turns })).toEqual([]);
  });

  test('someone who stands in for two is no cycle', () => {
    expect(faults({ substitutes: [line('fa.li', 'j.tang'), line('xf.tu', 'j.tang')] })).toEqual([]);
  });
});
