import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { roughly, timeSource } from '../../engine/clock.ts';
import { closeSession, LoginUnavailable, openSession } from '../../engine/login.ts';
import { giveAccounts } from '../../engine/opensearch/accounts.ts';
import { openSearch } from '../../engine/opensearch/client.ts';
import type { Directory } from '../../law/directory/index.ts';
import { followModels } from '../../models/follow.ts';
import { loadStartable } from '../../models/load.ts';
import type { Records } from '../../records/index.ts';
import { endSession, type Sessions } from '../../site/server/sign-in/sessions.ts';
import { camundaPassword, ownSecret } from '../camunda/secrets.ts';
import { camundaSessions } from '../camunda/sessions.ts';
import { type Ask, askCamunda } from '../camunda/upstream.ts';
import { type DoorsDeps, doors } from '../doors.ts';
import { features } from '../features.ts';
import type { AppDeps } from './app.ts';
import type { Config } from './config.ts';

/** Whoever moves the engine's clock waits so long for the door to hear of it. */
const CLOCK_MOVES_WITHIN_MS = 2_000;

export type BeyondDeps = {
  directory: () => Directory;
  records: Records;
  log: Logger;
  sessions: Pick<Sessions, 'cookie' | 'path'>;
};

/** What lies behind the gateway, as the settings name it. */
export async function beyond(
  config: Config,
  { directory, records, log, sessions }: BeyondDeps,
): Promise<NonNullable<AppDeps['beyond']>> {
  const camunda = await camundaBehind(config, { directory, records, log });
  // `/account/…` is a page where a place `/account` or one below it is.
  const places = features.flatMap((feature) => Object.keys(feature.places));
  const ownPages = new Set(['', 'assets', ...places.map((place) => place.split('/')[1] ?? '')]);
  const modeler = config.MODELER_URL;
  const signOut = (request: Request, response: Response) => endSession(sessions, request, response);
  return (kit) => doors({ kit, log, directory, camunda, modeler, ownPages, signOut });
}

async function camundaBehind(
  config: Config,
  { directory, records, log }: Omit<BeyondDeps, 'sessions'>,
): Promise<DoorsDeps['camunda']> {
  const { CAMUNDA_WEB_URL: origin, CAMUNDA_ENGINE_URL: engine } = config;
  if (origin === undefined || engine === undefined) return undefined;
  const ask = askerOf(origin, config, directory);
  const startable = await followModels(config.MODELS_FOLDER, loadStartable, log);
  const exactly = timeSource(config.CLOCK_URL);
  const now = roughly(exactly, CLOCK_MOVES_WITHIN_MS);
  const world = { directory, now, exactly, records, startable };
  return { origin, engine, ask, world };
}

/** Asks in people's names; whoever came to the organisation meanwhile has no account at Camunda before they need it. */
function askerOf(
  origin: string,
  { CAMUNDA_SECRET_FILE, SEARCH_URL }: Config,
  directory: () => Directory,
): Ask {
  const secret = ownSecret(CAMUNDA_SECRET_FILE);
  const passwordOf = (id: string) => camundaPassword(secret, id);
  const sessions = camundaSessions({
    async open(id) {
      const first = await openSession(origin, id, passwordOf(id));
      if (first !== undefined) return first;
      if (SEARCH_URL !== undefined) {
        await giveAccounts(openSearch(SEARCH_URL), directory().people(), passwordOf);
      }
      const second = await openSession(origin, id, passwordOf(id));
      if (second === undefined) throw new LoginUnavailable(`${id} has no account at Camunda`);
      return second;
    },
    close: (session) => closeSession(origin, session),
  });
  return askCamunda(origin, sessions);
}
