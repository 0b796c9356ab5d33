import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  promises,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  openStorage,
  prepareModels,
  type Storage,
} from '../../../web-modeler/server/storage/index.ts';
import { openRepository } from '../../../web-modeler/server/storage/repository.ts';

const author = { id: 'shuju.zhang', name: '张慧敏' };
const A = 'stage-a/stage-a.bpmn';
const B = 'stage-b/stage-b.form';
const NOTICE = 'stage-a/notices/done.txt';

let folder: string;
let shipped: string;
let home: string;
let open: Storage[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'storage-'));
  shipped = join(folder, 'bpmn');
  home = join(folder, 'modeler');
  open = [];
  ship({ [A]: 'a1', [B]: 'b1', [NOTICE]: 'n1', 'lint/rule.ts': 'x', 'templates/t.json': '{}' });
});
afterEach(async () => {
  for (const storage of open) await storage.close();
  rmSync(folder, { recursive: true });
});

function ship(files: Record<string, string>): void {
  rmSync(shipped, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(shipped, path, '..'), { recursive: true });
    writeFileSync(join(shipped, path), text);
  }
}

async function start(): Promise<Storage> {
  const storage = await openStorage(home, shipped, (error) => {
    throw error;
  });
  open.push(storage);
  return storage;
}

async function restart(storage: Storage): Promise<Storage> {
  await storage.close();
  open = open.filter((one) => one !== storage);
  return start();
}

/** The texts of a commit by path. */
async function texts(storage: Storage, commit: string): Promise<Record<string, string>> {
  const files = await storage.files(commit);
  const read = files.map(async ({ path }) => [path, (await storage.read(commit, path))?.source]);
  return Object.fromEntries(await Promise.all(read));
}

async function change(storage: Storage, path: string, source: string | null): Promise<string> {
  const there = await storage.read(await storage.head(), path);
  return storage.save([{ path, source, base: there?.blob ?? null }], author, `${source}`);
}

/** The published files as others see them. */
function published(): Record<string, string> {
  const root = join(home, 'published');
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter((name) => /\.\w+$/.test(name))
      .map((name) => [name, readFileSync(join(root, name), 'utf8')]),
  );
}

const git = (...args: string[]) =>
  execFileSync('git', ['-C', join(home, 'models'), ...args], { encoding: 'utf8' }).trim();

describe('the first start', () => {
  test('takes models and notices in, and publishes them', async () => {
    const storage = await start();
    const head = await storage.head();
    expect(await texts(storage, head)).toEqual({ [A]: 'a1', [B]: 'b1', [NOTICE]: 'n1' });
    expect([await storage.ref('published'), await storage.ref('shipped')]).toEqual([head, head]);
    expect(published()).toEqual({ [A]: 'a1', [B]: 'b1', [NOTICE]: 'n1' });
  });

  test('makes a repository that git itself finds sound, with the files in it', async () => {
    const storage = await start();
    await change(storage, A, 'a2');
    await restart(storage);
    expect(git('fsck', '--strict', '--full')).toBe('');
    expect(git('status', '--porcelain')).toBe('');
    expect(git('log', '-1', '--format=%an|%ae|%s|%D')).toBe(
      '张慧敏|shuju.zhang@modeler.invalid|a2|HEAD -> main',
    );
    expect(readFileSync(join(home, 'models', A), 'utf8')).toBe('a2');
  });

  test('names shipped files that could not be kept', async () => {
    ship({ [A]: 'a1', 'Stage_X/x.bpmn': 'x', 'stage-y/deep/er/y.form': 'y' });
    await expect(openStorage(home, shipped)).rejects.toThrow(
      /须改名.*\n {2}Stage_X\/x\.bpmn\n {2}stage-y\/deep\/er\/y\.form$/,
    );
    // Nothing is held after a refusal.
    ship({ [A]: 'a1' });
    await start();
  });
});

