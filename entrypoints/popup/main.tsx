import { render } from 'preact';

render(<p>Downrange</p>, document.body);
