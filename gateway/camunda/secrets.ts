import { createHmac, randomBytes } from 'node:crypto';
import { readIfThere, writeWhole } from '../../files/whole.ts';

const LENGTH = 48;

/** The gateway's own secret; made at the first start and kept in a file that only its owner can read. */
export function ownSecret(file: string): string {
  const kept = readIfThere(file)?.trim() ?? '';
  if (kept.length >= LENGTH * 2) return kept;
  const secret = randomBytes(LENGTH).toString('hex');
  writeWhole(file, secret);
  return secret;
}

/** The password of a person's account at Camunda: nobody knows it, nobody ever types it, and any gateway with the secret finds it again. */
export function camundaPassword(secret: string, personId: string): string {
  return createHmac('sha256', secret).update(`camunda:${personId}`).digest('base64url');
}
