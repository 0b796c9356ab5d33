import { databaseOf } from './ready.ts';
import { readSettings } from './settings/settings.ts';

// `npm run first-password -- <login name>`: in the database that DATABASE_URL names, or else of the platform that runs here.
const { DATABASE_URL, DATA_FOLDER, ORGANIZATION_FILE } = readSettings(process.env);
const database = DATABASE_URL ?? databaseOf(DATA_FOLDER);
if (database === undefined) {
  console.error('平台没有运行：请先在另一终端 npm start，或用 DATABASE_URL 写明数据库地址。');
  process.exit(2);
}
Object.assign(process.env, { DATABASE_URL: database, ORGANIZATION_FILE });
await import('../gateway/first-password.ts');
