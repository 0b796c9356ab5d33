import { engineClient } from '../engine/client.ts';
import { openSearch } from '../engine/opensearch/client.ts';
import { bringUp } from './bring-up.ts';
import { enter } from './data-folder.ts';
import { type Archives, makeArchives } from './java/archives.ts';
import { findParts } from './parts/parts.ts';
import { checkPortsFree } from './processes/port-check.ts';
import { announceReady, type Ready } from './ready.ts';
import { type Report, silentReport } from './report.ts';
import { addressesOf } from './services/addresses.ts';
import { javaPrograms } from './services/java-programs.ts';
import { portsOf } from './settings/ports.ts';
import { readSettings } from './settings/settings.ts';
import { watchAll } from './watch-all.ts';

export type PlatformOptions = {
  /** Settings on top of the environment; every child process sees them too. */
  env?: Record<string, string>;
  /** Whether workers/main.ts is started; it is unless this says false. */
  workers?: boolean;
  /** Whether the development mailbox is started; it is unless this says false. */
  mailbox?: boolean;
  /** Whether the web modeler is started, and its published models are deployed instead of the shipped ones; only if this says true. */
  modeler?: boolean;
  /** Whether the gateway is started; it is unless this says false. */
  gateway?: boolean;
  /** Whether the example applications are filed on the very first start; they are unless this says false. */
  examples?: boolean;
  /** Whether missing JVM archives are made beside the running platform; they are not unless this says true. */
  archives?: boolean;
  report?: Report;
  /** Gives the start up and stops what already runs. */
  signal?: AbortSignal;
};

export type Platform = {
  ready: Ready;
  /** Ends every process in order and gives the data folder free; nothing is lost. May be called again. */
  stop(): Promise<void>;
};

/**
 * Starts the whole platform on one data folder, or goes on where an earlier start was killed, and
 * returns when all of it answers.
 * @throws SettingsError, PlatformError with a Chinese sentence when something the person can put
 *   right is in the way; everything that was started is stopped by then
 */
export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const { env = {}, report = silentReport } = options;
  const settings = readSettings({ ...process.env, ...env });
  const house = await enter(settings.DATA_FOLDER, { env, report, signal: options.signal });
  const { group, signal, log } = house;
  const addresses = addressesOf(settings);
  const engine = engineClient(addresses.grpc);
  let archives: Archives | undefined;
  let stopped: Promise<void> | undefined;

  function stop(): Promise<void> {
    stopped ??= house.close(async () => {
      await engine.close();
      await archives?.finish(report);
    });
    return stopped;
  }

  try {
    const wanted = {
      workers: options.workers ?? true,
      mailbox: options.mailbox ?? true,
      modeler: options.modeler ?? false,
      gateway: options.gateway ?? true,
      examples: options.examples ?? true,
    };
    const ownDatabase = settings.DATABASE_URL === undefined;
    await checkPortsFree(settings.ports, portsOf({ ...wanted, database: ownDatabase }));
    const parts = await findParts(settings, report, signal);
    const search = openSearch(addresses.search);
    const start = { settings, parts, group, report, engine, search, log, with: wanted };
    const ready = await bringUp(start);
    announceReady(settings.DATA_FOLDER, ready);
    watchAll(group, ready, engine, signal, log);
    if (options.archives && settings.JVM_ARCHIVE === 'make') {
      archives = makeArchives(javaPrograms(parts, settings), parts.java, settings, log);
    }
    return { ready, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
