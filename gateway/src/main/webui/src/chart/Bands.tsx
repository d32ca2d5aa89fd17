import type { Band } from './geometry';

/** An interval along a horizontal scale. An end without a limit has no edge and runs out of the picture. */
export function LyingBand(props: { kind: string; band: Band | null; middle: number; half: number }) {
  const { band, middle, half } = props;
  if (band === null) {
    return null;
  }
  const [top, bottom] = [middle - half, middle + half];
  const edges = [
    `M${band.from},${top}H${band.to}M${band.from},${bottom}H${band.to}`,
    band.fromEdge ? `M${band.from},${top}V${bottom}` : '',
    band.toEdge ? `M${band.to},${top}V${bottom}` : '',
  ].join('');
  return (
    <g class={props.kind}>
      <rect class="area" x={band.from} y={top} width={Math.max(0, band.to - band.from)} height={2 * half} />
      <path class="edge" d={edges} />
    </g>
  );
}

/** An interval across a vertical scale, from one side of the plot to the other; only real limits have an edge. */
export function StandingBand(props: { kind: string; band: Band | null; left: number; right: number }) {
  const { band, left, right } = props;
  if (band === null) {
    return null;
  }
  const edges = [
    band.fromEdge ? `M${left},${band.from}H${right}` : '',
    band.toEdge ? `M${left},${band.to}H${right}` : '',
  ].join('');
  return (
    <g class={props.kind}>
      <rect class="area" x={left} y={band.to} width={right - left} height={Math.max(0, band.from - band.to)} />
      <path class="edge" d={edges} />
    </g>
  );
}
