import { useEffect, useErrorBoundary, useMemo, useRef, useState } from 'preact/hooks';
import { Failed, report as askReport, timeline as askTimeline } from './api/client';
import type { Report, Timeline } from './api/types';
import { Header } from './part/Header';
import { itemNames } from './report/names';
import { PersonContext, type PersonData } from './report/person';
import { routeOf, type Route } from './route';
import { Consent } from './screen/Consent';
import { Daily } from './screen/Daily';
import { Home } from './screen/Home';
import { Item } from './screen/Item';
import { Items } from './screen/Items';
import { Link } from './screen/Link';
import { Record } from './screen/Record';
import { SignedOut } from './screen/SignedOut';
import { arrive, end, hintOf, signIn, signOut } from './session';
import { chooseLanguage, chosenLanguage, textsOf, TextsContext, useTexts, type Language } from './text/text';

type State = 'loading' | 'signedOut' | 'unlinked' | 'notFound' | 'away' | 'shown';

/** The frame: session, language, the person's data, and the screen that the address names. */
export function App() {
  const [language, setLanguage] = useState<Language>(chosenLanguage);
  const [state, setState] = useState<State>('loading');
  const [arrived, setArrived] = useState(false);
  const [data, setData] = useState<{ report: Report; timeline: Timeline | null } | null>(null);
  const [route, setRoute] = useState<Route>(() => routeOf(location.hash));
  const asked = useRef(0);
  const texts = useMemo(() => textsOf(language), [language]);

  const signedOut = () => {
    end();
    setArrived(false);
    setData(null);
    setState('signedOut');
  };
  const load = async (): Promise<Report | null> => {
    const turn = ++asked.current;
    try {
      const [report, timeline] = await Promise.all([askReport(language), askTimeline().catch(forgive)]);
      if (turn === asked.current) {
        setData({ report, timeline });
        setState('shown');
      }
      return report;
    } catch (failure) {
      const why = failure instanceof Failed ? failure.why : 'away';
      if (why === 'signedOut') {
        signedOut();
      } else {
        setState((before) => (before === 'shown' && why !== 'unlinked' ? before : why === 'tooMany' ? 'away' : why));
      }
      return null;
    }
  };

  const come = async () => {
    setState('loading');
    const arrival = await arrive();
    setRoute(routeOf(location.hash));
    setArrived(arrival === 'signedIn');
    if (arrival !== 'signedIn') {
      setState(arrival);
    }
  };

  useEffect(() => void come(), []);
  useEffect(() => {
    document.documentElement.lang = language;
    if (arrived) {
      void load();
    }
  }, [language, arrived]);
  useEffect(() => {
    const onHash = () => {
      if (hintOf(location.hash) !== null) {
        void come();
      }
      setRoute(routeOf(location.hash));
    };
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  useEffect(openForPrint, []);

  const choose = (chosen: Language) => {
    chooseLanguage(chosen);
    setLanguage(chosen);
  };
  return (
    <TextsContext.Provider value={texts}>
      <a class="skip" href="#main" onClick={skip}>
        {texts.say('app.skip')}
      </a>
      <Header
        route={route}
        signedIn={arrived}
        screens={arrived && state !== 'unlinked'}
        onLanguage={choose}
        onSignOut={() => {
          setState('signedOut');
          setData(null);
          setArrived(false);
          void signOut();
        }}
      />
      <main id="main" tabIndex={-1}>
        {state === 'shown' && data !== null ? (
          <PersonContext.Provider value={personOf(data, language, load, signedOut)}>
            <Screen route={route} />
          </PersonContext.Provider>
        ) : (
          <Waiting
            state={state}
            onRetry={() => void (arrived ? load() : come())}
            onSignIn={() => void signIn().catch(() => setState('away'))}
            onSignedOut={signedOut}
          />
        )}
      </main>
    </TextsContext.Provider>
  );
}

/** The timeline may be missing, an ended session not. */
function forgive(failure: unknown): null {
  if (failure instanceof Failed && failure.why === 'signedOut') {
    throw failure;
  }
  return null;
}

function personOf(
  data: { report: Report; timeline: Timeline | null },
  language: Language,
  reload: () => Promise<Report | null>,
  signedOut: () => void,
): PersonData {
  return { ...data, names: itemNames(data.report, data.timeline, language), reload, signedOut };
}

/** The fragment is the screen's address, so the skip link moves the focus itself. */
function skip(event: Event) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** On paper nothing can be unfolded, so everything is. */
function openForPrint() {
  const open = () => {
    document.querySelectorAll('details').forEach((details) => {
      details.open = true;
    });
  };
  addEventListener('beforeprint', open);
  return () => removeEventListener('beforeprint', open);
}

function Waiting(props: { state: State; onRetry: () => void; onSignIn: () => void; onSignedOut: () => void }) {
  const texts = useTexts();
  if (props.state === 'signedOut') {
    return <SignedOut onSignIn={props.onSignIn} />;
  }
  if (props.state === 'unlinked') {
    return <Link onLinked={props.onRetry} onSignedOut={props.onSignedOut} />;
  }
  if (props.state === 'loading' || props.state === 'shown') {
    return (
      <p class="calm" role="status">
        {texts.say('app.loading')}
      </p>
    );
  }
  return (
    <div class="calm">
      <h1>{texts.say(props.state === 'notFound' ? 'app.notFound' : 'app.offline')}</h1>
      <p>
        <button type="button" class="button primary" onClick={props.onRetry}>
          {texts.say('app.retry')}
        </button>
      </p>
    </div>
  );
}

/** One screen. Where it cannot be drawn the frame stays, and the way to the other screens with it. */
function Screen(props: { route: Route }) {
  const texts = useTexts();
  const [broken, mend] = useErrorBoundary();
  const address = JSON.stringify(props.route);
  useEffect(mend, [address]);
  if (broken !== undefined) {
    return (
      <div class="calm">
        <h1>{texts.say('app.broken')}</h1>
      </div>
    );
  }
  return <Chosen route={props.route} />;
}

function Chosen(props: { route: Route }) {
  switch (props.route.screen) {
    case 'home':
      return <Home key="home" />;
    case 'items':
      return <Items key="items" />;
    case 'item':
      return <Item key={props.route.item} item={props.route.item} />;
    case 'record':
      return <Record key="record" />;
    case 'daily':
      return <Daily key="daily" />;
    case 'consent':
      return <Consent key="consent" />;
  }
}
