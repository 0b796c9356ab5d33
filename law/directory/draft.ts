import { z } from 'zod';
import {
  administratorSchema,
  bodySchema,
  modelerSchema,
  operatorSchema,
  personSchema,
  substitutionSchema,
  unitSchema,
} from './schema.ts';
import type { Body, Modeler, Operator, Person, Substitution } from './types.ts';

/** A well-formed entry of the file and where it stands ("people[3]"). */
export type Entry<T> = { path: string; value: T };

/**
 * What can be understood of a file, faulty entries left out, so that the references between entries
 * are checked even while some entries have faults of their own.
 * `named` holds what faulty entries name too: nobody shall be told that something is missing that only has a typo elsewhere.
 */
export type Draft = {
  office: string | undefined;
  bodies: Entry<Body>[];
  people: Entry<Person>[];
  substitutes: Entry<Substitution>[];
  modelers: Entry<Modeler>[];
  operators: Entry<Operator>[];
  administrators: Entry<string>[];
  named: { bodies: Set<string>; people: Set<string>; peopled: Set<string> };
};

export function draftOf(content: unknown): Draft {
  const raw = z.record(z.string(), z.unknown()).catch({}).parse(content);
  return {
    office: typeof raw.office === 'string' ? raw.office : undefined,
    bodies: [
      ...wellFormed<Body>('bodies', raw.bodies, bodySchema),
      ...wellFormed<Body>('units', raw.units, unitSchema),
    ],
    people: wellFormed<Person>('people', raw.people, personSchema),
    substitutes: wellFormed<Substitution>('substitutes', raw.substitutes, substitutionSchema),
    modelers: wellFormed<Modeler>('modelers', raw.modelers, modelerSchema),
    operators: wellFormed<Operator>('operators', raw.operators, operatorSchema),
    administrators: wellFormed<string>('administrators', raw.administrators, administratorSchema),
    named: {
      bodies: new Set([...texts(raw.bodies, 'name'), ...texts(raw.units, 'name')]),
      people: new Set(texts(raw.people, 'id')),
      peopled: new Set(texts(raw.people, 'body')),
    },
  };
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function wellFormed<T>(section: string, value: unknown, schema: z.ZodType<T>): Entry<T>[] {
  return list(value).flatMap((item, index) => {
    const read = schema.safeParse(item);
    return read.success ? [{ path: `${section}[${index}]`, value: read.data }] : [];
  });
}

function texts(value: unknown, key: string): string[] {
  return list(value).flatMap((item) => {
    const text = z.object({ [key]: z.string().trim() }).safeParse(item);
    return text.success ? Object.values(text.data) : [];
  });
}
