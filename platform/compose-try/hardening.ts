import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Compose, Container } from './compose.ts';
import { ask, succeeds } from './sh.ts';

/** The two with a way out, and the one that stands in for a mail server. */
const OUTSIDE = ['gateway', 'mail', 'workers'];
const PUBLISHED = ['gateway', 'mail'];

const inspectSchema = z.tuple([
  z.object({
    HostConfig: z.object({ ReadonlyRootfs: z.boolean() }),
    NetworkSettings: z.object({ Ports: z.record(z.string(), z.array(z.unknown()).nullable()) }),
  }),
]);

/**
 * Whether the containers are as docker-compose.yml means them, as the kernel has it.
 * @throws Error that says all that is not so
 */
export function checkHardening(compose: Compose): void {
  const containers = compose.containers();
  const faults = containers.flatMap((one) =>
    faultsOf(one).map((fault) => `${one.service} ${fault}`),
  );
  if (reaches(containers, 'web', 'postgres/5432')) faults.push('web reaches PostgreSQL');
  if (!reaches(containers, 'web', 'zeebe/26500')) faults.push('web does not reach the engine');
  if (faults.length > 0) throw new Error(faults.join('\n'));
  console.log(
    'No root, no capability, no new privileges; only the gateway and the mailbox are published.',
  );
}

function faultsOf({ name, service, pid }: Container): string[] {
  const [{ HostConfig, NetworkSettings }] = inspectSchema.parse(
    JSON.parse(ask('docker', ['inspect', name])),
  );
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (field: string) => new RegExp(`^${field}:\\s+(\\S+)`, 'm').exec(status)?.[1];
  const published = Object.values(NetworkSettings.Ports).some((ports) => ports?.length);
  // A way to everywhere has the address 0.
  const wayOut = /^\S+\s+00000000\s/m.test(readFileSync(`/proc/${pid}/net/route`, 'utf8'));
  return [
    ...(of('Uid') === '0' ? ['is root'] : []),
    ...(/^0+$/.test(of('CapEff') ?? '') ? [] : ['has capabilities']),
    ...(of('NoNewPrivs') === '1' ? [] : ['may gain privileges']),
    ...(HostConfig.ReadonlyRootfs === (service !== 'opensearch')
      ? []
      : ['has another root than is said']),
    ...(published === PUBLISHED.includes(service) ? [] : ['is published otherwise than is said']),
    ...(wayOut === OUTSIDE.includes(service) ? [] : ['has another way out than is said']),
  ];
}

function reaches(containers: Container[], from: string, to: string): boolean {
  const name = containers.find(({ service }) => service === from)?.name ?? '';
  const words = ['exec', name, 'timeout', '5', 'bash', '-c', `: < /dev/tcp/${to}`];
  return succeeds('docker', words);
}
