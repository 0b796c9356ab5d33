import { Linter, type LintReport, type Resolver } from 'bpmnlint';
import type { Element } from '../models/element.ts';
import { finding, type Told } from './apply-rules.ts';
import { inChinese } from './chinese.ts';
import { config, PLUGIN } from './config.ts';
import { keepStanding } from './keep-standing.ts';
import type { Context, DiagramRule } from './rule.ts';
import { rulesOver } from './rules.ts';

/**
 * Runs bpmnlint over one diagram: our rules, the recommended ones, and those of each engine version.
 * @param foreign finds the rules of other packages: bpmnlint's NodeResolver, or a bundle in a browser
 */
export async function lintDiagram(
  definitions: Element,
  context: Context,
  foreign: Resolver,
): Promise<Told[]> {
  const resolver = withOwnRules(foreign, context);
  const ours = await run(definitions, resolver, config.rules);
  const byEngine = await Promise.all(
    config.engines.map(async (engine) => ({
      engine,
      told: await run(definitions, resolver, { extends: `plugin:camunda-compat/${engine}` }),
    })),
  );
  return [...ours, ...onlyOnce(byEngine)];
}

async function run(definitions: Element, resolver: Resolver, rules: object): Promise<Told[]> {
  const linter = new Linter({ resolver, config: rules, transformRule: keepStanding });
  const results = await linter.lint(definitions);
  return Object.entries(results).flatMap(([rule, reports]) =>
    reports.map((report) => toFinding(rule, report)),
  );
}

function toFinding(name: string, { id, message, category, crashed }: LintReport): Told {
  const severity = category === 'warn' && !crashed ? 'warning' : 'error';
  const own = ownRule(name.startsWith(`${PLUGIN}/`) ? name.slice(PLUGIN.length + 1) : '');
  if (own) return finding({ ...own, severity }, id, message);
  const rule = { id: name, severity, legal: false } as const;
  return finding(rule, id, crashed ? message : inChinese(message));
}

function withOwnRules(foreign: Resolver, context: Context): Resolver {
  return {
    resolveRule: (pkg, name) => {
      const rule = pkg === `bpmnlint-plugin-${PLUGIN}` ? ownRule(name) : undefined;
      return rule ? () => rule.check(context) : foreign.resolveRule(pkg, name);
    },
    resolveConfig: (pkg, name) => foreign.resolveConfig(pkg, name),
  };
}

function ownRule(id: string): DiagramRule | undefined {
  return rulesOver('diagram').find((rule) => rule.id === id);
}

/** One finding for what every engine version says; one that names the version for what only some say. */
function onlyOnce(byEngine: { engine: string; told: Told[] }[]): Told[] {
  const met = new Map<string, { told: Told; engines: string[] }>();
  for (const { engine, told } of byEngine) {
    for (const finding of told) {
      const key = JSON.stringify(finding);
      const { engines } = met.get(key) ?? { engines: [] };
      met.set(key, { told: finding, engines: [...engines, engine] });
    }
  }
  return [...met.values()].map(({ told, engines }) =>
    engines.length === byEngine.length
      ? told
      : { ...told, message: `${told.message}（${[...new Set(engines)].join('、')}）` },
  );
}
