const DEFAULT_TIMEOUT_MS = 5000;

/** Whether the address answers with a 2xx or 3xx within the time; a refusal is a "no", not an error. */
export async function answers(url: string, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
