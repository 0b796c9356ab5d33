import type { Page } from 'playwright-core';

/** A finished picture; `plane` names a collapsed sub-process, which is drawn by itself. */
export type Picture = { plane?: string; svg?: string; png: Buffer };

/** Pictures of one model file and what its library complained about while reading it. */
export type Rendered = { pictures: Picture[]; warnings: string[] };

/** Draws one kind of model file, given as text, on an empty browser page. */
export type Renderer = (page: Page, source: string) => Promise<Rendered>;
