import { createHash } from 'node:crypto';
import { shortened, withoutUnseen } from '../law/application/text.ts';

/** Beyond about 490 bytes Camunda's importers refuse a variable's name, and stand still for everybody. */
const LONGEST_NAME_BYTES = 100;
const LARGEST_VALUE_BYTES = 1_000_000;
/** Of a name as people are told it. */
const SHOWN_CHARACTERS = 20;

/** A variable that is too large for us, by its name or its value. */
export type Oversized = { name: string; nameBytes: number; valueBytes: number };

/** Which variables of a job are too large: a name over 100 bytes of UTF-8, or a value over a million bytes of JSON. */
export function oversizedIn(variables: object): Oversized[] {
  return Object.entries(variables)
    .map(([name, value]) => ({
      name,
      nameBytes: Buffer.byteLength(name),
      valueBytes: bytesOf(value),
    }))
    .filter((one) => hasLongName(one) || one.valueBytes > LARGEST_VALUE_BYTES);
}

export function hasLongName({ nameBytes }: Oversized): boolean {
  return nameBytes > LONGEST_NAME_BYTES;
}

/** The size of a value as JSON in UTF-8. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}

/** Stands for a name where one of any length and any characters cannot be kept. */
export function fingerprint({ name }: Oversized): string {
  return createHash('sha256').update(name).digest('base64url');
}

/** What is wrong with each, in Chinese. */
export function inWords(oversized: Oversized[]): string {
  return oversized
    .map((one) => {
      const name = shortened(withoutUnseen(one.name, false), SHOWN_CHARACTERS);
      return hasLongName(one)
        ? `变量“${name}”的名称有${one.nameBytes}字节，不得超过${LONGEST_NAME_BYTES}字节`
        : `变量“${name}”的内容有${one.valueBytes}字节，不得超过${LARGEST_VALUE_BYTES}字节`;
    })
    .join('；');
}
