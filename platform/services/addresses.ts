import type { Settings } from '../settings/settings.ts';

export type Addresses = ReturnType<typeof addressesOf>;

/** Where the embedded parts answer; all on loopback, unless the gateway is told otherwise. */
export function addressesOf({ ports, GATEWAY_HOST, GATEWAY_TLS_CERT }: Settings) {
  const scheme = GATEWAY_TLS_CERT === undefined ? 'http' : 'https';
  const gateway = `${scheme}://${hostOf(GATEWAY_HOST)}:${ports.gateway}`;
  return {
    gateway,
    tasklist: `${gateway}/tasklist`,
    operate: `${gateway}/operate`,
    web: `http://127.0.0.1:${ports.web}`,
    rest: `http://127.0.0.1:${ports.rest}`,
    grpc: `grpc://127.0.0.1:${ports.grpc}`,
    management: `http://127.0.0.1:${ports.management}`,
    mailbox: `http://127.0.0.1:${ports.mailbox}`,
    smtp: `smtp://127.0.0.1:${ports.smtp}`,
    workers: `http://127.0.0.1:${ports.workers}`,
    modeler: `http://127.0.0.1:${ports.modeler}`,
    search: `http://127.0.0.1:${ports.openSearch}`,
  };
}

/** Of one that listens everywhere this machine's own name is told. */
function hostOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
