type Kept = { value: string; strict: boolean; path: string };
export type Seen = { status: number; text: string; url: URL };

/** Somebody's browser as far as cookies and going on to other pages are concerned. */
export type Visitor = {
  /** Name and value of every cookie by host. */
  cookies: Map<string, Kept>;
  /**
   * Goes on until a page stays; `until` stops before an address is asked for, and may lead elsewhere.
   * @param fromElsewhere another site's page leads there
   */
  open(address: string, until?: (url: URL) => boolean, fromElsewhere?: boolean): Promise<Seen>;
  /** What one of the site's own pages asks for. */
  call(address: string, init?: RequestInit): Promise<Seen>;
};

/**
 * Cookies that are `SameSite=Strict` do not come along where another site leads, also by redirections: the strictest of
 * what browsers do.
 */
export function visitor(): Visitor {
  const cookies = new Map<string, Kept>();

  async function ask(url: URL, site: string, init: RequestInit = {}) {
    const sent = [...cookies]
      .filter(([key, { strict, path }]) => {
        const here = key.startsWith(`${url.host} `) && url.pathname.startsWith(path);
        return here && !(strict && site === 'cross-site');
      })
      .map(([key, { value }]) => `${key.split(' ')[1]}=${value}`);
    const headers = new Headers(init.headers);
    headers.set('cookie', sent.join('; '));
    headers.set('sec-fetch-site', site);
    const response = await fetch(url, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) keep(url, line);
    return response;
  }

  function keep(url: URL, line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const [, path = '/'] = /; ?path=([^;]*)/i.exec(line) ?? [];
    if (value === '') cookies.delete(`${url.host} ${name}`);
    else cookies.set(`${url.host} ${name}`, { value, strict: /samesite=strict/i.test(line), path });
  }

  return {
    cookies,

    async open(address, until = () => false, fromElsewhere = false) {
      let url = new URL(address);
      let site = fromElsewhere ? 'cross-site' : 'none';
      for (let steps = 0; steps < 20; steps += 1) {
        if (until(url)) return { status: 0, text: '', url };
        const response = await ask(url, site, { headers: { accept: 'text/html,*/*;q=0.8' } });
        const text = await response.text();
        const location = response.headers.get('location');
        const [, refresh] = /http-equiv="refresh" content="0;url=([^"]*)"/.exec(text) ?? [];
        if (location === null && refresh === undefined)
          return { status: response.status, text, url };
        const next = new URL(location ?? refresh?.replaceAll('&amp;', '&') ?? '', url);
        if (next.host !== url.host) site = 'cross-site';
        else if (location === null) site = 'same-origin';
        url = next;
      }
      throw new Error(`${address} leads on and on`);
    },

    async call(address, init) {
      const url = new URL(address);
      const response = await ask(url, 'same-origin', init);
      return { status: response.status, text: await response.text(), url };
    },
  };
}
