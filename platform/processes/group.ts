import type { Report } from '../report.ts';
import { type Service, type ServiceContext, type ServiceSpec, startService } from './service.ts';

/** The order in which everything ends: whoever uses something ends before it. */
export const STOP_ORDER = [
  'gateway',
  'modeler',
  'workers',
  'web',
  'engine',
  'opensearch',
  'postgres',
  'mailbox',
];

/** All processes of one platform. A process belongs to the group from the moment it exists. */
export type Group = {
  /** Starts a process and waits until it answers. */
  start(spec: ServiceSpec): Promise<Service>;
  services(): readonly Service[];
  pids(): Record<string, number>;
  /** Ends all in order; may be called again, and while something is still starting. */
  stop(report: Report): Promise<void>;
};

export function createGroup(context: ServiceContext): Group {
  const services: Service[] = [];
  return {
    async start(spec) {
      context.signal.throwIfAborted();
      const service = await startService(spec, context);
      services.push(service);
      if (context.signal.aborted) await service.stop();
      context.signal.throwIfAborted();
      await service.ready;
      return service;
    },
    services: () => services,
    pids: () => Object.fromEntries(services.map((service) => [service.name, service.pid()])),
    async stop(report) {
      for (const name of STOP_ORDER) {
        for (const service of services.filter((one) => one.name === name)) {
          await report.step(`停止 ${service.label}`, () => service.stop());
        }
      }
    },
  };
}
