import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlatformError } from '../../engine/problem.ts';

/** As whom PostgreSQL runs, and the words that make it so when a plain change of user is not enough. */
export type Owner = { uid: number; gid: number; prefix: string[] };

export type Command = { command: string; args: string[]; owner?: { uid: number; gid: number } };

/** A command line as the owner runs it. */
export function asOwner(owner: Owner | undefined, program: string, args: string[]): Command {
  if (owner === undefined) return { command: program, args };
  const [first, ...words] = owner.prefix;
  if (first !== undefined) return { command: first, args: [...words, program, ...args] };
  return { command: program, args, owner: { uid: owner.uid, gid: owner.gid } };
}

/**
 * PostgreSQL refuses to run as root, so a root launcher runs it as the system user `postgres`, made
 * when there is none. Undefined when we are an ordinary user: then it runs as we do.
 * @param needed files and folders PostgreSQL must be able to reach
 */
export function postgresOwner(needed: string[]): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = postgresUser() ?? createPostgresUser();
  const hidden = needed.find((path) => !reachableByAll(path));
  if (hidden === undefined) return { uid, gid, prefix: [] };
  // Below /root nobody else may pass: one capability lets this process through, and only through.
  return { uid, gid, prefix: setpriv(uid, gid, hidden) };
}

function postgresUser(): { uid: number; gid: number } | undefined {
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function id(flag: string): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
}

function createPostgresUser(): { uid: number; gid: number } {
  try {
    execFileSync('useradd', ['--system', '--user-group', 'postgres'], { stdio: 'pipe' });
  } catch (cause) {
    throw new PlatformError(
      '以 root 运行时 PostgreSQL 需要系统用户 postgres，但无法创建它。请改用普通用户运行，或用 DATABASE_URL 指明已有的数据库。',
      { cause },
    );
  }
  return { uid: id('-u'), gid: id('-g') };
}

/** Whether every folder above the path lets other users pass. */
function reachableByAll(path: string): boolean {
  const folder = dirname(path);
  if (folder === path) return true;
  return (statSync(folder).mode & 0o001) !== 0 && reachableByAll(folder);
}

function setpriv(uid: number, gid: number, hidden: string): string[] {
  const words = [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=+dac_read_search',
    '--ambient-caps=+dac_read_search',
  ];
  try {
    execFileSync('setpriv', [...words.slice(1), 'true'], { stdio: 'pipe' });
    return words;
  } catch (cause) {
    throw new PlatformError(
      `以 root 运行时 PostgreSQL 以用户 postgres 运行，但它进不了 ${hidden} 所在的目录。请用 DATA_FOLDER 指明其他用户也能进入的目录，或改用普通用户运行，或设置 DATABASE_URL。`,
      { cause },
    );
  }
}
