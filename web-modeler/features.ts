import { audit } from './audit/feature.ts';
import { compare } from './compare/feature.ts';
import { coverage } from './coverage/feature.ts';
import { history } from './history/feature.ts';
import { importing } from './importing/feature.ts';
import { library } from './library/feature.ts';
import { linting } from './linting/feature.ts';
import { map } from './map/feature.ts';
import { model } from './model/feature.ts';
import { publishing } from './publishing/feature.ts';
import { scenario } from './scenario/feature.ts';

/** Every feature of the modeler, in the order of its header: server and pages are made from this list alone. */
export const features = [
  library,
  map,
  model,
  history,
  compare,
  importing,
  linting,
  scenario,
  publishing,
  coverage,
  audit,
];
