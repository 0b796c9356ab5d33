import type { z } from 'zod';
import type { mapRoutes } from '../../map/api.ts';
import type { modelSummary } from '../api.ts';

export type ModelSummary = z.infer<typeof modelSummary>;
export type Link = z.infer<typeof mapRoutes.listLinks.answer>['links'][number];

/** A process with its tables, forms and notices. */
export type Group = { id: string; name: string; models: ModelSummary[] };

const KINDS = ['process', 'decision', 'form', 'notice'] as const;

/**
 * The models by the process they belong to, in the order a project passes through them: a process comes
 * after those that call it. Within a group: process, tables, forms, notices, each by name.
 */
export function groupModels(models: ModelSummary[], links: Link[]): Group[] {
  const groups = new Map<string, Group>();
  for (const model of models) {
    const group = groups.get(model.home.id) ?? { ...model.home, models: [] };
    group.models.push(model);
    groups.set(model.home.id, group);
  }
  for (const group of groups.values()) group.models.sort(byKindAndName);
  const order = inCallOrder([...groups.keys()].sort(), links);
  return order.flatMap((id) => groups.get(id) ?? []);
}

function byKindAndName(one: ModelSummary, other: ModelSummary): number {
  const kinds = KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind);
  return kinds || one.name.localeCompare(other.name, 'zh-CN');
}

/** Callers before what they call; in a circle, whichever was reached first. */
function inCallOrder(homes: string[], links: Link[]): string[] {
  const calls = links.filter(({ kind }) => kind === 'calls');
  const called = new Map<string, string[]>();
  for (const { from, to } of calls) {
    const callees = called.get(homeOf(from)) ?? [];
    called.set(homeOf(from), [...callees, homeOf(to)]);
  }
  const callees = new Set([...called.values()].flat());
  const finished: string[] = [];
  const visited = new Set<string>();

  function visit(home: string): void {
    if (visited.has(home)) return;
    visited.add(home);
    for (const next of [...(called.get(home) ?? [])].reverse()) visit(next);
    finished.push(home);
  }

  // Those that call much come first: 项目申报 before a process that stands alone.
  const roots = homes.filter((home) => !callees.has(home));
  roots.sort((one, other) => (called.get(one)?.length ?? 0) - (called.get(other)?.length ?? 0));
  for (const root of roots) visit(root);
  for (const home of homes) visit(home);
  return finished.reverse();
}

function homeOf(path: string): string {
  return path.split('/')[0] ?? path;
}
