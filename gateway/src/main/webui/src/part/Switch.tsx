import { useEffect, useRef } from 'preact/hooks';
import type { Decided } from '../api/types';
import { type Cell, inForce, isOpen } from '../report/consent';
import { day } from '../text/format';
import { type Key, useTexts } from '../text/text';

/** One cell: a switch, and after a tap one question with the effect in words. On and off take the same two taps. */
export function Switch(props: {
  cell: Cell;
  /** What goes away when it is off. */
  lose: string;
  history: Decided[];
  asked: boolean;
  /** What came of the last change of this cell. */
  said: string;
  onAsk: (cell: Cell | null) => void;
  onDecide: (open: boolean) => void;
}) {
  const texts = useTexts();
  const yes = useRef<HTMLButtonElement>(null);
  const itself = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  const decided = inForce(props.history, props.cell);
  const open = isOpen(decided, Date.now());
  useEffect(() => {
    if (props.asked) {
      yes.current?.focus();
    } else if (wasAsked.current) {
      // The question is gone, and the focus with it: back to the switch it was about.
      itself.current?.focus();
    }
    wasAsked.current = props.asked;
  }, [props.asked]);
  const name = texts.say(`data.${props.cell.category}` as Key);
  return (
    <li class="consent">
      <button
        ref={itself}
        type="button"
        role="switch"
        aria-checked={open}
        class="switch"
        onClick={() => props.onAsk(props.asked ? null : props.cell)}
      >
        <span>{name}</span>
        <span class="state">
          <span class="track" aria-hidden="true">
            <span class="thumb" />
          </span>
          {texts.say(open ? 'consent.on' : 'consent.off')}
        </span>
      </button>
      {open && decided?.validTo && (
        <p class="quiet">{texts.say('consent.until', { date: day(decided.validTo.slice(0, 10), texts.language) })}</p>
      )}
      <p class="said" role="status">
        {props.said}
      </p>
      {props.asked && (
        <div class="ask" role="group" aria-label={name}>
          <p>
            <strong>{texts.say(open ? 'consent.ask.off' : 'consent.ask.on')}</strong>{' '}
            {props.lose}
          </p>
          <p class="buttons">
            <button ref={yes} type="button" class="button primary" onClick={() => props.onDecide(open)}>
              {texts.say(open ? 'consent.yes.off' : 'consent.yes.on')}
            </button>
            <button type="button" class="button" onClick={() => props.onAsk(null)}>
              {texts.say('consent.no')}
            </button>
          </p>
        </div>
      )}
    </li>
  );
}
