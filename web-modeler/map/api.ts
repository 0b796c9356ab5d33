import { z } from 'zod';
import { route } from '../../site/api/route.ts';
import { modelPath } from '../api/common.ts';
import { READ } from '../api/rights.ts';

export const mapRoutes = {
  listLinks: route({
    method: 'get',
    path: '/api/links',
    summary:
      'How processes call each other, forms, tables and notices, and forms their common parts',
    who: READ,
    answer: z.object({
      links: z.array(
        z.object({
          from: modelPath,
          to: modelPath,
          kind: z.enum(['calls', 'form', 'decides', 'notice', 'part']),
          /** The elements of `from` that do it. */
          elements: z.array(z.object({ id: z.string(), name: z.string() })),
        }),
      ),
    }),
  }),
};
