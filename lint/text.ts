/** Whether the text holds at least one Chinese character. */
export function isChinese(text: string | undefined): boolean {
  return /\p{Script=Han}/u.test(text ?? '');
}

/** Values side by side in a message: 甲、乙; `无` for none. */
export function listed(values: unknown[]): string {
  return values.length === 0 ? '无' : values.map(String).join('、');
}
