import { engineClient } from '../engine/client.ts';
import { loadDirectory } from '../files/organization.ts';
import { enter } from './data-folder.ts';
import { deployModels } from './deploy-models.ts';
import type { PlatformOptions } from './platform.ts';
import { checkPortsFree } from './processes/port-check.ts';
import { silentReport } from './report.ts';
import { addressesOf } from './services/addresses.ts';
import { mailboxService } from './services/mailbox.ts';
import { startPostgres } from './services/postgres.ts';
import { workersService } from './services/workers.ts';
import type { PortName } from './settings/ports.ts';
import { readSettings } from './settings/settings.ts';
import { openModeler, prepareLibrary } from './steps.ts';

export type ClusterReady = {
  grpc: string;
  mailbox: string | undefined;
  database: string;
  workers: string;
  /** Undefined where it is not started, because LOGIN_URL names no web applications. */
  modeler: string | undefined;
};

export type BesideCluster = { ready: ClusterReady; stop(): Promise<void> };

/**
 * With an existing Camunda 8 cluster, named by the SDK's own settings, nothing of Camunda is started
 * here: the models are deployed to it and the workers work for it, and where LOGIN_URL names its web
 * applications, the web modeler publishes to it. Records and mail are kept here unless DATABASE_URL and SMTP_URL name others.
 */
export async function startBesideCluster(
  options: Pick<PlatformOptions, 'env' | 'report' | 'signal'>,
): Promise<BesideCluster> {
  const { env = {}, report = silentReport } = options;
  const settings = readSettings({ ...process.env, ...env });
  const { DATA_FOLDER, DATABASE_URL, SMTP_URL, ports, cluster } = settings;
  const web = cluster?.web;
  const house = await enter(DATA_FOLDER, { env, report, signal: options.signal });
  const engine = engineClient();
  const stop = () => house.close(() => engine.close().then(() => {}));
  try {
    const used: PortName[] = [
      'workers',
      ...(DATABASE_URL === undefined ? (['postgres'] as const) : []),
      ...(SMTP_URL === undefined ? (['mailbox', 'smtp'] as const) : []),
      ...(web === undefined ? [] : (['modeler'] as const)),
    ];
    await checkPortsFree(ports, used);
    const database =
      DATABASE_URL ?? (await report.step('PostgreSQL', () => startPostgres(house.group, settings)));
    if (SMTP_URL === undefined) {
      await report.step('开发邮箱', () => house.group.start(mailboxService(settings)));
    }
    const start = { settings, report, group: house.group };
    const models = await prepareLibrary(start, web !== undefined);
    const directory = loadDirectory(settings.ORGANIZATION_FILE);
    await report.step('部署模型', () => deployModels(engine, models, directory));
    // People reach that cluster's Tasklist by themselves: no door signs what they complete.
    const signatures = { SIGNATURES: settings.SIGNATURES ?? 'search' };
    const service = workersService(settings, { database, models, engine: signatures });
    await report.step('作业程序', () => house.group.start(service));
    if (web !== undefined) await openModeler(start, { database, engine: {}, web });
    const { mailbox, workers, modeler } = addressesOf(settings);
    return {
      ready: {
        grpc: cluster?.grpc ?? '',
        database,
        workers,
        mailbox: SMTP_URL === undefined ? mailbox : undefined,
        modeler: web === undefined ? undefined : modeler,
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
