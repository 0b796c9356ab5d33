/**
 * An amount in 万元, read exactly: six decimals of 万元 are one 分, so `fen` is whole
 * and comparing it is exact where comparing floating point numbers is not.
 */
export type Amount = { value: number; fen: bigint };

export type AmountFault = 'missing' | 'not-a-number' | 'not-positive' | 'too-precise' | 'too-large';

/** Nine digits and six decimals are fifteen: what a double, and so the engine's JSON, keeps exactly. */
const INTEGER_DIGITS = 9;
const DECIMALS = 6;

const NUMERAL = /^([+-]?)0*(\d+)(?:\.(\d*?)0*)?$/;

/** Reads a number or a plain numeral ("186.5"); anything else, and every amount but a positive one, is a fault. */
export function readAmount(input: unknown): Amount | AmountFault {
  if (input === undefined || input === null || input === '') return 'missing';
  if (input === Number.POSITIVE_INFINITY) return 'too-large';
  const text = plainText(input);
  const match = text === undefined ? null : NUMERAL.exec(text);
  if (!match) return 'not-a-number';
  const [, sign, integer = '', decimals = ''] = match;
  if (sign === '-' || !/[1-9]/.test(integer + decimals)) return 'not-positive';
  if (integer.length > INTEGER_DIGITS) return 'too-large';
  if (decimals.length > DECIMALS) return 'too-precise';
  const fen = BigInt(integer + decimals.padEnd(DECIMALS, '0'));
  return { value: Number(`${integer}.${decimals}0`), fen };
}

export function isAmount(read: Amount | AmountFault): read is Amount {
  return typeof read === 'object';
}

/** A number without exponent, or the text as it was typed. */
function plainText(input: unknown): string | undefined {
  if (typeof input === 'string') return input.trim();
  if (typeof input !== 'number' || !Number.isFinite(input)) return undefined;
  const text = String(input);
  if (!text.includes('e')) return text;
  // Only numbers below 1e-6 or from 1e21 up are written with an exponent.
  return Math.abs(input) < 1 ? input.toFixed(20) : BigInt(input).toString();
}
