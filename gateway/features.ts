import { account } from './account/feature.ts';
import { accounts } from './accounts/feature.ts';
import { audit } from './audit/feature.ts';
import { start } from './start/feature.ts';

/** Every feature of the gateway's own pages, in the order of its header: server and pages are made from this list alone. */
export const features = [start, account, accounts, audit];
