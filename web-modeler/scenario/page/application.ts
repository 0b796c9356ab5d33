import { z } from 'zod';
import type { scenarioRoutes } from '../api.ts';
import type { Supposed } from './supposed.ts';

export type Example = z.output<typeof scenarioRoutes.listExamples.answer>['examples'][number];

/** What of an application the page shows and changes; everything else stays as the example has it. */
const shape = z.looseObject({
  applicantUnit: z.string().catch(''),
  ownerUnit: z.string().catch(''),
  ownerType: z.string().catch('agency'),
  level: z.string().catch('city'),
  county: z.string().optional().catch(undefined),
  kind: z.string().catch('construction'),
  category: z.string().catch('other'),
  investment: z.number().catch(0),
  implementationCost: z.number().optional().catch(undefined),
  materials: z.array(z.json()).catch([]),
  quotes: z.array(z.json()).catch([]),
});
export type Application = z.output<typeof shape>;
type Json = z.output<ReturnType<typeof z.json>>;

const FEWEST_QUOTES = 3;

export const KINDS = { construction: '建设类', service: '服务类', equipment: '设备采购类' };
export const CATEGORIES = {
  other: '其他类别',
  infrastructure: '基础设施类',
  integration: '跨部门跨层级集成类',
};

export function readExample({ application }: Example): Application {
  return shape.parse(application);
}

/** The application that is supposed: the example with what differs, and what goes with that. */
export function applicationOf({ example, differs }: Supposed, examples: Example[]): Application {
  const named = (name: string | undefined) => examples.find((other) => other.name === name);
  const found = named(example) ?? examples[0];
  const own = shape.parse(found?.application ?? {});
  const units = named(differs.unitsOf);
  const application = {
    ...own,
    ...(units ? unitsIn(readExample(units)) : {}),
    ...(differs.investment === undefined ? {} : { investment: differs.investment }),
    ...(differs.kind === undefined ? {} : { kind: differs.kind }),
    ...(differs.category === undefined ? {} : { category: differs.category }),
  };
  return {
    ...application,
    // Another kind brings other materials: else everything would come back for correction.
    materials:
      application.kind === own.kind ? own.materials : materialsFor(application.kind, examples),
    implementationCost:
      (own.implementationCost ?? 0) > application.investment ? undefined : own.implementationCost,
  };
}

/** The application with the parts that an incomplete one lacks, as somebody would add them. */
export function supplemented(application: Application, examples: Example[]): Application {
  const complete = examples
    .map(readExample)
    .filter(({ kind, quotes }) => kind === application.kind && quotes.length >= FEWEST_QUOTES);
  const full = complete.find(({ materials }) => materials.length > application.materials.length);
  return {
    ...application,
    materials: full?.materials ?? application.materials,
    quotes:
      application.quotes.length < FEWEST_QUOTES
        ? ((full ?? complete[0])?.quotes ?? application.quotes)
        : application.quotes,
  };
}

/** The units that can be chosen, each once, named by the example that has them. */
export function unitsOf(examples: Example[]): { example: string; label: string }[] {
  const labels = new Map<string, string>();
  for (const example of examples) {
    const { applicantUnit, ownerType, level, county } = readExample(example);
    const facts = ownerType === 'soe' ? '市属国企' : level === 'county' ? county : '市级';
    const label = `${applicantUnit}（${facts}）`;
    if (![...labels.values()].includes(label)) labels.set(example.name, label);
  }
  return [...labels].map(([example, label]) => ({ example, label }));
}

/** An application as plain JSON. */
export function asJson(application: Application): Record<string, Json> {
  return z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(application)));
}

function unitsIn({ applicantUnit, ownerUnit, ownerType, level, county }: Application) {
  return { applicantUnit, ownerUnit, ownerType, level, county };
}

function materialsFor(kind: string, examples: Example[]): Json[] {
  const others = examples.map(readExample).filter((other) => other.kind === kind);
  const fullest = others.sort((a, b) => b.materials.length - a.materials.length)[0];
  return fullest?.materials ?? [];
}
