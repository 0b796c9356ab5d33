import { readFileSync } from 'node:fs';
import pg from 'pg';
import { z } from 'zod';
import { type EngineClient, engineClient } from '../../../engine/client.ts';
import { openRecords, type Records } from '../../../records/index.ts';

const readySchema = z.object({
  gateway: z.string(),
  grpc: z.string(),
  rest: z.string(),
  management: z.string(),
  search: z.string(),
  mailbox: z.string(),
  web: z.string(),
  tasklist: z.string(),
  operate: z.string(),
  modeler: z.string(),
  database: z.string(),
});

export type Ready = z.output<typeof readySchema>;

/** A platform that already runs elsewhere is used by naming its data folder. */
export const TEST_DATA_FOLDER = process.env.TEST_DATA_FOLDER ?? 'data/test';

/** Where the one platform of this test run listens; written by the global set-up. */
export function ready(): Ready {
  return readySchema.parse(JSON.parse(readFileSync(`${TEST_DATA_FOLDER}/ready.json`, 'utf8')));
}

/** The connections of one test file; `database` answers what the records do not. */
export type World = Omit<Ready, 'database'> & {
  engine: EngineClient;
  records: Records;
  database: pg.Pool;
  close: () => Promise<void>;
};

export async function openWorld(): Promise<World> {
  const addresses = ready();
  const engine = engineClient(addresses.grpc);
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
