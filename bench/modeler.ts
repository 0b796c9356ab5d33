import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../test/browser/support/browser.ts';
import { serveModelerPage } from '../test/browser/support/modeler-page.ts';
import { largeDiagram } from './support/large-diagram.ts';

// The editors in the machine's own Chromium: how fast a diagram opens compared with bpmn-js alone, how long
// typing blocks the page, and how much is loaded.
const ELEMENTS = 150;
const ROUNDS = 7;
const PATH = 'large/large.bpmn';
const TYPED = '市数据管理部门组织专家对项目技术方案进行评审并出具意见';
const KEY_MILLISECONDS = 60;
const SIZE = { width: 1280, height: 800 };
const EDITORS = {
  流程: 'stage-budget/stage-budget.bpmn',
  决策表: 'project-application/approval-route.dmn',
  表单: 'stage-technical-review/technical-review.form',
  通知: 'project-application/notices/approvals-sent.txt',
};

const bpmnJs = createRequire(import.meta.url).resolve(
  'bpmn-js/dist/bpmn-modeler.production.min.js',
);
const { source, elements } = await largeDiagram(ELEMENTS);
const out = join(tmpdir(), `modeler-bench-${process.pid}`);
const served = await serveModelerPage(out, { [PATH]: source });
const browser = await openBrowser();
try {
  await opening();
  await typing(PATH, `${elements} elements`);
  await typing('project-application/project-application.bpmn', 'the largest shipped diagram');
  await sizes();
} finally {
  await browser.close();
  await served.close();
  await rm(out, { recursive: true, force: true });
}

/** Alternating rounds on fresh pages, so that a busy moment of the machine hits both. */
async function opening(): Promise<void> {
  const rounds: { bare: number; ours: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ bare: await bareImport(browser), ours: await ourOpening(browser) });
  }
  const bare = median(rounds.map((round) => round.bare));
  const ours = median(rounds.map((round) => round.ours));
  console.log(`Opening ${elements} elements, median of ${ROUNDS} fresh pages`);
  console.log(`  bpmn-js importXML      ${bare.toFixed(0)} ms`);
  console.log(`  editor ready to edit   ${ours.toFixed(0)} ms`);
  console.log(`  ratio                  ${(ours / bare).toFixed(2)} × (target ≤ 1.5 ×)`);
}

declare const BpmnJS: new (options: {
  container: Element | null;
}) => { importXML(xml: string): Promise<unknown> };

async function bareImport(browser: Browser): Promise<number> {
  const page = await browser.newPage({ viewport: SIZE });
  await page.setContent('<!doctype html><body style="margin:0"><div style="height:800px"></div>');
  await page.addScriptTag({ path: bpmnJs });
  const took = await page.evaluate(async (xml) => {
    const modeler = new BpmnJS({ container: document.querySelector('div') });
    const began = performance.now();
    await modeler.importXML(xml);
    return performance.now() - began;
  }, source);
  await page.close();
  return took;
}

async function ourOpening(browser: Browser): Promise<number> {
  const page = await openModel(browser, PATH);
  const took = await page.evaluate(
    () => performance.getEntriesByName('editor ready')[0]?.duration ?? Number.NaN,
  );
  await page.close();
  return took;
}

async function openModel(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZE });
  await page.goto(`${served.address}/model?path=${path}`);
  await page.waitForFunction(() => performance.getEntriesByName('editor ready').length > 0);
  return page;
}

/** Types a name into the properties panel of a diagram that is linted meanwhile. */
async function typing(path: string, what: string): Promise<void> {
  const page = await openModel(browser, path);
  await page.locator('.editor-findings-head', { hasText: '检查' }).waitFor();
  await page.waitForTimeout(4000);
  await page
    .locator('.djs-shape[data-element-id^="Task_"] .djs-hit')
    .first()
    .click({ force: true });
  const name = page.locator('.bio-properties-panel textarea[name="name"]');
  await name.waitFor();
  await name.focus();
  await page.waitForTimeout(1000);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  await name.press('End');
  for (const letter of TYPED) {
    await page.keyboard.insertText(letter);
    await page.waitForTimeout(KEY_MILLISECONDS);
  }
  // What follows when the typing stops: the text is written, kept and linted.
  await page.waitForTimeout(4000);
  const tasks = await page.evaluate(() => ('longTasks' in window ? window.longTasks : []));
  const durations = Array.isArray(tasks) ? tasks.map(Number) : [];
  const longest = Math.max(0, ...durations);
  console.log(`Typing ${TYPED.length} letters into a name, ${what}`);
  console.log(`  tasks over 50 ms       ${durations.length}`);
  console.log(
    `  longest                ${longest === 0 ? 'below 50 ms' : `${longest.toFixed(0)} ms`} (target ≤ 50 ms)`,
  );
  await page.close();
}

/** What each kind of editor loads beyond the library's page. */
async function sizes(): Promise<void> {
  const library = await scriptsOf('/');
  console.log('Scripts, gzip');
  console.log(`  library page           ${kilobytes(await gzipped(library))}`);
  for (const [name, path] of Object.entries(EDITORS)) {
    const scripts = await scriptsOf(`/model?path=${path}`);
    const further = [...scripts].filter((script) => !library.has(script));
    console.log(`  ${name.padEnd(20, '　')} + ${kilobytes(await gzipped(further))}`);
  }
}

async function scriptsOf(address: string): Promise<Set<string>> {
  const page = await browser.newPage({ viewport: SIZE });
  const scripts = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) scripts.add(pathname);
  });
  await page.goto(`${served.address}${address}`);
  await page.waitForTimeout(4000);
  await page.close();
  return scripts;
}

async function gzipped(scripts: Iterable<string>): Promise<number> {
  const files = [...scripts].map((script) => readFile(join(out, script)));
  return (await Promise.all(files)).reduce((sum, file) => sum + gzipSync(file).length, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
