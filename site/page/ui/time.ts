const MINUTES = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2026-10-09 14:05`, Asia/Shanghai, of an instant. */
export function inMinutes(instant: string): string {
  return MINUTES.format(new Date(instant));
}
