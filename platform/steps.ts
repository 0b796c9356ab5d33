import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineClient } from '../engine/client.ts';
import { giveAccounts } from '../engine/opensearch/accounts.ts';
import type { Search } from '../engine/opensearch/client.ts';
import { instanceOf, waitForExporter } from '../engine/opensearch/started-instances.ts';
import { loadDirectory } from '../files/organization.ts';
import { buildClient as buildGateway } from '../gateway/build.ts';
import { camundaPassword, ownSecret } from '../gateway/camunda/secrets.ts';
import { buildClient } from '../web-modeler/build.ts';
import { prepareModels } from '../web-modeler/server/storage/index.ts';
import { checkBodies } from './check-bodies.ts';
import { type Deployed, deployModels } from './deploy-models.ts';
import { EXAMPLE_PROCESS, fileExamples, leaveExamplesOut } from './file-examples.ts';
import type { Parts } from './parts/parts.ts';
import type { Group } from './processes/group.ts';
import type { Report } from './report.ts';
import { addressesOf } from './services/addresses.ts';
import { camundaSecretFile, gatewayFolder, gatewayService } from './services/gateway.ts';
import { mailboxService } from './services/mailbox.ts';
import {
  type ModelerSurroundings,
  modelerFolder,
  modelerService,
  ownWeb,
} from './services/modeler.ts';
import { startPostgres } from './services/postgres.ts';
import { ownEngine, workersService } from './services/workers.ts';
import type { Settings } from './settings/settings.ts';

/** What the steps of one start work with. */
export type Start = {
  settings: Settings;
  parts: Parts;
  group: Group;
  report: Report;
  engine: EngineClient;
  search: Search;
  /** The launcher's own log. */
  log: (line: string) => void;
  /** What may be left out. */
  with: {
    workers: boolean;
    mailbox: boolean;
    modeler: boolean;
    gateway: boolean;
    examples: boolean;
  };
};

/** @returns the address of the database: our own, or the one DATABASE_URL names */
export async function startDatabase({ settings, group, report }: Start): Promise<string> {
  if (settings.DATABASE_URL !== undefined) return settings.DATABASE_URL;
  return report.step('PostgreSQL', () => startPostgres(group, settings));
}

export async function startMailbox({ settings, group, report, with: wanted }: Start) {
  if (wanted.mailbox) await report.step('开发邮箱', () => group.start(mailboxService(settings)));
}

/** The gateway's own accounts at Camunda, one for each person of the organisation file, with passwords nobody knows. */
export async function openAccounts({ settings, search }: Start): Promise<void> {
  const { ORGANIZATION_FILE } = settings;
  const people = existsSync(ORGANIZATION_FILE) ? loadDirectory(ORGANIZATION_FILE).people() : [];
  const secret = ownSecret(camundaSecretFile(settings));
  await giveAccounts(search, people, (id) => camundaPassword(secret, id));
}

/**
 * @returns the folder whose models run: what the modeler has published, or the shipped ones where there is none
 * @throws PlatformError with every body that they name and the organisation does not have
 */
export async function prepareLibrary(
  { settings, report }: Pick<Start, 'settings' | 'report'>,
  modeler: boolean,
): Promise<string> {
  const folder = modeler
    ? await report.step('模型库', () =>
        prepareModels(modelerFolder(settings), settings.MODELS_FOLDER),
      )
    : settings.MODELS_FOLDER;
  if (existsSync(settings.ORGANIZATION_FILE)) {
    await checkBodies(folder, settings.ORGANIZATION_FILE);
  }
  return folder;
}

export function deploy({ report, engine, settings }: Start, models: string): Promise<Deployed> {
  const directory = loadDirectory(settings.ORGANIZATION_FILE);
  return report.step('部署模型', () => deployModels(engine, models, directory));
}

export async function startWorkers(
  { settings, group, report, with: wanted }: Start,
  database: string,
  models: string,
): Promise<void> {
  if (!wanted.workers) return;
  const service = workersService(settings, { database, models, engine: ownEngine(settings) });
  await report.step('作业程序', () => group.start(service));
}

/** Starts the modeler; its pages are built when they are not those of the sources. */
export async function openModeler(
  { settings, report, group }: Pick<Start, 'settings' | 'report' | 'group'>,
  surroundings: Omit<ModelerSurroundings, 'client'>,
): Promise<void> {
  const client = join(modelerFolder(settings), 'client');
  await report.step('模型管理页面', () => buildClient(client));
  const service = modelerService(settings, { ...surroundings, client });
  await report.step('模型管理', () => group.start(service));
}

export async function startModeler(
  { settings, group, report, with: wanted }: Start,
  database: string,
): Promise<void> {
  if (!wanted.modeler) return;
  const engine = ownEngine(settings);
  await openModeler({ settings, report, group }, { database, engine, web: ownWeb(settings) });
}

/** The door; its pages are built when they are not those of the sources. */
export async function startGateway(
  { settings, report, group, with: wanted }: Start,
  database: string,
  models: string,
): Promise<void> {
  if (!wanted.gateway) return;
  const client = join(gatewayFolder(settings), 'client');
  await report.step('统一入口页面', () => buildGateway(client));
  const service = gatewayService(settings, { database, models, client, modeler: wanted.modeler });
  await report.step('统一入口', () => group.start(service));
}

/** On the very first start there is something to look at, unless it was asked for empty. */
export async function giveExamples(
  { settings, engine, search, with: wanted }: Start,
  { processes }: Deployed,
): Promise<void> {
  const stateFile = join(settings.DATA_FOLDER, 'examples.json');
  if (!wanted.examples) return leaveExamplesOut(stateFile);
  if (processes[EXAMPLE_PROCESS] === undefined) return;
  await fileExamples(settings.EXAMPLES_FOLDER, stateFile, {
    engine,
    async instanceOf(projectName) {
      await waitForExporter(addressesOf(settings).management, search);
      return instanceOf(search, projectName);
    },
  });
}
