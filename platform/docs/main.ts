import { readFileSync, writeFileSync } from 'node:fs';
import { pagesOf } from './pages.ts';
import { readRepository } from './read.ts';

// `npm run docs`: the tables of the README, from the models, the regulation's table and the tests.
const pages = pagesOf(await readRepository(), (page) => readFileSync(page, 'utf8'));
for (const [page, text] of pages) {
  writeFileSync(page, text);
  console.log(page);
}
