import { readFileSync } from 'node:fs';
import { Camunda8 } from '@camunda8/sdk';
import pg from 'pg';
import { z } from 'zod';
import { openRecords, type Records } from '../../../records/index.ts';

const readySchema = z.object({
  grpc: z.string(),
  rest: z.string(),
  management: z.string(),
  search: z.string(),
  mailbox: z.string(),
  tasklist: z.string(),
  operate: z.string(),
  database: z.string(),
});

export type Ready = z.output<typeof readySchema>;

export const TEST_DATA_FOLDER = 'data/test';

/** Where the one platform of this test run listens; written by the global set-up. */
export function ready(): Ready {
  return readySchema.parse(JSON.parse(readFileSync(`${TEST_DATA_FOLDER}/ready.json`, 'utf8')));
}

type Grpc = ReturnType<Camunda8['getZeebeGrpcApiClient']>;

/** The connections of one test file. */
export type World = Omit<Ready, 'database'> & {
  engine: Grpc;
  records: Records;
  database: pg.Pool;
  close: () => Promise<void>;
};

export async function openWorld(): Promise<World> {
  const addresses = ready();
  const engine = new Camunda8({
    ZEEBE_GRPC_ADDRESS: addresses.grpc,
    CAMUNDA_OAUTH_DISABLED: true,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_LOG_LEVEL: 'none',
  } as const).getZeebeGrpcApiClient();
  const records = await openRecords(addresses.database);
  const database = new pg.Pool({ connectionString: addresses.database });
  return {
    ...addresses,
    engine,
    records,
    database,
    close: async () => {
      await engine.close();
      await records.close();
      await database.end();
    },
  };
}
