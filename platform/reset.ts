import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { PlatformError } from '../engine/problem.ts';
import { inWords } from './in-words.ts';
import { holderOf } from './processes/lock.ts';
import { endStaleProcesses } from './processes/stale.ts';
import { readSettings } from './settings/settings.ts';

const WORD = '清空';

await reset().catch((error) => {
  console.error(inWords(error));
  process.exitCode = 1;
});

/** @throws PlatformError when there is nothing that may be wiped, or the person does not confirm */
async function reset(): Promise<void> {
  const { DATA_FOLDER } = readSettings(process.env);
  const holder = holderOf(DATA_FOLDER);
  if (holder !== undefined) {
    throw new PlatformError(
      `平台正在运行（进程号 ${holder.pid}），请先停止它再清空 ${DATA_FOLDER}。`,
    );
  }
  if (!existsSync(DATA_FOLDER)) return console.log(`${DATA_FOLDER} 不存在，没有可清空的数据。`);
  if (!isOurs(DATA_FOLDER))
    throw new PlatformError(`${DATA_FOLDER} 不是平台的数据目录，未作改动。`);
  if (!process.argv.includes('--yes') && !(await isConfirmed(DATA_FOLDER))) {
    throw new PlatformError('未作改动。');
  }
  await endStaleProcesses(DATA_FOLDER);
  rmSync(DATA_FOLDER, { recursive: true });
  console.log(`已清空 ${DATA_FOLDER}。`);
}

/** A wrong DATA_FOLDER must not cost anybody their home. */
function isOurs(folder: string): boolean {
  return existsSync(join(folder, 'run')) && existsSync(join(folder, 'logs'));
}

async function isConfirmed(folder: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const question = `将删除 ${folder} 中的全部数据（项目、决定、邮件），无法恢复。输入“${WORD}”确认：`;
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  const answer = await Promise.race([terminal.question(question), closed]);
  terminal.close();
  return answer.trim() === WORD;
}
