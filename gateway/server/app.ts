import type { Express } from 'express';
import type { Directory } from '../../law/directory/index.ts';
import type { Routes } from '../../site/api/route.ts';
import type { Handlers } from '../../site/server/handler.ts';
import { createSite, type SiteDeps } from '../../site/server/site.ts';
import { signedIn, type User } from '../api/user.ts';
import { routes } from './handlers.ts';
import { gatewayPeople } from './people.ts';

export type AppDeps = Omit<SiteDeps<User>, 'info' | 'wing' | 'user' | 'people' | 'translate'> & {
  handlers: Partial<Handlers<Routes, User>>;
  directory: () => Directory;
};

const INFO = {
  title: 'Gateway',
  description:
    'What the gateway’s own pages use. Every error is a code for programs and a Chinese sentence that says what to do.',
};

/** The gateway as a site: its sign-in, its people, its pages; what lies behind it is mounted by `beyond`. */
export function createApp({ handlers, directory, ...deps }: AppDeps): Express {
  const people = gatewayPeople(directory);
  return createSite(routes, handlers, {
    ...deps,
    info: INFO,
    wing: 'gateway',
    user: signedIn,
    people,
    translate: () => undefined,
  });
}
