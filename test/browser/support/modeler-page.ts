import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import express from 'express';
import { z } from 'zod';
import { loadDirectory } from '../../../files/organization.ts';
import { choicesOf } from '../../../law/directory/index.ts';
import { readRegulation } from '../../../law/regulation.ts';
import { readFolder } from '../../../models/folder.ts';
import { clientPages } from '../../../site/server/pages.ts';
import type { Kind } from '../../../web-modeler/api/common.ts';
import type { Overruling } from '../../../web-modeler/linting/api.ts';

const ME = { id: 'dev', name: '测试' };
const WHEN = '2026-10-01T00:00:00Z';
const KINDS: Record<string, Kind> = {
  bpmn: 'process',
  dmn: 'decision',
  form: 'form',
  txt: 'notice',
};
// As strict as the server's own, see web-modeler/server.
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:";

const saving = z.object({ path: z.string(), source: z.string() });

export type ModelerPage = {
  address: string;
  /** The paths of all models. */
  paths: string[];
  /** The texts that were saved, by their paths. */
  saved: Record<string, string>;
  close(): Promise<void>;
};

/**
 * Serves the modeler's client with the shipped models and an API that keeps what it is given in memory, for
 * tests and measurements of the editors alone.
 * @param out where the client is built; what is up to date there is used again
 * @param extra further models by their paths
 * @param below the path a proxy takes off before the modeler sees it, such as `/modeler`; what does not lie below it
 * is not there
 */
export async function serveModelerPage(
  out: string,
  extra: Record<string, string> = {},
  role: 'reader' | 'editor' = 'editor',
  below = '',
): Promise<ModelerPage> {
  await buildClient(out);
  const shipped = { ...(await shippedModels()), ...extra };
  const models = { ...shipped };
  const saved: Record<string, string> = {};
  const surroundings = await readFolder('bpmn', 'workers');
  const regulation = readRegulation(await readFile('law/regulation.yaml', 'utf8'));
  const templates = await jsonFiles('models/templates');
  const examples = await jsonFiles('config/examples');
  let overrulings: Overruling[] = [];

  const app = express();
  app.use(express.json({ limit: '5mb' }));
  app.use((_, response, next) => {
    response.setHeader('content-security-policy', POLICY);
    next();
  });
  app.get('/api/session', (_, response) => {
    const user = { ...ME, role };
    response.json({ user, signInBy: 'password', mustChangePassword: false, csrfToken: 'token' });
  });
  app.get('/api/models', (_, response) => {
    response.json({
      models: Object.entries(models).map(([path, source]) =>
        summary(path, source, source === shipped[path] ? 'published' : 'draft'),
      ),
      saved: oid('saved'),
      published: oid('published'),
    });
  });
  app.get('/api/links', (_, response) => {
    response.json({ links: [] });
  });
  app.get('/api/model', (request, response) => {
    const path = String(request.query.path);
    const isBefore = ['shipped', 'published', oid('published')].includes(String(request.query.at));
    const source = (isBefore ? shipped : models)[path] ?? '';
    response.json({ path, kind: kindOf(path), source, blob: oid(source), commit: oid('commit') });
  });
  app.post('/api/model', (request, response) => {
    const { path, source } = saving.parse(request.body);
    models[path] = source;
    saved[path] = source;
    const model = { path, kind: kindOf(path), source, blob: oid(source), commit: oid('commit') };
    response.json({ model, findings: [] });
  });
  app.get('/api/history', (_, response) => {
    response.json({ versions: [] });
  });
  app.get('/api/lint-surroundings', (_, response) => {
    const files = Object.entries(models)
      .filter(([path]) => !path.endsWith('.txt'))
      .map(([path, source]) => ({ path, source }));
    const choices = choicesOf(loadDirectory('config/organization.yaml'));
    response.json({ files, ...surroundings.surroundings, regulation, overrulings, choices });
  });
  app.get('/api/templates', (_, response) => {
    response.json({ templates: templates.map(({ content }) => content) });
  });
  app.get('/api/scenario-examples', (_, response) => {
    response.json({
      examples: examples.map(({ name, content }) => ({ name, title: name, application: content })),
    });
  });
  app.post('/api/overrulings', (request, response) => {
    const made = { ...request.body, id: randomUUID(), by: ME, at: WHEN };
    overrulings = [...overrulings, made];
    response.json(made);
  });
  app.delete('/api/overrulings/:id', (request, response) => {
    overrulings = overrulings.filter(({ id }) => id !== request.params.id);
    response.json({});
  });
  app.use('/api', (_, response) => void response.status(404).json({}));
  app.use(clientPages(out));

  const proxy = express();
  proxy.use(below || '/', (request, response) => {
    request.headers['x-forwarded-prefix'] = below;
    app(request, response);
  });
  const server = proxy.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    paths: Object.keys(shipped),
    saved,
    address: `http://127.0.0.1:${port}${below}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** In a process of its own: Jest's modules cannot load what the build asks of bpmnlint. */
async function buildClient(out: string): Promise<void> {
  const command = ['--import', 'tsx', 'web-modeler/build-command.ts', out];
  await promisify(execFile)(process.execPath, command);
}

async function shippedModels(): Promise<Record<string, string>> {
  const names = await readdir('bpmn', { recursive: true });
  const paths = names.filter((name) =>
    /^[a-z-]+\/((?:notices|parts)\/)?[a-z-]+\.(bpmn|dmn|form|txt)$/.test(name),
  );
  const read = paths.map(async (path) => [path, await readFile(`bpmn/${path}`, 'utf8')] as const);
  return Object.fromEntries(await Promise.all(read));
}

async function jsonFiles(folder: string): Promise<{ name: string; content: unknown }[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  return Promise.all(
    files.map(async (file) => ({
      name: basename(file, '.json'),
      content: JSON.parse(await readFile(`${folder}/${file}`, 'utf8')),
    })),
  );
}

function summary(path: string, source: string, state: 'published' | 'draft') {
  const blob = oid(source);
  return {
    path,
    kind: kindOf(path),
    id: basename(path).replace(/\.\w+$/, ''),
    name: /<bpmn:process [^>]*name="([^"]+)"/.exec(source)?.[1] ?? '一个模型',
    home: { id: path.split('/')[0], name: '一个流程' },
    blob,
    changed: { commit: oid('commit'), blob, by: ME, at: WHEN, note: '初始版本' },
    state,
    deployedVersion: 1,
    errors: 0,
    warnings: 0,
    differsFromShipped: false,
  };
}

function kindOf(path: string): Kind {
  return KINDS[path.slice(path.lastIndexOf('.') + 1)] ?? 'notice';
}

function oid(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