test('a second process is refused; one that is gone is not', async () => {
  const storage = await start();
  await expect(openStorage(home, shipped)).rejects.toThrow(
    `模型库 ${home} 正由另一个程序使用（进程号 ${process.pid}），请先停止它。`,
  );
  await storage.close();
  open = [];
  writeFileSync(join(home, 'modeler.json'), JSON.stringify({ pid: process.pid, start: 'never' }));
  await start();
});

describe('save', () => {
  test('several files are one version; what it did not name stays', async () => {
    const storage = await start();
    const before = await storage.files(await storage.head());
    const blob = (path: string) => before.find((file) => file.path === path)?.blob ?? null;
    const commit = await storage.save(
      [
        { path: A, source: 'a2', base: blob(A) },
        { path: B, source: null, base: blob(B) },
        { path: 'stage-c/stage-c.dmn', source: 'c1', base: null },
      ],
      author,
      '三处',
    );
    expect(await storage.head()).toBe(commit);
    expect(await texts(storage, commit)).toEqual({
      [A]: 'a2',
      [NOTICE]: 'n1',
      'stage-c/stage-c.dmn': 'c1',
    });
    expect(await storage.history(A)).toMatchObject([
      { commit, by: author, note: '三处' },
      { by: { name: '安装包' } },
    ]);
    expect(await storage.history(NOTICE)).toHaveLength(1);
    expect(await storage.history('stage-z/z.bpmn')).toEqual([]);
  });

  test('one file of several in conflict: nothing is saved', async () => {
    const storage = await start();
    const old = (await storage.read(await storage.head(), A))?.blob ?? null;
    const head = await change(storage, A, 'a2');
    const b = (await storage.read(head, B))?.blob ?? null;
    const both = [
      { path: B, source: 'b2', base: b },
      { path: A, source: 'a3', base: old },
    ];
    await expect(storage.save(both, author, '晚')).rejects.toMatchObject({
      trouble: { kind: 'conflict', theirs: { path: A, source: 'a2', commit: head } },
    });
    expect(await storage.head()).toBe(head);
    expect(await texts(storage, head)).toMatchObject({ [A]: 'a2', [B]: 'b1' });
  });

  test('the history is the same after a restart', async () => {
    const storage = await start();
    for (const text of ['a2', 'a3', 'a2', 'a4']) await change(storage, A, text);
    await change(storage, B, null);
    await change(storage, B, 'b2');
    const before = [await storage.history(A), await storage.history(B)];
    expect(before.map((versions) => versions.map(({ note }) => note))).toEqual([
      ['a4', 'a2', 'a3', 'a2', '随程序首次提供'],
      ['b2', '随程序首次提供'],
    ]);
    const again = await restart(storage);
    expect([await again.history(A), await again.history(B)]).toEqual(before);
  });

  test('names and notes that would break git’s notation are kept as far as they can be', async () => {
    const storage = await start();
    const odd = { id: 'x.y', name: '王<小>\n明' };
    await storage.save(
      [
        {
          path: A,
          source: '二',
          base: (await storage.read(await storage.head(), A))?.blob ?? null,
        },
      ],
      odd,
      '第一行\n\n第二行 <a@b>\n',
    );
    const again = await restart(storage);
    expect((await again.history(A))[0]).toMatchObject({
      by: { id: 'x.y', name: '王小明' },
      note: '第一行\n\n第二行 <a@b>',
    });
    expect(git('fsck', '--strict')).toBe('');
  });
});

describe('commits beside the line of saves', () => {
  test('are built from ids and move nothing', async () => {
    const storage = await start();
    const head = await change(storage, A, 'a2');
    const a2 = (await storage.read(head, A))?.blob ?? null;
    const parent = await storage.ref('published');
    const beside = await storage.commitBeside(
      parent,
      [
        { path: A, blob: a2 },
        { path: B, blob: null },
      ],
      author,
      '提交',
    );
    expect(await texts(storage, beside)).toEqual({ [A]: 'a2', [NOTICE]: 'n1' });
    expect([await storage.head(), await storage.ref('published')]).toEqual([head, parent]);
    expect(await storage.history(A)).toHaveLength(2);

    await storage.publish(beside);
    expect(published()).toEqual({ [A]: 'a2', [NOTICE]: 'n1' });
    const again = await restart(storage);
    expect(await again.ref('published')).toBe(beside);
    await expect(again.publish('f'.repeat(40))).rejects.toMatchObject({
      trouble: { kind: 'no-such-version' },
    });
    expect(await again.ref('published')).toBe(beside);
  });
});

