type Props = { before: string | undefined; after: string | undefined };

/** A value that may have changed: the old one struck out before the new one. */
export function ChangedText({ before = '', after = '' }: Props) {
  if (before === after) return <>{after}</>;
  return (
    <>
      {before && <del>{before}</del>}
      {before && after && ' '}
      {after && <ins>{after}</ins>}
    </>
  );
}
