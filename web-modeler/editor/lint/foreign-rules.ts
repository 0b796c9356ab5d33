import { configs, rules } from 'virtual:lint-rules';
import type { Resolver } from 'bpmnlint';

/** Finds the rules of other packages among those the build has put into the worker. */
export const bundledRules: Resolver = {
  resolveRule: (pkg, name) => found(rules, `${pkg}/${name}`),
  resolveConfig: (pkg, name) => found(configs, `${pkg}/${name}`),
};

function found(among: Record<string, unknown>, name: string): unknown {
  if (name in among) return among[name];
  throw new Error(`not bundled: ${name}`);
}
