/**
 * The Message-ID header of a message: the same id and host give the same one, different ids different ones,
 * so that a mail sent twice (a crash right after sending) is one mail to mail programs.
 */
export function messageIdOf(id: string, host: string): string {
  const local = encodeURIComponent(id).replace(
    /[()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `<${local}@${host}>`;
}
