import { fileURLToPath } from 'node:url';
import { deadlineCommand } from './index.ts';

const folder =
  process.env.HOLIDAY_FOLDER || fileURLToPath(new URL('../../config/holidays', import.meta.url));
const result = deadlineCommand(process.argv.slice(2), folder, process.stdout.isTTY === true);
process.stdout.write(result.stdout);
process.stderr.write(result.stderr);
process.exitCode = result.exitCode;
