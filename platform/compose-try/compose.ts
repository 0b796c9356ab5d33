import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { ask, run } from './sh.ts';

const HEALTHY_WITHIN_MS = 600_000;

const containersSchema = z.array(
  z.object({
    Name: z.string(),
    Config: z.object({ Labels: z.record(z.string(), z.string()) }),
    State: z.object({
      Pid: z.number(),
      Running: z.boolean(),
      Health: z.object({ Status: z.string() }).optional(),
    }),
  }),
);

export type Container = {
  name: string;
  service: string;
  pid: number;
  running: boolean;
  health: string;
};

/** docker-compose.yml under a project name of its own. */
export class Compose {
  readonly #words: string[];
  readonly #project: string;

  /** @param envFile its settings; a .env that somebody has here is not theirs */
  constructor(project: string, envFile: string) {
    this.#project = project;
    this.#words = ['--project-name', project, '--env-file', envFile];
  }

  run(...words: string[]): void {
    run('docker-compose', [...this.#words, ...words]);
  }

  /** Runs something in a service's container. */
  exec(service: string, ...words: string[]): string {
    return ask('docker-compose', [...this.#words, 'exec', '-T', service, ...words]);
  }

  /** What runs and is meant to go on. */
  containers(): Container[] {
    const ids = ask('docker', [
      'ps',
      '-aq',
      '--filter',
      `label=com.docker.compose.project=${this.#project}`,
    ]);
    const found = containersSchema.parse(
      JSON.parse(ask('docker', ['inspect', ...ids.split('\n')])),
    );
    return found
      .filter(({ State }) => State.Health !== undefined)
      .map(({ Name, Config, State }) => ({
        name: Name.slice(1),
        service: Config.Labels['com.docker.compose.service'] ?? Name,
        pid: State.Pid,
        running: State.Running,
        health: State.Health?.Status ?? '',
      }));
  }

  /** Waits until everything that is meant to go on is healthy. */
  async healthy(): Promise<void> {
    const end = performance.now() + HEALTHY_WITHIN_MS;
    for (;;) {
      const sick = this.containers().filter(
        ({ running, health }) => !running || health !== 'healthy',
      );
      if (sick.length === 0) return;
      const names = sick.map(({ service, health }) => `${service} ${health}`).join(', ');
      if (performance.now() > end) throw new Error(`not healthy: ${names}`);
      await sleep(1000);
    }
  }

  /** Ends a service as a crash does, from outside; Docker itself is told nothing. */
  async crash(service: string): Promise<void> {
    const before = this.containers().find((one) => one.service === service);
    if (before === undefined) throw new Error(`no container of ${service} runs`);
    process.kill(before.pid, 'SIGKILL');
    // Its health is told late: as long as the process is the same, Docker has not seen it.
    while (this.containers().some((one) => one.name === before.name && one.pid === before.pid)) {
      await sleep(200);
    }
  }
}
