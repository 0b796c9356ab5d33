import { z } from 'zod';
import { loadDirectory } from '../files/organization.ts';
import { openRecords } from '../records/index.ts';
import { passwords } from '../site/server/sign-in/accounts.ts';

// `npm run first-password -- <login name>`: a first password for somebody, where no administrator could give one yet.
const settings = z.object({
  DATABASE_URL: z.string({ error: '请用 DATABASE_URL 写明数据库地址' }),
  ORGANIZATION_FILE: z.string().default('config/organization.yaml'),
});

const [id] = process.argv.slice(2);
if (!id) throw new Error('用法：npm run first-password -- 登录名');
const { DATABASE_URL, ORGANIZATION_FILE } = settings.parse(process.env);
const directory = loadDirectory(ORGANIZATION_FILE);
const person = directory.person(id);
if (person === undefined) throw new Error(`${ORGANIZATION_FILE} 中没有登录名为 ${id} 的人`);
const records = await openRecords(DATABASE_URL);
try {
  const now = () => new Date();
  const own = passwords({ records, directory: () => directory, demoPassword: undefined, now });
  const first = await own.reset(id);
  await records.endSessionsOf(id);
  console.log(`${person.name}（${id}）的初始密码：${first}\n登录后须先设置自己的密码。`);
} finally {
  await records.close();
}
