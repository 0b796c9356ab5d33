import type { RequestHandler } from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import type { Logger } from 'pino';
import { notAnswering } from './not-answering.ts';

/** 推演 may compute for a while. */
const LONGEST_MS = 120_000;

/**
 * The web modeler below `/modeler`: a site of its own with the same sessions, which asks everything itself. It is told
 * who really asked, by headers that it believes from this machine alone.
 */
export function modelerDoor(origin: string, log: Logger): RequestHandler {
  return createProxyMiddleware({
    target: origin,
    proxyTimeout: LONGEST_MS,
    on: {
      proxyReq(proxied, request) {
        const { ip, protocol } = request as { ip?: string; protocol?: string };
        proxied.setHeader('x-forwarded-prefix', '/modeler');
        proxied.setHeader('x-forwarded-for', ip ?? '');
        proxied.setHeader('x-forwarded-proto', protocol ?? 'http');
      },
      error: notAnswering(log, 'modeler', '模型管理暂时没有应答，可能正在启动，请稍后刷新页面。'),
    },
  });
}
