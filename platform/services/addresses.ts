import type { Settings } from '../settings/settings.ts';

export type Addresses = ReturnType<typeof addressesOf>;

/** Where the embedded parts answer; all on loopback. */
export function addressesOf({ ports }: Settings) {
  const web = `http://127.0.0.1:${ports.web}`;
  return {
    tasklist: `${web}/tasklist`,
    operate: `${web}/operate`,
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
