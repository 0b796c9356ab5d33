import { fileURLToPath } from 'node:url';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { z } from 'zod';
import { filterSchema, matching } from './filter.ts';
import { listPage, mailPage, notePage } from './pages.ts';
import type { MailStore } from './store.ts';

const STYLE = fileURLToPath(new URL('./style.css', import.meta.url));
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** The mailbox's pages and its JSON list. */
export function createApp(store: MailStore): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.set(HEADERS);
    next();
  });
  app.get('/style.css', (_request, response) => response.sendFile(STYLE));
  app.get('/', async (request, response) => {
    const filter = filterSchema.parse(request.query);
    response.send(listPage(matching(await store.all(), filter), filter));
  });
  app.get('/messages/:id', async (request, response) => {
    const mail = await store.find(request.params.id);
    if (mail === undefined) {
      response.status(404).send(notePage('没有这封邮件', '它可能已随数据一起清除。'));
    } else {
      response.send(mailPage(mail));
    }
  });
  app.get('/api/messages', async (request, response) => {
    response.json(matching(await store.all(), filterSchema.parse(request.query)));
  });
  app.use((_request, response) => {
    response.status(404).send(notePage('没有这个页面', '请从列表开始。'));
  });
  app.use(badRequest);
  return app;
}

/** Bad parameters are told in the form that was asked for; anything else is ours and goes to express. */
const badRequest: ErrorRequestHandler = (error, request, response, next) => {
  if (!(error instanceof z.ZodError)) return next(error);
  const text = error.issues
    .map(({ path, message }) => [...path.map(String), message].join('：'))
    .join('；');
  response.status(400);
  if (request.path.startsWith('/api/')) response.json({ error: text });
  else response.send(notePage('查询条件有误', text));
};
