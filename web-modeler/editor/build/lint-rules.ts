import { createRequire } from 'node:module';
import { posix } from 'node:path';
import type { Plugin } from 'esbuild';
import { config } from '../../../lint/config.ts';

const NAME = 'virtual:lint-rules';
const RECOMMENDED = 'recommended';
const COMPAT = 'bpmnlint-plugin-camunda-compat';

type RuleNames = Record<string, unknown>;
type Package = { configs: Record<string, { rules: RuleNames }>; rules: Record<string, string> };

/**
 * Gives the browser's lint worker the rules of other packages that lint/config.ts names: bpmnlint
 * looks for them by their names, which a bundle cannot do.
 */
export function lintRules(): Plugin {
  return {
    name: 'lint-rules',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${NAME}$`) }, () => ({
        path: NAME,
        namespace: 'lint-rules',
      }));
      build.onLoad({ filter: /.*/, namespace: 'lint-rules' }, () => ({
        contents: moduleOfRules(),
        resolveDir: import.meta.dirname,
      }));
    },
  };
}

function moduleOfRules(): string {
  const require = createRequire(import.meta.url);
  const recommended: { rules: RuleNames } = require(`bpmnlint/config/${RECOMMENDED}`);
  const compat: Package = require(COMPAT);
  const configs: Record<string, { rules: RuleNames }> = {
    [`bpmnlint/${RECOMMENDED}`]: recommended,
  };
  const files: Record<string, string> = {};
  for (const rule of Object.keys(recommended.rules)) {
    files[`bpmnlint/${rule}`] = `bpmnlint/rules/${rule}.js`;
  }
  for (const engine of config.engines) {
    const given = compat.configs[engine];
    if (!given) throw new Error(`${COMPAT} has no ${engine}`);
    configs[`${COMPAT}/${engine}`] = given;
    for (const rule of Object.keys(given.rules)) {
      const file = compat.rules[rule];
      if (file?.startsWith('.')) files[`${COMPAT}/${rule}`] = posix.join(COMPAT, file);
      // An engine's configuration also names rules of bpmnlint itself.
      else files[rule] = rule.replace(/^bpmnlint\/(.+)$/, 'bpmnlint/rules/$1.js');
    }
  }
  const named = Object.entries(files).map(([name, file], index) => ({ name, file, index }));
  return [
    ...named.map(({ file, index }) => `import rule${index} from ${JSON.stringify(file)};`),
    `export const configs = ${JSON.stringify(configs)};`,
    'export const rules = {',
    ...named.map(({ name, index }) => `  ${JSON.stringify(name)}: rule${index},`),
    '};',
  ].join('\n');
}
