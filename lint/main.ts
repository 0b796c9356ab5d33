import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { loadDirectory } from '../files/organization.ts';
import { readRegulation } from '../law/regulation.ts';
import { readFolder } from '../models/folder.ts';
import { lintModels } from './lint-models.ts';
import { report } from './report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    models: { type: 'string', default: 'bpmn' },
    organization: { type: 'string', default: 'config/organization.yaml' },
    workers: { type: 'string', default: 'workers' },
  },
});
const findings = await lintModels({
  ...(await readFolder(values.models, values.workers)),
  regulation: readRegulation(
    await readFile(new URL('../law/regulation.yaml', import.meta.url), 'utf8'),
  ),
  directory: loadDirectory(values.organization),
  foreign: new NodeResolver({ require: createRequire(import.meta.url) }),
});
// Everything is linted together; files or folders as arguments only choose what is told.
const told = findings.filter(
  ({ file }) => positionals.length === 0 || positionals.some((path) => file.startsWith(path)),
);
console.log(values.json ? JSON.stringify(told, undefined, 2) : report(told));
if (told.some(({ severity }) => severity === 'error')) process.exitCode = 1;
