import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PlatformError } from '../../engine/problem.ts';
import type { Java } from '../java/find-java.ts';
import { jarsIn } from '../java/jars.ts';
import type { Report } from '../report.ts';
import type { Settings } from '../settings/settings.ts';
import { fetchParts } from './fetch.ts';
import { checkPrerequisites } from './prerequisites.ts';
import { type PartName, versionOf } from './versions.ts';

/** What the platform runs on: a Java, and the folders with the jars of Camunda and OpenSearch. */
export type Parts = { java: Java; camunda: string; openSearch: string };

/**
 * Finds the parts on this machine and fetches those that are not in the cache yet.
 * @throws PlatformError when something needed is missing or cannot be fetched
 */
export async function findParts(
  settings: Settings,
  report: Report,
  signal: AbortSignal,
): Promise<Parts> {
  const places: Record<PartName, string> = {
    camunda: settings.CAMUNDA_HOME ?? inCache(settings, 'camunda'),
    opensearch: settings.OPENSEARCH_HOME ?? inCache(settings, 'opensearch'),
  };
  refuseEmptyHome('CAMUNDA_HOME', settings.CAMUNDA_HOME);
  refuseEmptyHome('OPENSEARCH_HOME', settings.OPENSEARCH_HOME);
  const wanted = (['camunda', 'opensearch'] as const)
    .filter((part) => !existsSync(places[part]))
    .map((part) => ({ part, target: places[part] }));

  const machine = { nodeVersion: process.versions.node, ...environment(settings) };
  const { java, maven } = checkPrerequisites(machine, wanted.length > 0);
  if (wanted.length > 0 && maven !== undefined) {
    await report.step('下载 Camunda 与 OpenSearch（仅首次，约 350 MB）', (detail) =>
      fetchParts({ wanted, maven, java, cache: settings.CACHE_FOLDER, signal, detail }),
    );
  }
  return { java, camunda: jarFolder(places.camunda), openSearch: jarFolder(places.opensearch) };
}

function inCache({ CACHE_FOLDER }: Settings, part: PartName): string {
  return join(CACHE_FOLDER, 'parts', `${part}-${versionOf(part)}`);
}

function environment({ JAVA_HOME }: Settings) {
  return { JAVA_HOME, PATH: process.env.PATH };
}

function refuseEmptyHome(key: string, home: string | undefined): void {
  if (home === undefined) return;
  if (existsSync(home) && jarsIn(jarFolder(home)).length > 0) return;
  throw new PlatformError(`${key}=${home} 不是已解压的发行包（其中没有 jar 文件）`);
}

/** A distribution has its jars in lib/, sometimes below one folder of its own name. */
function jarFolder(home: string): string {
  if (existsSync(join(home, 'lib'))) return join(home, 'lib');
  const inner = readdirSync(home).find((name) => existsSync(join(home, name, 'lib')));
  return inner === undefined ? home : join(home, inner, 'lib');
}
