import { FIELDS, type Field } from './fields.ts';

const BASIC_FACTS = '第十八条第一项';

/** The article that asks for the field, by its first name; the basic facts are Art. 18 item 1. */
export function articleOf(field: string): string {
  const known: Record<string, Field> = FIELDS;
  return (Object.hasOwn(known, field) && known[field]?.article) || BASIC_FACTS;
}