describe('the published folder', () => {
  const restore = { [A]: 'a1', [B]: 'b1', [NOTICE]: 'n1' };
  test.each<[string, (root: string) => void]>([
    ['a text was changed', (root) => writeFileSync(join(root, A), 'forged')],
    ['a file is missing', (root) => unlinkSync(join(root, B))],
    ['a file is too many', (root) => writeFileSync(join(root, 'stage-a/evil.bpmn'), 'x')],
    ['it is gone', (root) => unlinkSync(root)],
    [
      'it leads nowhere',
      (root) => {
        unlinkSync(root);
        symlinkSync('exports/none', root);
      },
    ],
    [
      'a copy made it a folder',
      (root) => {
        cpSync(root, `${root}.copy`, { recursive: true, dereference: true });
        unlinkSync(root);
        renameSync(`${root}.copy`, root);
      },
    ],
    [
      'an export was cut short',
      (root) => {
        mkdirSync(join(root, '../exports/half/stage-a'), { recursive: true });
        symlinkSync('exports/half', `${root}.new`);
        unlinkSync(root);
      },
    ],
  ])('is mended at the next start: %s', async (_, harm) => {
    const storage = await start();
    harm(join(home, 'published'));
    await restart(storage);
    expect(published()).toEqual(restore);
  });

  test('is never absent while a new set is published', async () => {
    const storage = await start();
    await change(storage, A, 'a2');
    let absent = 0;
    const watch = setInterval(() => {
      absent += existsSync(join(home, 'published', A)) ? 0 : 1;
    });
    for (let i = 0; i < 20; i += 1) await storage.publish(await change(storage, A, `a${i}`));
    clearInterval(watch);
    expect(absent).toBe(0);
    expect(published()[A]).toBe('a19');
    expect(readdirSync(join(home, 'exports'))).toHaveLength(2);
  });

  test('prepareModels makes it before any modeler runs, and gives the folder free', async () => {
    expect(await prepareModels(home, shipped)).toBe(join(home, 'published'));
    expect(published()).toEqual(restore);
    await start();
  });
});

