import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Compose, Container } from './compose.ts';
import { ask, succeeds } from './sh.ts';

/** On the network that leads out; the last one stands in for a mail server. */
const OUTSIDE = ['gateway', 'workers', 'mail'];
const PUBLISHED = ['gateway', 'mail'];

const inspectSchema = z.tuple([
  z.object({
    HostConfig: z.object({ ReadonlyRootfs: z.boolean() }),
    NetworkSettings: z.object({
      Ports: z.record(z.string(), z.array(z.unknown()).nullable()),
      Networks: z.record(z.string(), z.object({ IPAddress: z.string() })),
    }),
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
  // Outside is where the gateway's other address is: a packet that gets there gets anywhere.
  const outside = outsideOf(containers);
  for (const { service } of containers) {
    const inside = !OUTSIDE.includes(service);
    if (inside && reaches(containers, service, outside)) faults.push(`${service} has a way out`);
  }
  if (!reaches(containers, 'workers', outside)) faults.push('workers have no way out');
  if (reaches(containers, 'web', 'postgres/5432')) faults.push('web reaches PostgreSQL');
  if (!reaches(containers, 'web', 'zeebe/26500')) faults.push('web does not reach the engine');
  if (faults.length > 0) throw new Error(faults.join('\n'));
  console.log(
    'No root, no capability, no new privileges; nothing but the gateway and the mailbox is published, nothing inside leads out.',
  );
}

function faultsOf({ name, service, pid }: Container): string[] {
  const [{ HostConfig, NetworkSettings }] = inspectSchema.parse(
    JSON.parse(ask('docker', ['inspect', name])),
  );
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (field: string) => new RegExp(`^${field}:\\s+(\\S+)`, 'm').exec(status)?.[1];
  const published = Object.values(NetworkSettings.Ports).some((ports) => ports?.length);
  return [
    ...(of('Uid') === '0' ? ['is root'] : []),
    ...(/^0+$/.test(of('CapEff') ?? '') ? [] : ['has capabilities']),
    ...(of('NoNewPrivs') === '1' ? [] : ['may gain privileges']),
    ...(HostConfig.ReadonlyRootfs === (service !== 'opensearch')
      ? []
      : ['has another root than is said']),
    ...(published === PUBLISHED.includes(service) ? [] : ['is published otherwise than is said']),
  ];
}

/** The gateway's address and port on the network that leads out. */
function outsideOf(containers: Container[]): string {
  const name = containers.find(({ service }) => service === 'gateway')?.name ?? '';
  const [{ NetworkSettings }] = inspectSchema.parse(JSON.parse(ask('docker', ['inspect', name])));
  const found = Object.entries(NetworkSettings.Networks).find(([net]) => net.endsWith('_outside'));
  if (found === undefined) throw new Error('the gateway is not on the network that leads out');
  return `${found[1].IPAddress}/8080`;
}

function reaches(containers: Container[], from: string, to: string): boolean {
  const name = containers.find(({ service }) => service === from)?.name ?? '';
  const words = ['exec', name, 'timeout', '5', 'bash', '-c', `: < /dev/tcp/${to}`];
  return succeeds('docker', words);
}
