import { setTimeout as pause } from 'node:timers/promises';
import { PlatformError } from '../../engine/problem.ts';
import { waitFor } from '../../engine/wait.ts';
import { type Child, type ChildSpec, type House, logFile, startChild } from './child.ts';
import { lastLines } from './log-tail.ts';

export type ServiceSpec = ChildSpec & {
  /** Chinese name for messages. */
  label: string;
  readyWithinMs: number;
  isReady(): Promise<boolean>;
};

export type ServiceContext = House & {
  /** One line for the launcher's own log. */
  log(line: string): void;
  signal: AbortSignal;
};

/** A process that is kept running: when it ends without being asked to, it is started again. */
export type Service = {
  name: string;
  label: string;
  pid(): number;
  /** Resolves when it answers for the first time. @throws PlatformError when it ends before that */
  ready: Promise<void>;
  /** Kills a process that runs but no longer works; it is then started again. */
  replace(reason: string): void;
  stop(): Promise<void>;
};

const LONGEST_PAUSE_MS = 30_000;
const CALM_MS = 60_000;

export async function startService(spec: ServiceSpec, context: ServiceContext): Promise<Service> {
  const stopping = new AbortController();
  const signal = AbortSignal.any([stopping.signal, context.signal]);
  let child: Child = await startChild(spec, context);

  const ready = firstReady(spec, child, context, signal);
  const kept = ready.then(keepRunning, () => {});

  async function keepRunning(): Promise<void> {
    let pauseMs = 1000;
    while (!signal.aborted) {
      const since = performance.now();
      const end = await child.exited;
      if (signal.aborted) return;
      if (performance.now() - since > CALM_MS) pauseMs = 1000;
      context.log(`${spec.name} ended (${end}); starting it again in ${pauseMs} ms`);
      await pause(pauseMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      child = await startChild(spec, context);
      context.log(`${spec.name} started again with pid ${child.pid}`);
    }
  }

  return {
    name: spec.name,
    label: spec.label,
    pid: () => child.pid,
    ready,
    replace(reason) {
      context.log(`${spec.name} is replaced: ${reason}`);
      child.kill();
    },
    async stop() {
      stopping.abort();
      await child.stop();
      await kept;
    },
  };
}

async function firstReady(
  spec: ServiceSpec,
  child: Child,
  { logFolder }: ServiceContext,
  signal: AbortSignal,
): Promise<void> {
  const file = logFile(logFolder, spec.name);
  const over = new AbortController();
  const failed = child.exited.then((end) => {
    throw new PlatformError(
      `${spec.label}未能启动（${end}）。日志 ${file} 的最后几行：\n${lastLines(file, 15)}`,
    );
  });
  const answering = waitFor(`${spec.label}启动（日志 ${file}）`, spec.isReady, {
    withinMs: spec.readyWithinMs,
    everyMs: 100,
    signal: AbortSignal.any([signal, over.signal]),
  });
  try {
    await Promise.race([answering, failed]);
  } finally {
    over.abort();
    answering.catch(() => {});
    failed.catch(() => {});
  }
}
