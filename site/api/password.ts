import { z } from 'zod';

export const SHORTEST_PASSWORD = 12;
/** Nobody types more; a password is hashed whole. */
export const LONGEST_PASSWORD = 200;
/** Fewer different characters are a pattern, not a password. */
const FEWEST_DIFFERENT = 5;

/** Sequences people type; any part of one is guessed first. */
const SEQUENCES = [
  '0123456789'.repeat(3),
  '9876543210'.repeat(3),
  'abcdefghijklmnopqrstuvwxyz0123456789',
  'qwertyuiopasdfghjklzxcvbnm1234567890',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.',
  '1q2w3e4r5t6y7u8i9o0p',
];
/** Words that common passwords of this length are made of; with digits and marks around them they are as common. */
const COMMON_WORDS = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'administrator',
  'administration',
  'admin',
  'welcome',
  'iloveyou',
  'woaini',
  'changeme',
  'letmein',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'abc',
  'abcd',
  'jiujiang',
  'jiujiangshi',
  'mima',
  '九江',
  '密码',
  '口令',
];
const BARE = /^[\d\p{P}\p{S}\s]+|[\d\p{P}\p{S}\s]+$/gu;

/** A password as it is hashed and compared: the same text in whatever way a keyboard has composed it. */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Why a password cannot be taken, as a sentence for whoever chose it; undefined: it can. Length and what is guessed first
 * count, not the kinds of characters (NIST SP 800-63B, 5.1.1.2).
 * @param userId the login name of whose password it is to be
 */
export function weakness(password: string, userId: string): string | undefined {
  const text = normalPassword(password).toLowerCase();
  const characters = [...text];
  if (characters.length < SHORTEST_PASSWORD) {
    return `新密码至少要有 ${SHORTEST_PASSWORD} 个字符，可以用一句话。`;
  }
  if (letters(text) === letters(userId)) return '新密码不能是登录名。';
  const common =
    new Set(characters).size < FEWEST_DIFFERENT ||
    SEQUENCES.some((sequence) => sequence.includes(text)) ||
    COMMON_WORDS.includes(text.replace(BARE, ''));
  return common ? '新密码太常见，容易被猜到，请换一个。' : undefined;
}

function letters(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}

/** A password as a new one is sent. */
export const newPassword = z.string().min(1, '请填写新密码').max(LONGEST_PASSWORD);
