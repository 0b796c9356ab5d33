import { z } from 'zod';

/**
 * Who may: anyone at all, whoever is signed in, or who has a right that the wing names; a right may be over one thing,
 * which a parameter of the request names (`of`, in the path or the query).
 */
export type Who = 'anyone' | 'signed-in' | { right: string; of?: string };

/** A bound on how often an operation is tried within some minutes. */
export type Tries = {
  most: number;
  minutes: number;
  /**
   * Who counts as the same: an address; a person at one address; a person wherever they are but at the addresses where
   * they have succeeded lately. Who is no person of the organisation is counted by address only.
   */
  by: 'address' | 'person-at-address' | 'person';
  /** Tries that fail, or those of visitors who have no session yet. */
  counted: 'failures' | 'visitors';
};

/** What the audit list says of an operation: its name there, and what a request of it was about. */
export type Audited = {
  as: string;
  /** Read from the path's parameters and the body as they came, also when the rest of it is refused. */
  about: z.ZodType<string>;
};

/** An answer that is a file of one of these content types, or a page. */
export type FileAnswer = { contentTypes: readonly string[] };

/** One operation of an HTTP API, with every fact of it: the server answers it, pages call it, OpenAPI describes it. */
export type Route = {
  method: 'get' | 'post' | 'put' | 'delete';
  /** OpenAPI's notation: `/api/submissions/{id}`. */
  path: string;
  summary: string;
  who: Who;
  /** Whether pages of other sites may lead a browser to it. */
  fromElsewhere: boolean;
  /** False: it leaves no line in the audit list. */
  audited: Audited | false;
  params: z.ZodObject;
  query: z.ZodObject;
  body: z.ZodType;
  /** The largest body, in express's notation. */
  limit: `${number}${'kb' | 'mb'}`;
  tries: readonly Tries[];
  answer: z.ZodType | FileAnswer;
  /** The HTTP status of its answer. */
  status: number;
  /** The HTTP status of each error code it answers beside those every operation may answer. */
  codes: Readonly<Record<string, number>>;
};
/** The operations of an API by their names. */
export type Routes = Record<string, Route>;

const nothing = z.strictObject({});
const USUAL = {
  params: nothing,
  query: nothing,
  body: nothing,
  limit: '256kb',
  tries: [],
  fromElsewhere: false,
  status: 200,
  codes: {},
  audited: false,
} as const;
type Usual = typeof USUAL;

type Given = Pick<Route, 'path' | 'summary' | 'who' | 'answer'> &
  Partial<Pick<Route, Exclude<keyof Usual, 'audited'>>> &
  // Whoever adds an operation that writes has to say what the audit list calls it, or that it changes nothing.
  (
    | { method: 'get'; audited?: Audited | false }
    | { method: 'post' | 'put' | 'delete'; audited: Audited | false }
  );

/** Describes an operation; what is not said of it is as usual. */
export function route<const R extends Given>(given: R) {
  return { ...USUAL, ...given } as {
    [K in keyof Route]: K extends keyof R ? R[K] : K extends keyof Usual ? Usual[K] : never;
  };
}

/** An answer that is a file. */
export function file(...contentTypes: string[]): FileAnswer {
  return { contentTypes };
}

const text = z.string().optional().catch(undefined);
const texts = z.array(z.string()).catch([]);

/** @param names the parameters and fields that say what it was about, texts or lists of them */
export function audited(as: string, ...names: string[]): Audited {
  const fields = Object.fromEntries(names.map((name) => [name, text.or(texts)]));
  const about = z
    .object(fields)
    .transform((read) => Object.values(read).flat().filter(Boolean).join(' '));
  return { as, about };
}

/**
 * A feature's error codes, the HTTP status of each said once.
 * @returns a function that gives a route the rows it names
 */
export function errorCodes<Code extends string>(statuses: Record<Code, number>) {
  return (...codes: Code[]): Record<string, number> =>
    Object.fromEntries(codes.map((code) => [code, statuses[code]]));
}
