import { start } from './start/feature.ts';

/** Every feature of the gateway's own pages, in the order of its header: server and pages are made from this list alone. */
export const features = [start];
