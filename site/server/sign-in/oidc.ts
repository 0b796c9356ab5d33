import type { Request } from 'express';
import type { Directory } from '../../../law/directory/index.ts';
import { whereTo } from '../../api/where-to.ts';
import type { OidcProvider, Pending, PersonClaim, Proven } from './oidc-provider.ts';

declare module 'express-session' {
  interface SessionData {
    /** Sign-ins at the provider that are on their way: one a tab. */
    oidc: Pending[];
    /** What the provider said of who is signed in; it wants it back when they sign out. */
    idToken: string | undefined;
  }
}

/** Tabs that sign in at the same moment. */
const MOST_PENDING = 5;

/** Signing in at an OpenID Connect provider. */
export type Oidc = {
  /** Where the browser is sent to. */
  start(request: Request, to: string | undefined): Promise<string>;
  /**
   * The sign-in a browser comes back with; undefined: its session's cookie did not come along, because another site
   * sent it here. It is good for one try.
   */
  take(request: Request, state: string | undefined): Promise<Pending | undefined>;
  /**
   * Whom the provider has signed in, and the id of who that is here; undefined: nobody, or one of several.
   * @throws ApiError `oidc-refused`, `oidc-unavailable`
   */
  finish(request: Request, started: Pending): Promise<{ id: string | undefined; proven: Proven }>;
  /** Where a browser goes to sign out at the provider, too; undefined: nowhere. */
  signOutAddress(request: Request): Promise<string | undefined>;
};

/**
 * Signing in at a provider, by the organisation as it is at that moment.
 * @param complain hears of who is nobody here
 */
export function oidc(
  provider: OidcProvider,
  directory: () => Directory,
  complain: (who: Pick<Proven, 'subject' | 'email'> & { persons: string[] }) => void,
): Oidc {
  return {
    async start(request, to) {
      const { address, pending } = await provider.start(originOf(request), whereTo(to));
      request.session.oidc = [...(request.session.oidc ?? []), pending].slice(-MOST_PENDING);
      await saved(request);
      return address;
    },

    async take(request, state) {
      const all = request.session.oidc ?? [];
      const started = all.find((one) => one.state === state);
      if (started === undefined) return undefined;
      request.session.oidc = all.filter((one) => one !== started);
      await saved(request);
      return started;
    },

    async finish(request, started) {
      const query = new URLSearchParams(request.originalUrl.split('?')[1] ?? '');
      query.delete('again');
      const proven = await provider.finish(query, started);
      const persons = personsOf(proven, provider.personClaim, directory());
      const [id] = persons.length === 1 ? persons : [];
      if (id === undefined) complain({ subject: proven.subject, email: proven.email, persons });
      return { id, proven };
    },

    signOutAddress: (request) =>
      // Whoever signs out here is signed out here, also while the provider is away.
      provider.signOutAddress(request.session.idToken, originOf(request)).catch(() => undefined),
  };
}

/** The ids of the people somebody may be; e-mail addresses are compared as ASCII, in which no letter looks like another. */
function personsOf({ subject, email }: Proven, claim: PersonClaim, directory: Directory): string[] {
  const same = (address: string) => address.toLowerCase() === email?.toLowerCase();
  const isAscii = email !== undefined && /^[\x21-\x7e]+$/.test(email);
  return directory
    .people()
    .filter((person) =>
      claim === 'subject' ? person.subject === subject : isAscii && same(person.email),
    )
    .map(({ id }) => id);
}

/** The address of this site, as the browser used it. */
function originOf(request: Request): string {
  return `${request.protocol}://${request.host}`;
}

function saved({ session }: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    session.save((error: unknown) => (error ? reject(error) : resolve()));
  });
}
