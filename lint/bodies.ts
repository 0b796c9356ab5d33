import type { RequiredBody } from '../law/regulation.ts';
import { feelValue, reads } from '../models/feel.ts';
import type { Context } from './rule.ts';

/** The step whose outputs name the bodies of a project, as variables for every stage behind it. */
export const ROUTE = 'project-application/Task_ApprovalRoute';

const PROJECTS = {
  agency: { told: '业主为行政机关时', application: { ownerType: 'agency', level: 'city' } },
  soe: { told: '业主为国有企业时', application: { ownerType: 'soe', level: 'city' } },
  county: { told: '县级项目', application: { ownerType: 'agency', level: 'county' } },
};

/**
 * How a body that a model names, as a constant or by a variable, differs from the one required; each
 * kind of project is tried. One entry for each difference, with both bodies.
 */
export function bodyProblems(source: string, wanted: RequiredBody, context: Context): string[] {
  const kinds = Object.keys(PROJECTS) as (keyof typeof PROJECTS)[];
  return kinds.flatMap((kind) => {
    const required = typeof wanted === 'string' ? wanted : wanted[kind];
    if (required === undefined) return [];
    const { told, application } = PROJECTS[kind];
    const found = feelValue(source, { application, ...routeVariables({ application }, context) });
    if (found === required) return [];
    const written = reads(source).length > 0 ? `（${source}）` : '';
    return [`（${told}）：模型为 ${found ?? '空'}${written}，对照表为 ${required}。`];
  });
}

function routeVariables(
  variables: Record<string, unknown>,
  { models }: Context,
): Record<string, unknown> {
  const given = models.outputs[ROUTE] ?? [];
  return Object.fromEntries(
    given.map(({ source, target }) => [target, feelValue(source, variables)]),
  );
}
