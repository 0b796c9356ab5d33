import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

const PAGES = ['README.md', 'README.zh.md'];
const models = readdirSync('bpmn', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.bpmn'))
  .map((file) => readFileSync(join('bpmn', file), 'utf8'))
  .join('\n');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

describe.each(PAGES)('%s', (page) => {
  const text = readFileSync(page, 'utf8');

  test('links and pictures lead to files that are there', () => {
    const links = found(text, /\]\(([^)#]+)\)/g).filter((link) => !link.includes('://'));
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  test('the files it names exist', () => {
    const files = found(
      text,
      /`((?:bpmn|test|config|workers|records|platform)\/[^`*<…]+)`/g,
    ).filter(
      // The reader makes this one from the example beside it.
      (file) => file !== 'config/holidays/2027.yaml',
    );
    expect(files.length).toBeGreaterThan(15);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  test('the commands it names exist', () => {
    const commands = found(text, /npm run (?:-s )?([a-z:-]+)/g);
    expect(commands.length).toBeGreaterThan(4);
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  });

  test('each step it lists is in a model under that label', () => {
    const steps = [...text.matchAll(/^\| (\S+) \| `(Task_\w+)` \|/gm)];
    expect(steps.length).toBeGreaterThan(15);
    const strangers = steps.filter(
      ([, label, id]) => !new RegExp(`id="${id}" name="${label}"`).test(models),
    );
    expect(strangers.map(([row]) => row)).toEqual([]);
  });

  test('each step a person takes is listed', () => {
    const ids = found(models, /<bpmn:userTask id="(\w+)"/g);
    expect(ids.filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
  });
});

test('both languages show the same commands and the same steps', () => {
  const [english, chinese] = PAGES.map((page) => {
    const text = readFileSync(page, 'utf8');
    return {
      commands: found(text, /```sh\n([^`]+)```/g),
      ids: found(text, /`(Task_\w+)`/g),
      tests: found(text, /`(test\/[^`]+\.ts)`/g),
    };
  });
  expect(chinese).toEqual(english);
});

function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, group = '']) => group);
}
