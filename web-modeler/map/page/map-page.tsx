import { useMemo, useState } from 'preact/hooks';
import { Link as PageLink } from 'wouter-preact';
import { call } from '../../../site/page/api.ts';
import { Page } from '../../../site/page/ui/page.tsx';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../../site/page/ui/waiting.tsx';
import { type Kind, kind as kindSchema } from '../../api/common.ts';
import { libraryRoutes } from '../../library/api.ts';
import type { Link, ModelSummary } from '../../library/page/groups.ts';
import { modelAddress } from '../../page/addresses.ts';
import { KIND_WORDS } from '../../page/ui/words.ts';
import { mapRoutes } from '../api.ts';
import { type Arranged, arrange, type Place } from './arrange.ts';

const LINK_WORDS: Record<Link['kind'], string> = {
  calls: '调用',
  form: '使用表单',
  decides: '使用决策表',
  notice: '发送通知',
  part: '含公共部分',
};

/** How processes call each other and which tables, forms and notices they use. */
export function MapPage() {
  const { loaded, reload } = useLoaded('map', async (signal) => {
    const [{ models }, { links }] = await Promise.all([
      call(libraryRoutes.listModels, { signal }),
      call(mapRoutes.listLinks, { signal }),
    ]);
    return { models, links };
  });
  return (
    <Page
      title="关系图"
      lead="箭头从调用方指向被调用的流程、决策表、表单和通知。点击打开，指向某一项时只突出与它直接有关的部分。"
    >
      <Waiting of={loaded} reload={reload}>
        {({ models, links }) => <ModelMap models={models} links={links} />}
      </Waiting>
    </Page>
  );
}

function ModelMap({ models, links }: { models: ModelSummary[]; links: Link[] }) {
  const [kinds, setKinds] = useState<Kind[]>(['process', 'decision']);
  const [zoom, setZoom] = useState(1);
  const arranged = useMemo(
    () =>
      arrange(
        models.filter(({ kind }) => kinds.includes(kind)),
        links,
      ),
    [models, links, kinds],
  );

  function toggle(kind: Kind): void {
    setKinds(kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind]);
  }

  return (
    <>
      <div class="filters">
        <fieldset class="choices">
          <legend>显示</legend>
          {kindSchema.options.map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={kinds.includes(kind)}
              onClick={() => toggle(kind)}
            >
              <span class={`map-key map-key-${kind}`} />
              {KIND_WORDS[kind]}
              <span class="choice-count">
                {models.filter((model) => model.kind === kind).length}
              </span>
            </button>
          ))}
        </fieldset>
        <span class="actions">
          <button type="button" onClick={() => setZoom(zoom * 1.2)}>
            放大
          </button>
          <button type="button" onClick={() => setZoom(zoom / 1.2)}>
            缩小
          </button>
          <button type="button" onClick={() => setZoom(1)}>
            原大小
          </button>
        </span>
      </div>
      <Drawing arranged={arranged} zoom={zoom} />
    </>
  );
}

function Drawing({ arranged, zoom }: { arranged: Arranged; zoom: number }) {
  const [pointed, setPointed] = useState<string>();
  const { width, height, places, ways } = arranged;
  const near = new Set(
    ways.flatMap(({ link: { from, to } }) =>
      from === pointed || to === pointed ? [from, to] : [],
    ),
  );
  const dimmed = (isNear: boolean) => (pointed !== undefined && !isNear ? 'dimmed' : '');

  return (
    <figure class="map">
      <svg width={width * zoom} height={height * zoom} viewBox={`0 0 ${width} ${height}`}>
        <title>模型关系图</title>
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="8"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path class="map-arrow" d="M0 0 8 4 0 8Z" />
          </marker>
        </defs>
        {ways.map(({ link, curve }) => (
          <path
            key={`${link.from} ${link.to} ${link.kind}`}
            class={`map-way map-way-${link.kind} ${dimmed(link.from === pointed || link.to === pointed)}`}
            d={curve}
            marker-end="url(#arrow)"
          >
            <title>
              {LINK_WORDS[link.kind]}：{link.elements.map(({ name, id }) => name || id).join('、')}
            </title>
          </path>
        ))}
        {places.map((place) => (
          <Node
            key={place.model.path}
            place={place}
            name={dimmed(near.has(place.model.path) || place.model.path === pointed)}
            point={setPointed}
          />
        ))}
      </svg>
    </figure>
  );
}

const LONGEST = 13;

type NodeProps = { place: Place; name: string; point(path: string | undefined): void };

function Node({ place: { model, x, y, width, height }, name, point }: NodeProps) {
  const { path, kind } = model;
  const shown = model.name.length > LONGEST ? `${model.name.slice(0, LONGEST - 1)}…` : model.name;
  return (
    <PageLink
      href={modelAddress(path)}
      className={`map-node map-node-${kind} ${name}`}
      onMouseEnter={() => point(path)}
      onMouseLeave={() => point(undefined)}
      onFocus={() => point(path)}
      onBlur={() => point(undefined)}
    >
      <title>
        {KIND_WORDS[kind]} {model.name}（{path}）
      </title>
      <rect x={x} y={y} width={width} height={height} rx={kind === 'process' ? 8 : 2} />
      <text x={x + width / 2} y={y + height / 2}>
        {shown}
      </text>
    </PageLink>
  );
}
