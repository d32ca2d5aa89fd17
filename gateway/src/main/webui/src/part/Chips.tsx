import { useTexts } from '../text/text';

const SHAPES: Record<string, string> = {
  // A sheet, a double strand, a pulse: shapes first, for those who see no hue.
  checkup: 'M4 2h8v12H4zM6 5h4M6 8h4M6 11h3',
  genome: 'M4 2c0 6 8 6 8 12M12 2c0 6-8 6-8 12M5.5 5h5M5.5 11h5',
  lifestyle: 'M1 9h3l2-5 3 9 2-6 1 2h3',
};

/** The kinds of data that went into an insight. */
export function Chips(props: { kinds: string[] }) {
  const texts = useTexts();
  if (props.kinds.length === 0) {
    return null;
  }
  return (
    <ul class="chips" aria-label={texts.say('kinds.label')}>
      {props.kinds.map((kind) => (
        <li key={kind} class="chip">
          <KindShape kind={kind} />
          {texts.find(`kind.${kind}`) ?? kind}
        </li>
      ))}
    </ul>
  );
}

export function KindShape(props: { kind: string }) {
  const shape = SHAPES[props.kind];
  if (shape === undefined) {
    return null;
  }
  return (
    <svg class="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={shape} />
    </svg>
  );
}
