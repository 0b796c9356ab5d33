import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { findParts } from '../parts/parts.ts';
import { terminalReport } from '../report.ts';
import { postgresBinaries } from '../services/postgres-binaries.ts';
import { readSettings } from '../settings/settings.ts';
import { ask, run, succeeds } from './sh.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const OURS = 'jiujiang-digital-projects';
const composeSchema = z.object({
  services: z.record(z.string(), z.object({ image: z.string() })),
});

/**
 * Makes our image by its Dockerfile, and for every image it and docker-compose.yml name a stand-in of that name, from the
 * parts that the launcher fetches: public images cannot be had everywhere.
 * @param folder where what is fetched is kept
 */
export async function makeImages(folder: string): Promise<void> {
  const parts = await findParts(
    readSettings(process.env),
    terminalReport(),
    new AbortController().signal,
  );
  makeBase(join(folder, 'base'));
  build('java', 'stand-in/java', parts.java.home);
  const node = imageOfNode();
  build('node', node, nodeFolder(join(folder, 'node'), node));
  build('opensearch', named('opensearch'), parts.openSearch);
  // The part is the folder of its jars.
  build('zeebe', named('zeebe'), dirname(parts.camunda));
  const { postgres } = await postgresBinaries();
  build('postgres', named('postgres'), join(dirname(postgres), '..'));
  // From this machine's own network: where the registry is reached, and by which certificates, is the machine's matter.
  buildWith('--network', 'host', '--tag', OURS, '.');
  build('mailpit', named('mail'), join(HERE, 'stand-ins'));
}

function build(name: string, tag: string, context: string): void {
  const file = join(HERE, 'stand-ins', `${name}.Dockerfile`);
  buildWith('--tag', tag, '--file', file, context);
}

/** With the builder that every Docker has; it says a lot, and all of it only when it fails. */
function buildWith(...words: string[]): void {
  ask('docker', ['build', ...words], { DOCKER_BUILDKIT: '0' });
}

/** A Debian from this machine's own package source. */
function makeBase(folder: string): void {
  if (succeeds('docker', ['image', 'inspect', 'stand-in/base'])) return;
  rmSync(folder, { recursive: true, force: true });
  const words = [
    '--variant=minbase',
    '--include=ca-certificates,curl,postgresql-client',
    'bookworm',
  ];
  run('debootstrap', [...words, folder]);
  const trusted = '/etc/ssl/certs/ca-certificates.crt';
  if (existsSync(trusted)) copyFileSync(trusted, join(folder, trusted));
  run('sh', ['-c', `tar -C '${folder}' -c . | docker import - stand-in/base`]);
  rmSync(folder, { recursive: true, force: true });
}

/** The name of the image a service runs. */
function named(service: string): string {
  const { services } = composeSchema.parse(
    parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }),
  );
  const image = services[service]?.image;
  if (image === undefined) throw new Error(`docker-compose.yml has no service ${service}`);
  return image;
}

function imageOfNode(): string {
  const [, image] = /^FROM (node:\S+)/m.exec(readFileSync('Dockerfile', 'utf8')) ?? [];
  if (image === undefined) throw new Error('Dockerfile is not made from node');
  return image;
}

/** A folder with the program `node` of the version that an image's name holds, and this machine's npm. */
function nodeFolder(folder: string, image: string): string {
  const [, version = ''] = /:([\d.]+)/.exec(image) ?? [];
  const place = join(folder, version);
  if (existsSync(join(place, 'npm'))) return place;
  mkdirSync(place, { recursive: true });
  const draft = join(folder, 'draft');
  run('npm', [
    'install',
    '--prefix',
    draft,
    '--no-save',
    '--ignore-scripts=false',
    `node@${version}`,
  ]);
  copyFileSync(join(draft, 'node_modules', 'node', 'bin', 'node'), join(place, 'node'));
  cpSync(join(ask('npm', ['root', '--global']), 'npm'), join(place, 'npm'), { recursive: true });
  rmSync(draft, { recursive: true, force: true });
  return place;
}
