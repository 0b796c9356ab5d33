import { useEffect, useState } from 'preact/hooks';
import { readForm } from '../../../models/form.ts';
import { formsWith, labelOfPart, partName, partsPlaced } from '../../../models/parts.ts';
import { type Library, readLibrary } from '../library.ts';
import type { Surroundings } from '../surroundings.ts';

type Props = {
  path: string;
  source: string;
  surroundings: Promise<Surroundings>;
  open(path: string): void;
};

/** Which common parts the form has; of a common part the forms its changes reach. Each is opened from here. */
export function PartBar({ path, source, surroundings, open }: Props) {
  const [files, setFiles] = useState<Surroundings['files']>([]);
  const [models, setModels] = useState<Library>([]);
  const name = partName(path);
  useEffect(() => {
    // Without them the form can still be edited.
    surroundings.then(
      (known) => setFiles(known.files),
      () => {},
    );
  }, [surroundings]);
  useEffect(() => {
    // Without their names the forms are called by their ids.
    if (name !== undefined) readLibrary().then(setModels, () => {});
  }, [name]);

  const links = name === undefined ? partsOf(source, files) : formsWith(name, files);
  if (name === undefined && links.length === 0) return null;
  return (
    <p class="form-parts">
      <span>{name === undefined ? '公共部分：' : `修改会影响 ${links.length} 个表单：`}</span>
      {links.map((link) => (
        <button key={link.path} type="button" class="link" onClick={() => open(link.path)}>
          {models.find((model) => model.path === link.path)?.name || link.id}
        </button>
      ))}
    </p>
  );
}

/** The files of the common parts that the form has, by the labels people know them by. */
function partsOf(source: string, files: Surroundings['files']): { path: string; id: string }[] {
  const placed = partsPlaced(JSON.parse(source).components);
  return files.flatMap((file) => {
    const name = partName(file.path);
    if (name === undefined || !placed.includes(name)) return [];
    return [{ path: file.path, id: labelOf(file) ?? name }];
  });
}

function labelOf({ path, source }: Surroundings['files'][number]): string | undefined {
  try {
    const [part] = readForm(path, source).components;
    return part && labelOfPart(part);
  } catch {
    return undefined;
  }
}
