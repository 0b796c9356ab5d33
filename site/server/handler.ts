import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Route, Routes } from '../api/route.ts';

/** A file as an answer. */
export type SentFile = {
  /** One of the content types its route names. */
  type: string;
  /** The name it is kept by; may be Chinese. */
  name: string;
  content: Uint8Array | Readable;
};

type Answered<A> = A extends z.ZodType ? z.input<A> : SentFile;

/** What an operation is asked; everything in it is checked by the route's schemas. */
export type Asked<R extends Route, User> = {
  params: z.output<R['params']>;
  query: z.output<R['query']>;
  body: z.output<R['body']>;
  /** The key of the session it is asked with, when it is asked over HTTP. */
  session?: string;
  /** Who is signed in; null may only be where no sign-in is needed. */
  user: R['who'] extends 'anyone' ? User | null : User;
};

/** Answers one operation. A method's type, so that handlers of known routes fit where any routes' are taken. */
export type Handler<R extends Route, User> = {
  handle(asked: Asked<R, User>): Promise<Answered<R['answer']>>;
}['handle'];

/** The handlers of operations by their names. */
export type Handlers<R extends Routes, User> = { [N in keyof R]: Handler<R[N], User> };
