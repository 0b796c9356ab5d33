let title: string | undefined;

/** What the build called the site: the page's title before any page has put its own in front. */
export function siteTitle(): string {
  title ??= document.title;
  return title;
}
