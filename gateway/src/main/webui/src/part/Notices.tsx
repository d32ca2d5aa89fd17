import { useEffect, useRef } from 'preact/hooks';
import type { Notice } from '../api/types';
import { useTexts } from '../text/text';
import { Words } from './Words';

/** A calm request to call, in place of everything else at the head of home: whom to call first, no value, no alarm. */
export function Notices(props: { notices: Notice[] }) {
  const texts = useTexts();
  const call = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    call.current?.focus();
  }, []);
  useEffect(() => {
    document.title = texts.say('app.name');
  }, [texts]);
  return (
    <section class="notices">
      {props.notices.map((notice, index) => (
        <div key={index} class="notice">
          {index === 0 ? (
            <h1>
              <Words text={notice.text} />
            </h1>
          ) : (
            <h2>
              <Words text={notice.text} />
            </h2>
          )}
          <p>
            <a ref={index === 0 ? call : null} class="button primary" href={`tel:${dialled(notice.callNumber)}`}>
              {texts.say('notice.call', { name: notice.callName })}
            </a>
          </p>
          <p class="quiet">{texts.say('notice.number', { number: notice.callNumber })}</p>
        </div>
      ))}
      <p>{texts.say('notice.calm')}</p>
    </section>
  );
}

function dialled(number: string): string {
  return number.replace(/[^\d+]/g, '');
}
