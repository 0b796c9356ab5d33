import { Link } from 'wouter-preact';
import { Moment } from '../../../site/page/ui/moment.tsx';
import { compareAddress, historyAddress, modelAddress } from '../../page/addresses.ts';
import { CheckTag, StateTag } from '../../page/ui/tags.tsx';
import { KIND_WORDS } from '../../page/ui/words.ts';
import type { Group, ModelSummary } from './groups.ts';
import { Thumbnail } from './thumbnail/thumbnail.tsx';

/** The models, a part of the table for each process. */
export function ModelTable({ groups }: { groups: Group[] }) {
  return (
    <table class="table models">
      <thead>
        <tr>
          <th scope="col">缩略图</th>
          <th scope="col">名称</th>
          <th scope="col">类别</th>
          <th scope="col">状态</th>
          <th scope="col">部署版本</th>
          <th scope="col">检查</th>
          <th scope="col">最近修改</th>
          <th scope="col">查看</th>
        </tr>
      </thead>
      {groups.map(({ id, name, models }) => (
        <tbody key={id}>
          <tr class="group">
            <th scope="rowgroup" colSpan={8}>
              {name}
              <span class="count">{models.length} 个</span>
            </th>
          </tr>
          {models.map((model) => (
            <Row key={model.path} model={model} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ model }: { model: ModelSummary }) {
  const { path, name, id, kind, changed } = model;
  return (
    <tr>
      <td class="thumbnail-cell">
        <Thumbnail path={path} kind={kind} blob={model.blob} />
      </td>
      <th scope="row">
        <Link href={modelAddress(path)} className="model-name">
          {name}
        </Link>
        <span class="id">{id}</span>
      </th>
      <td>{KIND_WORDS[kind]}</td>
      <td>
        <StateTag state={model.state} />
      </td>
      <td class="number">
        {kind === 'notice' ? (
          <span class="muted">随流程</span>
        ) : model.deployedVersion === null ? (
          <span class="muted">未部署</span>
        ) : (
          `第 ${model.deployedVersion} 版`
        )}
      </td>
      <td>
        <CheckTag errors={model.errors} warnings={model.warnings} />
      </td>
      <td>
        <Moment at={changed.at} /> {changed.by.name}
        <span class="changed-note">{changed.note}</span>
      </td>
      <td class="row-links">
        <Link href={historyAddress(path)}>历史</Link>
        {model.state !== 'published' && (
          <Link href={compareAddress(path, 'published', 'saved')}>与已发布版本比较</Link>
        )}
        {model.differsFromShipped && (
          <Link href={compareAddress(path, 'shipped', 'saved')}>与随附版本比较</Link>
        )}
      </td>
    </tr>
  );
}
