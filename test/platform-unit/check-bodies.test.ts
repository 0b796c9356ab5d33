import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { PlatformError } from '../../engine/problem.ts';
import { silentReport } from '../../platform/report.ts';
import { readSettings } from '../../platform/settings/settings.ts';
import { prepareLibrary } from '../../platform/steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'bodies-'));
afterAll(() => rmSync(folder, { recursive: true }));

const settings = (organization: string) =>
  readSettings({ DATA_FOLDER: folder, ORGANIZATION_FILE: organization });
const prepare = (organization: string) =>
  prepareLibrary({ settings: settings(organization), report: silentReport }, false);

test('models whose bodies are all there are made ready', async () => {
  expect(await prepare('config/organization.yaml')).toBe(settings('x').MODELS_FOLDER);
});

test('a body that nobody is stops the start before anything is deployed, with its place', async () => {
  const organization = join(folder, 'organization.yaml');
  const shipped = readFileSync('config/organization.yaml', 'utf8');
  writeFileSync(organization, shipped.replaceAll('市委保密机要局', '市委机要保密局'));

  const refused = prepare(organization);
  await expect(refused).rejects.toThrow(PlatformError);
  await expect(refused).rejects.toThrow(
    /organization\.yaml 不一致，未作部署：[\s\S]*project-application\.bpmn\n.*End_Classified.*没有“市委保密机要局”/,
  );
});

test('without an organisation file there is nothing to compare', async () => {
  expect(await prepare(join(folder, 'none.yaml'))).toBe(settings('x').MODELS_FOLDER);
});
