import type { Express } from 'express';
import type { Directory } from '../../law/directory/index.ts';
import type { Routes } from '../../site/api/route.ts';
import type { Handlers } from '../../site/server/handler.ts';
import { createSite, type SiteDeps } from '../../site/server/site.ts';
import { signedIn, type User } from '../api/rights.ts';
import { routes } from './handlers.ts';
import { modelerPeople } from './people.ts';
import { translate } from './translate.ts';

export type AppDeps = Omit<SiteDeps<User>, 'info' | 'wing' | 'user' | 'people' | 'translate'> & {
  handlers: Partial<Handlers<Routes, User>>;
  directory: () => Directory;
};

const INFO = {
  title: 'Web modeler',
  description:
    'What the web modeler’s own pages use. Every error is a code for programs and a Chinese sentence that says what to do.',
};

/** The web modeler as a site: its operations, its people, its pages. */
export function createApp({ handlers, directory, ...deps }: AppDeps): Express {
  const people = modelerPeople(directory);
  return createSite(routes, handlers, {
    ...deps,
    info: INFO,
    wing: 'web-modeler',
    user: signedIn,
    people,
    translate,
  });
}
