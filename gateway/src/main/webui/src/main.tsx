import { render } from 'preact';
import { App } from './app';
import './style/tokens.css';
import './style/page.css';
import './style/parts.css';
import './style/table.css';
import './style/switch.css';
import './style/chart.css';

const root = document.getElementById('app');
if (root !== null) {
  render(<App />, root);
}

// A machine without a Hangul face would show boxes. The faces come after the first picture, in slices, and only those slices
// are fetched whose characters no face of the system has.
void import('@fontsource-variable/noto-sans-kr/wght.css');
