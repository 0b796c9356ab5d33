import { copyFileSync, cpSync } from 'node:fs';
import { TEST_DATA_FOLDER } from './world.ts';

/** The notices the workers of the tests know. They lie with the data, because a test loads one more. */
export const TEST_HOLIDAYS = `${TEST_DATA_FOLDER}/holidays`;

const KNOWN = 'test/process/support/holidays';
const LATER = 'test/process/support/later-holidays';

/** The invented notices of the first years; the years after them have none. */
export function writeTestHolidays(): void {
  cpSync(KNOWN, TEST_HOLIDAYS, { recursive: true });
}

/** Puts one more year's notice into the folder, as an administrator does. */
export function loadNotice(year: number): void {
  copyFileSync(`${LATER}/${year}.yaml`, `${TEST_HOLIDAYS}/${year}.yaml`);
}
