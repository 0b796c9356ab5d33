import type { Draft, Entry } from './draft.ts';
import type { Problem } from './errors.ts';

/** Names that must be unique: login names, bodies, a county's counterparts, and who is given a role. */
export function checkNames(draft: Draft): Problem[] {
  const { bodies, people, modelers, operators, administrators } = draft;
  return [
    ...repeated(people, 'id', ({ id }) => id, '登录名'),
    ...repeated(people, 'subject', ({ subject }) => subject, '身份编号'),
    ...repeated(bodies, 'name', ({ name }) => name, '机构名称'),
    ...repeated(
      bodies,
      'counterpart',
      ({ county, counterpart }) => counterpart && `${county}的${counterpart}`,
      '县级对应部门',
    ),
    ...repeated(modelers, 'person', ({ person }) => person, '模型管理人员'),
    ...repeated(operators, 'person', ({ person }) => person, '流程监控人员'),
    ...repeated(administrators, '', (id) => id, '账户管理人员'),
  ];
}

function repeated<T>(
  entries: Entry<T>[],
  field: string,
  keyOf: (value: T) => string | undefined,
  what: string,
): Problem[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ path, value }) => {
    const key = keyOf(value);
    if (key === undefined) return [];
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, path);
      return [];
    }
    return [
      {
        path: field === '' ? path : `${path}.${field}`,
        message: `${what}“${key}”重复，已用于 ${earlier}`,
      },
    ];
  });
}
