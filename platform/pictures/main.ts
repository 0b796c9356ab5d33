import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { loadDirectory } from '../../files/organization.ts';
import { choicesOf } from '../../law/directory/index.ts';
import { modelFiles } from '../../models/files.ts';
import { fillParts } from '../../models/parts.ts';
import { renderBpmn } from './bpmn.ts';
import { openBrowser } from './browser.ts';
import { renderDmn } from './dmn.ts';
import { renderForm } from './form.ts';
import type { Renderer } from './render.ts';

const OUT = 'pictures';
const renderers: Record<string, Renderer> = {
  '.bpmn': renderBpmn,
  '.form': renderForm,
  '.dmn': renderDmn,
};

/** Draws one model file below pictures/, under the name of its process; answers the files made. */
async function draw(page: Page, file: string): Promise<string[]> {
  const renderer = renderers[extname(file)];
  if (!renderer) throw new Error('no picture for this kind of file');
  const { pictures, warnings } = await renderer(page, await textOf(file));
  for (const warning of warnings) console.warn(`${file}: ${warning}`);
  const inside = relative('bpmn', dirname(file));
  const folder = inside.startsWith('..') ? OUT : join(OUT, inside);
  await mkdir(folder, { recursive: true });
  const made: string[] = [];
  for (const { plane, svg, png } of pictures) {
    const stem = join(folder, [basename(file), plane].filter(Boolean).join('.'));
    if (svg) {
      await writeFile(`${stem}.svg`, svg);
      made.push(`${stem}.svg`);
    }
    await writeFile(`${stem}.png`, png);
    made.push(`${stem}.png`);
  }
  return made;
}

/** The file's text as it is deployed: a form with its common parts, and the names of the organisation. */
async function textOf(file: string): Promise<string> {
  const wanted = { path: file, source: await readFile(file, 'utf8') };
  const others = await Promise.all(
    (await modelFiles('bpmn')).map(async (path) => ({
      path,
      source: await readFile(path, 'utf8'),
    })),
  );
  const choices = choicesOf(loadDirectory('config/organization.yaml'));
  return fillParts([...others, wanted], choices).at(-1)?.source ?? wanted.source;
}

const wanted = process.argv.slice(2);
const files = wanted.length > 0 ? wanted : await modelFiles('bpmn');
const browser = await openBrowser();
try {
  for (const file of files) {
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    try {
      for (const made of await draw(page, file)) console.log(made);
    } catch (error) {
      console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    } finally {
      await page.close();
    }
  }
} finally {
  await browser.close();
}
