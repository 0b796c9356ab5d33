import { join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import { writeWhole } from '../../files/whole.ts';
import { jarsIn } from '../java/jars.ts';
import { type JavaProgram, javaCommand } from '../java/program.ts';
import type { Parts } from '../parts/parts.ts';
import type { ServiceSpec } from '../processes/service.ts';
import type { Settings } from '../settings/settings.ts';

const CLUSTER = 'jiujiang-digital-projects';
/** It answers before it has its indexes back: ready is when all of them can be read. */
const healthSchema = z.object({
  cluster_name: z.literal(CLUSTER),
  status: z.enum(['green', 'yellow']),
});

export function openSearchProgram(parts: Parts, settings: Settings): JavaProgram {
  const folder = join(settings.DATA_FOLDER, 'opensearch');
  return {
    name: 'opensearch',
    mainClass: 'org.codelibs.opensearch.runner.OpenSearchRunner',
    jars: jarsIn(parts.openSearch),
    heap: settings.OPENSEARCH_HEAP,
    args: [
      ...['-basePath', folder],
      ...['-confPath', configurationFolder(settings)],
      ...['-logsPath', join(settings.DATA_FOLDER, 'logs', 'opensearch')],
      ...['-dataPath', join(folder, 'data')],
      ...['-numOfNode', '1'],
      ...['-clusterName', CLUSTER],
      // The launcher gives node 1 the port after this one.
      ...['-baseHttpPort', String(settings.ports.openSearch - 1)],
    ],
  };
}

/** A single OpenSearch node: the store behind Operate, Tasklist and /v2 search. */
export function openSearchService(parts: Parts, settings: Settings): ServiceSpec {
  const file = join(configurationFolder(settings), 'opensearch.yml');
  writeWhole(file, stringify(nodeSettings(settings)));
  return {
    name: 'opensearch',
    label: 'OpenSearch ',
    ...javaCommand(openSearchProgram(parts, settings), parts.java, settings),
    end: 'SIGTERM',
    endsWithinMs: 60_000,
    readyWithinMs: 180_000,
    async isReady() {
      const address = `http://127.0.0.1:${settings.ports.openSearch}/_cluster/health`;
      const response = await fetch(address, { signal: AbortSignal.timeout(5000) });
      return healthSchema.safeParse(await response.json()).success;
    },
  };
}

function configurationFolder(settings: Settings): string {
  return join(settings.DATA_FOLDER, 'opensearch', 'config');
}

function nodeSettings(settings: Settings): Record<string, string | number | boolean> {
  return {
    'network.host': '127.0.0.1',
    'transport.port': settings.ports.openSearchTransport,
    // One node on its own: nothing to discover, no waiting for others.
    'discovery.type': 'single-node',
    // Everyone who asks is on this machine: packing answers would only cost time.
    'http.compression': false,
    // A new task is seen in Tasklist after this long at most (twice on its way).
    'cluster.default.index.refresh_interval': '200ms',
  };
}
