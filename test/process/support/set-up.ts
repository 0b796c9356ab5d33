import { rmSync } from 'node:fs';
import { type Platform, startPlatform, terminalReport } from '../../../platform/index.ts';
import { clockUrl, moveClockTo } from './clock.ts';
import { TEST_HOLIDAYS, writeTestHolidays } from './holidays.ts';
import { TEST_ORGANIZATION, writeTestOrganization } from './organization.ts';
import { TEST_DATA_FOLDER } from './world.ts';

/** Years of invented holiday notices: tests know every day of them, whenever they run. */
export const TEST_STARTS = '2031-09-22T08:00:00+08:00';

/**
 * Starts the one platform of the process tests: its own ports, its own data, wiped first, and the engine's
 * clock moved to a day the tests know.
 */
export async function setUp(): Promise<Platform> {
  rmSync(TEST_DATA_FOLDER, { recursive: true, force: true });
  writeTestOrganization();
  writeTestHolidays();
  const platform = await startPlatform({
    env: {
      DATA_FOLDER: TEST_DATA_FOLDER,
      // Two test runs on one machine take two offsets.
      PORT_OFFSET: process.env.TEST_PORT_OFFSET ?? '1500',
      // Optimising code that lives for minutes costs more processor time here than it saves.
      JVM_QUICK: 'true',
      ORGANIZATION_FILE: TEST_ORGANIZATION,
      HOLIDAY_FOLDER: TEST_HOLIDAYS,
    },
    modeler: true,
    examples: false,
    report: terminalReport(),
  });
  await moveClockTo(clockUrl(platform.ready.management), TEST_STARTS);
  return platform;
}
