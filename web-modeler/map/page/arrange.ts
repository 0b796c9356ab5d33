import { Graph, type GraphLabel, layout } from '@dagrejs/dagre';
import type { Link, ModelSummary } from '../../library/page/groups.ts';

const NODE = { width: 190, height: 46 };
const GAPS = { nodesep: 14, ranksep: 120, marginx: 16, marginy: 16 };

type Point = { x: number; y: number };
type Label = { width: number; height: number } & Partial<Point>;
type Way = { points?: Point[] };

/** A model on the map; `x` and `y` are its upper left corner. */
export type Place = { model: ModelSummary; x: number; y: number; width: number; height: number };
export type Arranged = {
  width: number;
  height: number;
  places: Place[];
  /** `curve` is a path of SVG. */
  ways: { link: Link; curve: string }[];
};

/** Lays the models out from left to right: who calls stands before what is called. */
export function arrange(models: ModelSummary[], links: Link[]): Arranged {
  const graph = new Graph<GraphLabel, Label, Way>();
  graph.setGraph({ rankdir: 'LR', ...GAPS });
  graph.setDefaultEdgeLabel(() => ({}));
  const shown = new Map(models.map((model) => [model.path, model]));
  for (const path of shown.keys()) graph.setNode(path, { ...NODE });
  const drawn = links.filter(({ from, to }) => shown.has(from) && shown.has(to) && from !== to);
  for (const { from, to } of drawn) graph.setEdge(from, to);
  layout(graph);

  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    places: models.map((model) => {
      const { x = 0, y = 0 } = graph.node(model.path);
      return { model, x: x - NODE.width / 2, y: y - NODE.height / 2, ...NODE };
    }),
    ways: drawn.map((link) => {
      const { points = [] } = graph.edge(link.from, link.to);
      return { link, curve: curve(side(link.from, 1), points.slice(1, -1), side(link.to, -1)) };
    }),
  };

  /** The middle of a model's right (1) or left (-1) side. */
  function side(path: string, direction: 1 | -1): Point {
    const { x = 0, y = 0 } = graph.node(path);
    return { x: x + (direction * NODE.width) / 2, y };
  }
}

/** A way that leaves and arrives level, so that it never runs behind what stands beside its ends. */
function curve(start: Point, between: Point[], end: Point): string {
  let last = start;
  const bends = [...between, end].map((point) => {
    const middle = (last.x + point.x) / 2;
    const bend = `C${middle} ${last.y} ${middle} ${point.y} ${point.x} ${point.y}`;
    last = point;
    return bend;
  });
  return `M${start.x} ${start.y}${bends.join('')}`;
}
