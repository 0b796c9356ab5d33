import { readFileSync } from 'node:fs';
import { types } from 'node:util';
import * as client from 'openid-client';
import { z } from 'zod';
import { CALLBACK } from '../../api/oidc.ts';
import { ApiError } from '../errors.ts';

/** What a person is known by at the provider: `email` of the organisation file, or `subject` there. */
export type PersonClaim = 'email' | 'subject';

export type OidcSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  personClaim: PersonClaim;
};

const LOOPBACK = /^http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?(\/|$)/;

/** The settings of OpenID Connect; a wing that offers it takes them among its own. */
export const oidcEnvironment = {
  // The provider's address, as it names itself; with it people sign in there and have no passwords here.
  OIDC_ISSUER: z
    .url('请填写统一身份认证的签发者网址，例如 https://id.example/realms/gov')
    .refine(
      (issuer) => issuer.startsWith('https://') || LOOPBACK.test(issuer),
      '统一身份认证的网址须以 https:// 开头',
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  // A file with the secret instead of it.
  OIDC_CLIENT_SECRET_FILE: z.string().optional(),
  OIDC_PERSON_CLAIM: z
    .enum(['subject', 'email'], { error: '请填写 subject 或 email' })
    .default('email'),
};
type Environment = z.output<z.ZodObject<typeof oidcEnvironment>>;

/**
 * What of the settings of OpenID Connect is set; undefined: people have passwords here.
 * @throws Error that says in Chinese what is missing
 */
export function oidcSettings(environment: Environment): OidcSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = environment;
  if (issuer === undefined) return undefined;
  const file = environment.OIDC_CLIENT_SECRET_FILE;
  const clientSecret =
    environment.OIDC_CLIENT_SECRET ?? (file && readFileSync(file, 'utf8').trim());
  if (!clientId || !clientSecret) {
    throw new Error(
      '设置了 OIDC_ISSUER 时，还须填写 OIDC_CLIENT_ID，以及 OIDC_CLIENT_SECRET 或 OIDC_CLIENT_SECRET_FILE。',
    );
  }
  return { issuer, clientId, clientSecret, personClaim: environment.OIDC_PERSON_CLAIM };
}

/** A sign-in on its way: what the answer to it is checked against. */
export const pending = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Where the provider sends the browser back to. */
  back: z.string(),
  /** Where the person wanted to go. */
  to: z.string(),
});
export type Pending = z.infer<typeof pending>;

/** Whom the provider has signed in, and the token that says so. */
export type Proven = { subject: string; email: string | undefined; idToken: string | undefined };

/** An OpenID Connect provider: authorisation code with PKCE, state and nonce. */
export type OidcProvider = {
  personClaim: PersonClaim;
  /**
   * Where a browser goes to sign in, and what is to be remembered until it comes back.
   * @param origin the address of this site, as browsers use it
   * @throws ApiError `oidc-unavailable`
   */
  start(origin: string, to: string): Promise<{ address: string; pending: Pending }>;
  /**
   * Who has signed in, from the query a browser came back with.
   * @throws ApiError `oidc-refused` when the answer does not belong to this sign-in or somebody did not consent,
   * `oidc-unavailable`
   */
  finish(query: URLSearchParams, started: Pending): Promise<Proven>;
  /** Where a browser goes to end the session at the provider, too; undefined: it has no such place. */
  signOutAddress(idToken: string | undefined, origin: string): Promise<string | undefined>;
};

const TIMEOUT_SECONDS = 10;
const SKEW_SECONDS = 30;

/** The provider is first asked about itself when somebody signs in: it may start later than we do, or be away. */
export function oidcProvider(settings: OidcSettings): OidcProvider {
  const { issuer, clientId, clientSecret, personClaim } = settings;
  const scope = personClaim === 'email' ? 'openid email' : 'openid';
  let found: Promise<client.Configuration> | undefined;

  function provider(): Promise<client.Configuration> {
    found ??= client
      .discovery(
        new URL(issuer),
        clientId,
        { [client.clockTolerance]: SKEW_SECONDS },
        secretAsItIsTaken(clientSecret),
        {
          timeout: TIMEOUT_SECONDS,
          execute: issuer.startsWith('http:') ? [client.allowInsecureRequests] : [],
        },
      )
      .catch((error: unknown) => {
        found = undefined;
        throw unavailable(error);
      });
    return found;
  }

  return {
    personClaim,

    async start(origin, to) {
      const config = await provider();
      const verifier = client.randomPKCECodeVerifier();
      const started = {
        ...{ state: client.randomState(), nonce: client.randomNonce(), verifier, to },
        back: `${origin}${CALLBACK}`,
      };
      const address = client.buildAuthorizationUrl(config, {
        ...{ redirect_uri: started.back, scope },
        ...{ state: started.state, nonce: started.nonce },
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, pending: started };
    },

    async finish(query, { state, nonce, verifier, back }) {
      const config = await provider();
      try {
        const tokens = await client.authorizationCodeGrant(config, new URL(`${back}?${query}`), {
          ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
          idTokenExpected: true,
        });
        const subject = tokens.claims()?.sub ?? '';
        const claims = emailClaims.parse(tokens.claims());
        // Many providers tell more than the subject only when they are asked for it.
        const { email, email_verified: verified } =
          personClaim === 'email' && claims.email === undefined
            ? emailClaims.parse(await client.fetchUserInfo(config, tokens.access_token, subject))
            : claims;
        return { subject, email: verified ? email : undefined, idToken: tokens.id_token };
      } catch (error) {
        throw isAway(error) ? unavailable(error) : refused(error);
      }
    },

    async signOutAddress(idToken, origin) {
      const config = await provider();
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
      return client.buildEndSessionUrl(config, {
        post_logout_redirect_uri: `${origin}/`,
        ...(idToken === undefined ? {} : { id_token_hint: idToken }),
      }).href;
    },
  };
}

/** Only an address that the provider has verified says who somebody is. */
const emailClaims = z.object({
  email: z.string().optional().catch(undefined),
  email_verified: z.literal(true).optional().catch(undefined),
});

/** As a header where the provider takes it so, which is what the standard expects of everyone; else in the body. */
function secretAsItIsTaken(secret: string): client.ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...more) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (taken.includes('client_secret_basic') ? basic : post)(server, ...more);
  };
}

/** Whether it is the provider or the way to it that fails, not what somebody came back with. */
function isAway(error: unknown): boolean {
  if (error instanceof client.ResponseBodyError) return error.status >= 500;
  if (error instanceof client.ClientError && error.code !== undefined) {
    return /^OAUTH_(TIMEOUT|ABORT|RESPONSE_IS_NOT_(CONFORM|JSON)|PARSE_ERROR)$/.test(error.code);
  }
  // What fetch throws when nobody answers, as it is or as the cause of what the library throws.
  const thrown = error instanceof client.ClientError ? error.cause : error;
  return types.isNativeError(thrown) && thrown.name === 'TypeError';
}

function unavailable(cause: unknown): ApiError {
  return because(
    cause,
    new ApiError(
      'oidc-unavailable',
      '统一身份认证暂时无法访问，请稍后再试。如仍不能登录，请联系管理员。',
    ),
  );
}

function refused(cause: unknown): ApiError {
  return because(
    cause,
    new ApiError('oidc-refused', '统一身份认证没有确认这次登录，请返回首页重新登录。'),
  );
}

function because(cause: unknown, error: ApiError): ApiError {
  error.cause = cause;
  return error;
}
