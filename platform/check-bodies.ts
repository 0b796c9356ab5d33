import { readFileSync } from 'node:fs';
import { PlatformError } from '../engine/problem.ts';
import { loadDirectory } from '../files/organization.ts';
import { readRegulation } from '../law/regulation.ts';
import { bodiesExist } from '../lint/bodies-exist.ts';
import { report } from '../lint/report.ts';
import { modelFiles } from '../models/files.ts';
import { readModel } from '../models/model-index.ts';

/**
 * Nothing is deployed whose steps would find nobody.
 * @throws PlatformError with every body that the models of the folder name and the organisation does not have, each with
 * its place; OrganizationError when the file itself is faulty
 */
export async function checkBodies(modelsFolder: string, organizationFile: string): Promise<void> {
  const directory = loadDirectory(organizationFile);
  const paths = await modelFiles(modelsFolder);
  const models = await Promise.all(
    paths.map((path) => readModel({ path, source: readFileSync(path, 'utf8') })),
  );
  const regulation = readRegulation(
    readFileSync(new URL('../law/regulation.yaml', import.meta.url), 'utf8'),
  );
  const findings = bodiesExist(models, regulation, directory);
  if (findings.length === 0) return;
  throw new PlatformError(
    `模型、表单与组织机构文件 ${organizationFile} 不一致，未作部署：\n${report(findings)}`,
  );
}
