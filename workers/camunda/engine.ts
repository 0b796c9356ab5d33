import { Camunda8 } from '@camunda8/sdk';

export type GrpcClient = ReturnType<Camunda8['getZeebeGrpcApiClient']>;
export type RestClient = ReturnType<Camunda8['getCamundaRestClient']>;
export type Engine = { grpc: () => GrpcClient; rest: RestClient; close: () => Promise<void> };

// Retrying is the poll loop's business: it sees every failure and can report it.
const QUIET = {
  CAMUNDA_LOG_LEVEL: 'none',
  zeebeGrpcSettings: { ZEEBE_GRPC_CLIENT_RETRY: false, ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
} as const;

/** The engine named by the SDK's own settings. Each call of `grpc` opens a client of its own. */
export function connectEngine(): Engine {
  const camunda = new Camunda8(QUIET);
  const clients: GrpcClient[] = [];
  return {
    grpc: () => {
      const client = new Camunda8(QUIET).getZeebeGrpcApiClient();
      clients.push(client);
      return client;
    },
    rest: camunda.getCamundaRestClient(),
    close: async () => {
      await Promise.allSettled(clients.map((client) => client.close()));
    },
  };
}
