import { createHash } from 'node:crypto';
import { openStorage } from '../../../../web-modeler/server/storage/index.ts';

// `tsx save-for-ever.ts <folder> <shipped> <path> <first number>`: saves one version after the other, each a commit of
// two files that belong together, publishes every third, and says so; until it is killed.
const [folder = '', shipped = '', path = '', first = '0'] = process.argv.slice(2);
const BESIDE = 'stage-a/notices/done.txt';

const storage = await openStorage(folder, shipped);
const say = (line: string) => process.stdout.write(`${line}\n`);
say('open');
for (let n = Number(first); ; n += 1) {
  const head = await storage.head();
  const base = async (file: string) => (await storage.read(head, file))?.blob ?? null;
  const changes = [
    { path, source: textOf(n), base: await base(path) },
    { path: BESIDE, source: `版本 ${n}`, base: await base(BESIDE) },
  ];
  const commit = await storage.save(changes, { id: 'x', name: '甲' }, `第 ${n} 版`);
  say(`saved ${n} ${commit}`);
  if (n % 3 === 0) {
    await storage.publish(commit);
    say(`published ${n} ${commit}`);
  }
}

/** Hard to compress, and so long that it is written in several pieces. */
function textOf(n: number): string {
  const lines = Array.from({ length: 25_000 }, (_, i) =>
    createHash('sha256').update(`${n} ${i}`).digest('base64'),
  );
  return [`版本 ${n}`, ...lines].join('\n');
}
