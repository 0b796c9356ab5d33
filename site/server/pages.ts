import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Router } from 'express';

const YEAR = '365d';

/**
 * The pages in the browser, as they were built: files below `assets` carry a hash in their name and may be kept for
 * ever; every other address is index.html, which decides what to show.
 */
export function clientPages(folder: string): Router {
  const router = express.Router();
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), {
      immutable: true,
      maxAge: YEAR,
      index: false,
      redirect: false,
    }),
    (_request, response) => {
      response.status(404).type('text').send('没有这个文件，请刷新页面。');
    },
  );
  router.get('/{*page}', (_request, response) => {
    response.set('Cache-Control', 'no-cache');
    if (!existsSync(join(folder, 'index.html'))) {
      response.status(503).type('text').send('页面还没有生成，请先运行 npm start。');
      return;
    }
    response.sendFile('index.html', { root: folder, cacheControl: false });
  });
  return router;
}
