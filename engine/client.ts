import { Camunda8 } from '@camunda8/sdk';

/** The engine's gRPC door: the only way the launcher speaks to it. */
export type EngineClient = ReturnType<Camunda8['getZeebeGrpcApiClient']>;

const QUIET = { CAMUNDA_LOG_LEVEL: 'none' } as const;
const SETTINGS = {
  ZEEBE_GRPC_CLIENT_RETRY: false,
  ZEEBE_GRPC_CLIENT_EAGER_CONNECT: false,
  ZEEBE_CLIENT_LOG_LEVEL: 'NONE',
} as const;

/**
 * A client for our own engine, or, without an address, for the cluster the SDK's settings name. It
 * never repeats a call by itself: a start repeated after a lost answer would file a project twice.
 */
export function engineClient(ownGrpcAddress?: string): EngineClient {
  const own =
    ownGrpcAddress === undefined
      ? {}
      : {
          ZEEBE_GRPC_ADDRESS: ownGrpcAddress,
          CAMUNDA_AUTH_STRATEGY: 'NONE' as const,
          CAMUNDA_OAUTH_DISABLED: true,
        };
  return new Camunda8({ ...own, ...QUIET, zeebeGrpcSettings: SETTINGS }).getZeebeGrpcApiClient();
}
