import type { Server } from 'node:http';
import { Provider } from 'oidc-provider';

/** Somebody at the provider, by `sub`. */
export type Account = { sub: string; email?: string; email_verified?: boolean };

/** What the provider knows the site by. */
export const CLIENT = { clientId: 'gateway', clientSecret: 'a secret, with: signs/and spaces' };

export type TestProvider = {
  issuer: string;
  /** Who signs in when a browser comes; undefined: they decline. */
  who: Account | undefined;
  stop(): Promise<void>;
};

/**
 * A real OpenID Connect provider on loopback that asks nobody for a password.
 * @param site the address of the site its people are sent back to
 */
export async function startProvider(port: number, site: string): Promise<TestProvider> {
  const issuer = `http://127.0.0.1:${port}`;
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [`${site}/api/oidc/callback`],
        post_logout_redirect_uris: [`${site}/`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['only for tests'] },
    pkce: { methods: ['S256'], required: () => true },
    features: { devInteractions: { enabled: false } },
    findAccount: async (_context, sub) => {
      const account = use.who?.sub === sub ? use.who : { sub };
      return { accountId: sub, claims: async () => account };
    },
    loadExistingGrant: async ({ oidc }) => {
      const before = oidc.session?.grantIdFor(CLIENT.clientId);
      if (before !== undefined) return provider.Grant.find(before);
      const grant = new provider.Grant({
        clientId: CLIENT.clientId,
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    // A connection that is kept would be one to a provider that has stopped since.
    context.set('connection', 'close');
    if (!context.path.startsWith('/interaction/')) return next();
    const result =
      use.who === undefined
        ? { error: 'access_denied', error_description: 'declined' }
        : { login: { accountId: use.who.sub, remember: false } };
    context.redirect(await provider.interactionResult(context.req, context.res, result));
  });
  const server = await new Promise<Server>((resolve) => {
    const listening = provider.listen(port, '127.0.0.1', () => resolve(listening));
  });
  const use: TestProvider = {
    ...{ issuer, who: undefined },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return use;
}
