/** A value: a dot, or a triangle that shows the direction it left the usual in; hollow where it is not part of the usual. */
export function Marker(props: {
  x: number;
  y: number;
  direction: 'up' | 'down' | null;
  hollow: boolean;
  chosen: boolean;
  /** Where many points share the picture. */
  small?: boolean;
}) {
  const { x, y, direction } = props;
  const size = props.chosen ? 9 : 7;
  if (direction === null) {
    const radius = props.chosen ? 7 : props.small ? 3.5 : 5.5;
    return <circle class={props.hollow ? 'dot hollow' : 'dot'} cx={x} cy={y} r={radius} />;
  }
  const tip = direction === 'up' ? -size : size;
  return (
    <polygon
      class="dot changed"
      points={`${x},${y + tip} ${x - size},${y - tip * 0.75} ${x + size},${y - tip * 0.75}`}
    />
  );
}
