import { Camunda8, CamundaRestClient } from '@camunda8/sdk';
import type { JobVariables } from './jobs/job-variables.ts';
import type { ActivatedJob } from './jobs/run-job.ts';

type SdkGrpcClient = ReturnType<Camunda8['getZeebeGrpcApiClient']>;
type SdkRestClient = ReturnType<Camunda8['getCamundaRestClient']>;

/** What is used of the SDK's gRPC client: one connection. */
export type GrpcClient = Pick<SdkGrpcClient, 'completeJob' | 'failJob' | 'throwError'> & {
  activateJobs: (request: {
    type: string;
    worker: string;
    timeout: number;
    maxJobsToActivate: number;
    requestTimeout: number;
    inputVariableDto: typeof JobVariables;
  }) => Promise<ActivatedJob[]>;
  close: () => Promise<unknown>;
};
export type RestClient = Pick<SdkRestClient, 'callApiEndpoint'>;
export type Engine = {
  grpc: () => GrpcClient;
  rest: RestClient;
  /** The same, but it never sends a request again by itself: for what must not be done twice. */
  restOnce: RestClient;
};

// Retrying is the poll loop's business: it sees every failure and can report it.
const QUIET = {
  CAMUNDA_LOG_LEVEL: 'none',
  zeebeGrpcSettings: { ZEEBE_GRPC_CLIENT_RETRY: false, ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
} as const;

/** What an operator does about incidents, and asks of what runs. */
export type OperatorClient = Pick<
  SdkGrpcClient,
  'updateJobRetries' | 'resolveIncident' | 'setVariables' | 'close'
>;

type Settings = ConstructorParameters<typeof Camunda8>[0];

/**
 * The engine named by the SDK's own settings: environment variables, `settings` before them. Each call of
 * `grpc` opens a connection, its caller closes it.
 */
export function connectEngine(settings: Settings = {}): Engine {
  const camunda = () => new Camunda8({ ...QUIET, ...settings });
  return {
    grpc: () => camunda().getZeebeGrpcApiClient(),
    rest: camunda().getCamundaRestClient(),
    restOnce: new CamundaRestClient({ config: { ...QUIET, ...settings }, retry: { limit: 0 } }),
  };
}

/** The engine for an operator; the caller closes `grpc`. Settings as in `connectEngine`. */
export function connectOperator(settings: Settings = {}): {
  grpc: OperatorClient;
  rest: RestClient;
} {
  const camunda = new Camunda8({ ...QUIET, ...settings });
  return { grpc: camunda.getZeebeGrpcApiClient(), rest: camunda.getCamundaRestClient() };
}
