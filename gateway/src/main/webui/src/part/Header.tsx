import type { Route } from '../route';
import { LANGUAGES, useTexts, type Language } from '../text/text';

const SCREENS = ['home', 'items', 'record', 'daily', 'consent'] as const;

/** Name, language, the way out and the screens. */
export function Header(props: {
  route: Route;
  signedIn: boolean;
  /** Whether there is a record to look at. */
  screens: boolean;
  onLanguage: (language: Language) => void;
  onSignOut: () => void;
}) {
  const texts = useTexts();
  return (
    <header class="top">
      <div class="bar">
        <a class="brand" href="#/">
          {texts.say('app.name')}
        </a>
        <div class="tools">
          <label class="language">
            <span class="hidden">{texts.say('app.language')}</span>
            <select
              value={texts.language}
              onChange={(event) => props.onLanguage(event.currentTarget.value as Language)}
            >
              {LANGUAGES.map((language) => (
                <option key={language.code} value={language.code} lang={language.code}>
                  {language.name}
                </option>
              ))}
            </select>
          </label>
          {props.signedIn && (
            <button type="button" class="button" onClick={props.onSignOut}>
              {texts.say('app.signOut')}
            </button>
          )}
        </div>
      </div>
      {props.screens && (
        <nav aria-label={texts.say('nav.label')}>
          <ul>
            {SCREENS.map((screen) => (
              <li key={screen}>
                <a href={screen === 'home' ? '#/' : `#/${screen}`} aria-current={isAt(props.route, screen) ? 'page' : undefined}>
                  {texts.say(`nav.${screen}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

function isAt(route: Route, screen: (typeof SCREENS)[number]): boolean {
  return route.screen === screen || (route.screen === 'item' && screen === 'items');
}
