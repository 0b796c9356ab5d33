import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { chineseScript } from '../../../gateway/chinese/scripts.ts';

export const ME = '何静怡';
const LONG_AGO = '2026-03-05T01:02:00.000+0000';

interface Task {
  id: string;
  name: string;
  assignee: string | null;
  taskState: string;
  completionDate: string | null;
}

export interface FakeTasklist {
  address: string;
  tasks: Task[];
  /** What Camunda answers from now on to everything that changes something: nothing, or why it refuses. */
  refusal: string | undefined;
  /** Whether lists can be read. */
  reachable: boolean;
  processes: object[];
  close(): Promise<void>;
}

/**
 * Tasklist's own pages and scripts, in Chinese, over answers in the shape of Camunda's that are kept in
 * memory: every screen can be reached without an engine.
 */
export async function serveFakeTasklist(
  files: Map<string, Buffer>,
  form: object,
): Promise<FakeTasklist> {
  const app = express();
  const fake: FakeTasklist = {
    address: '',
    tasks: [task('1', ME), task('2', null), task('3', '宋远航')],
    refusal: undefined,
    reachable: true,
    processes: [process('1', '数字化项目申报与审定', 'form'), process('2', '撤回申报', null)],
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  servePages(app, files);
  app.use(express.json());
  app.use((request, response, next) => {
    if (!fake.reachable && !request.path.includes('/users/')) response.status(500).json({});
    else if (request.method === 'PATCH' && fake.refusal !== undefined) {
      response.status(400).json({ message: fake.refusal });
    } else next();
  });
  serveTasks(app, fake);
  app.get('/v1/forms/:id', (_request, response) => {
    response.json({
      id: 'form',
      processDefinitionKey: '1',
      schema: JSON.stringify(form),
      title: '',
    });
  });
  app.get('/v1/internal/processes', (_request, response) => void response.json(fake.processes));
  app.get('/v1/internal/processes/:id', (_request, response) => {
    const bpmnXml = readFileSync('bpmn/application-withdrawal/application-withdrawal.bpmn', 'utf8');
    response.json({ ...process('2', '撤回申报', null), bpmnXml });
  });
  app.patch('/v1/internal/processes/:id/start', (_request, response) => {
    response.json({ id: '77' });
  });
  app.get('/v2/license', (_request, response) => {
    response.json({ validLicense: false, licenseType: 'unknown' });
  });
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  fake.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tasklist`;
  return fake;
}

function servePages(app: express.Express, files: Map<string, Buffer>): void {
  const chinese = new Map<string, string>();
  app.get('/tasklist/client-config.js', (_request, response) => {
    const config = { canLogout: true, contextPath: '', baseName: '/tasklist' };
    response.type('js').send(`window.clientConfig=${JSON.stringify(config)}`);
  });
  app.get('/tasklist/assets/:name', (request, response) => {
    const { name } = request.params;
    const original = files.get(`assets/${name}`);
    if (original === undefined) return void response.sendStatus(404);
    if (!chinese.has(name) && name.endsWith('.js')) {
      chinese.set(name, chineseScript(name, original.toString()) ?? original.toString());
    }
    response.type(name).send(chinese.get(name) ?? original);
  });
  app.get(['/tasklist', '/tasklist/*rest'], (_request, response) => {
    const page = files.get('index.html')?.toString() ?? '';
    response.type('html').send(page.replace(/<base [^>]*>/, '<base href="/tasklist/" />'));
  });
}

function serveTasks(app: express.Express, fake: FakeTasklist): void {
  const found = (id: string) => fake.tasks.find((one) => one.id === id);
  app.get('/v1/internal/users/current', (_request, response) => {
    const permissions = ['read', 'write'];
    response.json({
      userId: ME,
      displayName: ME,
      permissions,
      c8Links: [],
      tenants: [],
      groups: [],
    });
  });
  app.post('/v1/tasks/search', (request, response) => {
    const { state, assigned } = request.body as { state?: string; assigned?: boolean };
    response.json(
      fake.tasks.filter(
        (one) =>
          (state === undefined || one.taskState === state) &&
          (assigned === undefined || assigned === (one.assignee !== null)),
      ),
    );
  });
  app.get('/v1/tasks/:id', (request, response) => void response.json(found(request.params.id)));
  app.post('/v1/tasks/:id/variables/search', (_request, response) => void response.json([]));
  app.patch('/v1/tasks/:id/:change', (request, response) => {
    const { id, change } = request.params;
    const one = found(id);
    if (!one) return void response.sendStatus(404);
    if (change === 'assign') one.assignee = ME;
    if (change === 'unassign') one.assignee = null;
    if (change === 'complete') {
      Object.assign(one, { taskState: 'COMPLETED', completionDate: new Date().toISOString() });
    }
    response.json(one);
  });
}

function task(id: string, assignee: string | null) {
  const written = {
    taskDefinitionId: 'Task',
    processName: '数字化项目申报与审定',
    creationDate: LONG_AGO,
    sortValues: [id, id],
    isFirst: true,
    formKey: '1',
    formId: 'form',
    formVersion: 1,
    isFormEmbedded: false,
    processDefinitionKey: '1',
    processInstanceKey: '77',
    tenantId: '<default>',
    dueDate: '2026-03-06T01:02:00.000+0000',
    followUpDate: new Date(Date.now() + 30 * 60_000).toISOString(),
    candidateGroups: ['市数字政府领导小组办公室'],
    candidateUsers: null,
    variables: [],
    context: '九江市供水管网监测平台',
    implementation: 'ZEEBE_USER_TASK',
    priority: 30 * Number(id),
  };
  return { ...written, id, name: '初步审核', assignee, taskState: 'CREATED', completionDate: null };
}

function process(id: string, name: string, startEventFormId: string | null) {
  const bpmnProcessId = startEventFormId ? 'project-application' : 'application-withdrawal';
  return {
    id,
    name,
    bpmnProcessId,
    startEventFormId,
    version: 1,
    tenantId: '<default>',
    bpmnXml: null,
    sortValues: null,
  };
}
