import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useTexts } from '../text/text';

let first = true;

/** The answer of a screen. It takes the focus when the screen changes, so that a reader hears it. */
export function Heading(props: { children: ComponentChildren; title: string }) {
  const texts = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} · ${texts.say('app.name')}`;
  }, [props.title, texts]);
  useEffect(() => {
    // On arrival the browser's own start of the page is right.
    if (!first) {
      heading.current?.focus();
    }
    first = false;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {props.children}
    </h1>
  );
}
