import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { followModels } from '../../models/follow.ts';
import { loadSteps } from '../../models/load.ts';
import { modelsFolder } from '../workers/support/builders.ts';

const STEP = ['stage-technical-review', 'Task_TechnicalReview'] as const;
const log = pino({ level: 'silent' });

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'follow-steps-'));
});
afterAll(() => rmSync(home, { recursive: true }));

/** Puts a folder in the place of the other, as publishing does. */
function publish(change: (xml: string) => string): string {
  const folder = join(home, 'published');
  const fresh = join(home, 'fresh');
  cpSync(join(modelsFolder, STEP[0]), join(fresh, STEP[0]), { recursive: true });
  const file = join(fresh, STEP[0], `${STEP[0]}.bpmn`);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
  return folder;
}

test('a published name counts for the next step, and a faulty model leaves the last good names', async () => {
  const folder = publish((xml) => xml);
  const steps = await followModels(folder, loadSteps, log);
  expect((await steps()).label(...STEP)).toBe('技术评审');

  publish((xml) => xml.replaceAll('name="技术评审"', 'name="技术审查"'));
  expect((await steps()).label(...STEP)).toBe('技术审查');

  publish(() => '<not><closed>');
  expect((await steps()).label(...STEP)).toBe('技术审查');
});
