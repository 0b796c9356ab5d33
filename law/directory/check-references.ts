import type { Draft } from './draft.ts';
import type { Problem } from './errors.ts';

/** Everything that names something else must name something that exists. */
export function checkReferences(draft: Draft): Problem[] {
  const { office, bodies, people, substitutes, modelers, operators, administrators, named } = draft;
  const problems: Problem[] = [];
  const report = (path: string, message: string) => problems.push({ path, message });
  const counties = new Set(
    bodies.flatMap(({ value }) => (value.kind === 'county' ? [value.county] : [])),
  );

  if (office !== undefined && !named.bodies.has(office)) {
    report('office', `机构“${office}”没有列在 bodies 中`);
  }
  for (const { path, value } of bodies) {
    if (!named.people.has(value.supervisor)) {
      report(`${path}.supervisor`, `负责人“${value.supervisor}”没有列在 people 中`);
    }
    if (!named.peopled.has(value.name)) {
      report(path, `机构“${value.name}”没有任何人员，办不了事项`);
    }
    if (value.recusalBody === value.name) {
      report(`${path}.recusalBody`, `回避时的代审机构不能是“${value.name}”自己`);
    } else if (value.recusalBody !== undefined && !named.bodies.has(value.recusalBody)) {
      report(`${path}.recusalBody`, `代审机构“${value.recusalBody}”没有列在 bodies 中`);
    }
    if (value.kind === 'unit' && value.county !== undefined && !counties.has(value.county)) {
      report(`${path}.county`, `“${value.county}”没有县级部门，请先在 bodies 中列出`);
    }
  }
  for (const { path, value } of people) {
    if (!named.bodies.has(value.body)) {
      report(`${path}.body`, `机构“${value.body}”没有列在 bodies 或 units 中`);
    }
  }
  for (const { path, value } of substitutes) {
    for (const field of ['absent', 'substitute'] as const) {
      if (!named.people.has(value[field])) {
        report(`${path}.${field}`, `人员“${value[field]}”没有列在 people 中`);
      }
    }
  }
  for (const { path, value } of [...modelers, ...operators]) {
    if (!named.people.has(value.person)) {
      report(`${path}.person`, `人员“${value.person}”没有列在 people 中`);
    }
  }
  for (const { path, value } of administrators) {
    if (!named.people.has(value)) report(path, `人员“${value}”没有列在 people 中`);
  }
  return problems;
}
