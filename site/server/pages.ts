import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Request, type Router } from 'express';
import { BASE } from '../build/base.ts';

const YEAR = '365d';
const PREFIX = /^\/[a-z-]+$/;

/**
 * The pages in the browser, as they were built: files below `assets` carry a hash in their name and may be kept for
 * ever; every other address is index.html, which decides what to show. A proxy that has taken a part of the path off
 * names it in `X-Forwarded-Prefix`, such as `/modeler`, and the pages lie below it; anything else there is ignored.
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
  router.get('/{*page}', async (request, response) => {
    response.set('Cache-Control', 'no-cache');
    response.vary('X-Forwarded-Prefix');
    const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined);
    if (page === undefined) {
      response.status(503).type('text').send('页面还没有生成，请先运行 npm start。');
      return;
    }
    response.type('html').send(page.replaceAll(BASE, prefixOf(request)));
  });
  return router;
}

function prefixOf(request: Request): string {
  const prefix = request.get('X-Forwarded-Prefix') ?? '';
  return PREFIX.test(prefix) ? prefix : '';
}
