import { basename } from 'node:path';
import type { Element } from '../../models/element.ts';
import { constantOf } from '../../models/feel.ts';
import { input, jobType } from '../../models/zeebe.ts';

type Tests = Map<string, string>;

const ON_ENGINE = 'test/process/';

/**
 * The test on the engine that is most about a name: its file shares the most words with it (`province-decides` with
 * `Task_ReviseForProvince`), then it names it often and the other names seldom.
 * @throws Error when no test names it
 */
export function mostAbout(name: string, names: string[], tests: Tests): string {
  const found = naming(name, names, tests);
  if (found === undefined) throw new Error(`no test below ${ON_ENGINE} names ${name}`);
  return found;
}

/**
 * The test of a job: one on the engine that names the step or the notice it sends, otherwise that of its handler.
 * @throws Error when there is none
 */
export function testOfJob(step: Element, names: string[], tests: Tests): string {
  const notice = constantOf(input(step, 'template'));
  const handlers = `test/workers/${jobType(step)}/`;
  const found =
    naming(step.id ?? '', names, tests) ??
    (typeof notice === 'string' ? naming(`'${notice}'`, [...names, notice], tests) : undefined) ??
    [...tests.keys()].find((path) => path.startsWith(handlers));
  if (found === undefined) throw new Error(`no test names ${step.id}, and none is in ${handlers}`);
  return found;
}

function naming(name: string, names: string[], tests: Tests): string | undefined {
  const all = [...new Set([...names, name])];
  const [best] = [...tests]
    .filter(([path]) => path.startsWith(ON_ENGINE))
    .map(([path, source]) => {
      const times = count(source, name);
      const others = all.reduce((sum, other) => sum + count(source, other), 0);
      return { path, times, akin: wordsShared(path, name), about: times ** 2 / others };
    })
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.akin - a.akin || b.about - a.about || (a.path < b.path ? -1 : 1));
  return best?.path;
}

function wordsShared(path: string, name: string): number {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z]+/g);
  return basename(path)
    .split(/[-.]/)
    .filter((word) => words?.includes(word)).length;
}

/** How often the name stands in the text as a whole word. */
function count(source: string, name: string): number {
  return source
    .split(name)
    .slice(1)
    .filter((rest) => !/^\w/.test(rest)).length;
}