describe('a new shipped version', () => {
  const second = { [A]: 'A2', [NOTICE]: 'n1', 'stage-c/stage-c.dmn': 'c1' };

  test('is taken over whole while nobody has changed anything', async () => {
    const before = await (await start()).head();
    ship(second);
    const storage = await restart(open[0] as Storage);
    const head = await storage.head();
    expect(await texts(storage, head)).toEqual(second);
    expect([await storage.ref('published'), await storage.ref('shipped')]).toEqual([head, head]);
    expect(published()).toEqual(second);
    expect((await storage.history(A)).map(({ note, commit }) => [note, commit])).toEqual([
      ['随程序升级更新', head],
      ['随程序首次提供', before],
    ]);
    // And the one after it, too.
    ship({ ...second, [A]: 'A3' });
    const third = await restart(storage);
    expect(published()[A]).toBe('A3');
    // The same once more changes nothing.
    const same = await third.head();
    expect(await (await restart(third)).head()).toBe(same);
  });

  test.each([
    ['saved', (storage: Storage) => change(storage, B, 'b2')],
    [
      'published',
      async (storage: Storage) => {
        const parent = await storage.ref('published');
        await storage.publish(
          await storage.commitBeside(parent, [{ path: B, blob: null }], author, 'x'),
        );
      },
    ],
  ])('stands beside once somebody has %s something', async (_, touch) => {
    const storage = await start();
    await touch(storage);
    const [head, running] = [await storage.head(), await storage.ref('published')];
    ship(second);
    const again = await restart(storage);
    expect([await again.head(), await again.ref('published')]).toEqual([head, running]);
    expect(await texts(again, await again.ref('shipped'))).toEqual(second);
    ship({ ...second, [A]: 'A3' });
    const third = await restart(again);
    expect(await third.head()).toBe(head);
    expect((await texts(third, await third.ref('shipped')))[A]).toBe('A3');
    expect(git('rev-list', '--count', 'refs/shipped')).toBe('3');
  });

  test.each([
    ['before anything moved', []],
    ['after the saved ones moved', ['refs/heads/main']],
    ['after the published ones moved', ['refs/heads/main', 'refs/published']],
    ['before its end', ['refs/heads/main', 'refs/published', 'refs/shipped']],
  ])('is finished after a kill: %s', async (_, moved) => {
    const storage = await start();
    const old = await storage.head();
    await storage.close();
    open = [];
    ship(second);
    const repository = await openRepository(join(home, 'models'));
    const blobs = Object.entries(second).map(
      async ([path, text]): Promise<[string, string]> => [path, await repository.writeText(text)],
    );
    const tree = await repository.writeTree(new Map(await Promise.all(blobs)));
    const next = await repository.writeCommit(tree, old, author, '升级');
    for (const ref of ['refs/arriving', ...moved]) await repository.setRef(ref, next);

    const again = await start();
    expect(await again.head()).toBe(next);
    expect([await again.ref('published'), await again.ref('shipped')]).toEqual([next, next]);
    expect(published()).toEqual(second);
    expect(git('for-each-ref', '--format=%(refname)').split('\n').sort()).toEqual([
      'refs/heads/main',
      'refs/published',
      'refs/shipped',
    ]);
  });
});

test('what a killed writer left is removed at the start', async () => {
  const storage = await start();
  const left = [
    'models/.git/refs/heads/main.3141592653',
    'models/.git/objects/aa/aaaa.271828',
    'models/.git/HEAD.42',
  ];
  for (const name of left) {
    mkdirSync(join(home, name, '..'), { recursive: true });
    writeFileSync(join(home, name), 'half');
  }
  await restart(storage);
  expect(left.filter((name) => existsSync(join(home, name)))).toEqual([]);
});

test('a start that was killed before it was through begins anew', async () => {
  const repository = await openRepository(join(home, 'models'));
  const tree = await repository.writeTree(new Map([[A, await repository.writeText('half')]]));
  const commit = await repository.writeCommit(tree, undefined, author, 'half');
  await repository.setRef('refs/shipped', commit);
  await repository.setRef('refs/published', commit);
  unlinkSync(join(home, 'models/.git/HEAD'));
  const storage = await start();
  expect(await texts(storage, await storage.head())).toMatchObject({ [A]: 'a1', [B]: 'b1' });
  expect(published()).toMatchObject({ [A]: 'a1' });
});

test('what was saved survives a power cut: every folder that got a name was brought to the disk', async () => {
  const storage = await start();
  const synced = new Set<string>();
  const openFile = promises.open;
  const spy = jest.spyOn(promises, 'open').mockImplementation(async (path, flags, mode) => {
    const handle = await openFile(path, flags, mode);
    const sync = handle.sync.bind(handle);
    handle.sync = async () => {
      await sync();
      synced.add(String(path));
    };
    return handle;
  });
  const head = await storage.head();
  const base = (await storage.read(head, A))?.blob ?? null;
  const commit = await storage.save([{ path: A, source: 'a2', base }], author, '改');
  spy.mockRestore();
  const git = join(home, 'models', '.git');
  for (const place of ['objects', `objects/${commit.slice(0, 2)}`, 'refs/heads']) {
    expect([place, synced.has(join(git, place))]).toEqual([place, true]);
  }
});
