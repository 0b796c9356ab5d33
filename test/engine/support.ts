import { connectEngine, type GrpcClient } from '../../engine/connect.ts';
import type { ActivatedJob } from '../../engine/jobs/run-job.ts';
import { aJob } from '../workers/support/builders.ts';

/** A job as the engine hands it out. */
export function anActivatedJob(some: Partial<ActivatedJob> = {}): ActivatedJob {
  const { jobKey, processId, processVersion, ...context } = aJob();
  return {
    key: jobKey,
    type: 'probe',
    retries: 8,
    bpmnProcessId: processId,
    processDefinitionVersion: processVersion,
    deadline: String(Date.now()),
    variables: {},
    ...context,
    ...some,
  };
}

type Commands = Pick<GrpcClient, 'completeJob' | 'failJob' | 'throwError'>;
export type Answer = { command: keyof Commands } & Record<string, unknown>;

/** The engine's commands; keeps what was answered. `refuse` may throw instead of accepting. */
export function fakeCommands(refuse: (answer: Answer) => void = () => {}) {
  const answers: Answer[] = [];
  const hear = (command: keyof Commands) => async (request: object) => {
    const answer = { command, ...request };
    refuse(answer);
    answers.push(answer);
  };
  const commands: Commands = {
    completeJob: hear('completeJob'),
    failJob: hear('failJob'),
    throwError: hear('throwError'),
  };
  return { commands, answers };
}

/** An error as gRPC gives it. */
export function grpcError(code: number, message: string): Error {
  return Object.assign(new Error(`${code} ${message}`), { code });
}

/** Hears nothing. */
export const noLog = { info: () => {}, warn: () => {}, error: () => {} };

/** An engine on this loopback port, asked without sign-in. */
export function engineAt(port: number) {
  return connectEngine({
    ZEEBE_GRPC_ADDRESS: `grpc://127.0.0.1:${port}`,
    ZEEBE_REST_ADDRESS: `http://127.0.0.1:${port}`,
    CAMUNDA_OAUTH_DISABLED: true,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
  });
}
