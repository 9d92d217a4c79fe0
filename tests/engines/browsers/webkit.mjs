// @ts-check
/**
 * WebKitGTK: its MiniBrowser, on a display that nobody sees, driven through its own WebDriver. That
 * has no way to hear what the console says; what the page itself says is heard in the page.
 */
import { KEYS, PATIENCE, SIZE, pause, variable, within } from './interface.mjs';
import { freePort, startProgram, temporaryFolder } from './processes.mjs';

/** @typedef {import('./interface.mjs').Page} Page */

/** Nobody listens there: what a page asks of another host than this machine fails at once. */
const NOWHERE = '127.0.0.1:9';

/** How long a browser may take to start before another one is started, in milliseconds. */
const STARTS = 20_000;

/** Starts a display; the X server itself chooses a number that is free. */
async function startDisplay() {
  const server = startProgram(variable('NEWSPRINT_XVFB') ?? 'Xvfb', [
    ...['-displayfd', '3', '-screen', '0', '1600x1200x24'],
    ...['-nolisten', 'tcp'],
  ]);
  const number = new Promise((/** @type {(number: string) => void} */ resolve) => {
    let text = '';
    server.third.on('data', (piece) => {
      text += piece;
      if (text.includes('\n')) resolve(text.trim());
    });
  });
  const fails = server.over.then((why) => Promise.reject(new Error(why)));
  fails.catch(() => {});
  try {
    const name = `:${await within(PATIENCE, 'Starting Xvfb', Promise.race([number, fails]))}`;
    return { name, end: server.end };
  } catch (error) {
    await server.end();
    throw error;
  }
}

/**
 * Speaks WebDriver (https://www.w3.org/TR/webdriver2/).
 * @param {string} origin of the driver, or a session of it
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 */
async function command(origin, method, path, body) {
  const response = await fetch(`${origin}${path}`, {
    method,
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE),
  });
  const { value } = /** @type {any} */ (await response.json());
  if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

/**
 * Starts the driver and waits until it listens.
 * @param {Record<string, string>} env
 */
async function startDriver(env) {
  const port = await freePort();
  const program = /** @type {string} */ (variable('NEWSPRINT_WEBKIT_DRIVER'));
  const driver = startProgram(program, ['--host=127.0.0.1', `--port=${port}`], env);
  const origin = `http://127.0.0.1:${port}`;
  let ended = '';
  driver.over.then((why) => (ended = why));
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    try {
      await command(origin, 'GET', '/status');
      return { origin, end: driver.end };
    } catch (error) {
      if (!ended && Date.now() < deadline) {
        await pause(20);
        continue;
      }
      await driver.end();
      throw new Error(ended || `The WebDriver does not answer: ${error}`);
    }
  }
}

/** Actions of one input device. @param {string} type @param {object[]} actions */
const input = (type, actions) => ({ actions: [{ type, id: type, actions }] });

/**
 * @param {string} session
 * @param {() => Promise<void>} close
 * @returns {Promise<Page>}
 */
async function openPage(session, close) {
  const post = (/** @type {string} */ what, /** @type {object} */ body = {}) =>
    command(session, 'POST', `/${what}`, body);
  const evaluate = async (/** @type {string} */ script) => {
    const { value, error } = await post('execute/async', {
      // A promise that is rejected is told in the same way as a function that throws.
      script: `const [done] = arguments;
        Promise.resolve().then(() => ${script}).then(
          (value) => done({ value }),
          (error) => done({ error: String(error) }));`,
      args: [],
    });
    if (error) throw new Error(error);
    return value;
  };
  const resize = async (/** @type {number} */ width, /** @type {number} */ height) => {
    // The window has bars of its own.
    const inner = Number(await evaluate('String(innerHeight)'));
    const { height: outer } = await command(session, 'GET', '/window/rect');
    await post('window/rect', { x: 0, y: 0, width, height: height + outer - inner });
    const size = () => evaluate('`${innerWidth} × ${innerHeight}`');
    const deadline = Date.now() + PATIENCE;
    while ((await size()) !== `${width} × ${height}`) {
      if (Date.now() > deadline) {
        throw new Error(`The window has ${await size()} and not ${width} × ${height} pixels`);
      }
      await pause(10);
    }
  };
  await resize(SIZE.width, SIZE.height);
  return {
    open: (url) => post('url', { url }),
    evaluate,
    async press(key) {
      const value = KEYS[key];
      await post(
        'actions',
        input('key', [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      );
    },
    async clickAt(x, y) {
      const [button, place] = [{ button: 0 }, { x: Math.round(x), y: Math.round(y) }];
      const actions = [
        { type: 'pointerMove', ...place },
        { type: 'pointerDown', ...button },
        { type: 'pointerUp', ...button },
      ];
      await post('actions', input('pointer', actions));
    },
    resize,
    async back() {
      // It is answered when another document is there, so never where the page stays.
      post('back').catch(() => {});
    },
    said: () => [],
    close,
  };
}

/** What a session is asked for. */
const capabilities = () => ({
  alwaysMatch: {
    // A page counts as there when its document is, as in the other browsers.
    pageLoadStrategy: 'eager',
    proxy: {
      proxyType: 'manual',
      httpProxy: NOWHERE,
      sslProxy: NOWHERE,
      noProxy: ['127.0.0.1'],
    },
    'webkitgtk:browserOptions': {
      binary: variable('NEWSPRINT_WEBKIT_BROWSER'),
      args: ['--automation'],
    },
  },
});

/**
 * Starts a browser for one page, with a driver of its own, so that it can be ended whatever it does.
 * Now and then one that starts while another ends does not answer; then another one is started.
 * @param {Record<string, string>} env
 */
async function start(env, tries = 2) {
  const driver = await startDriver(env);
  try {
    const asked = command(driver.origin, 'POST', '/session', { capabilities: capabilities() });
    const session = await within(STARTS, 'Starting WebKit', asked);
    const page = await openPage(`${driver.origin}/session/${session.sessionId}`, driver.end);
    return { version: session.capabilities.browserVersion, page };
  } catch (error) {
    await driver.end();
    if (tries > 1) return start(env, tries - 1);
    throw error;
  }
}

/** @type {import('./interface.mjs').Engine} */
export const webkit = {
  name: 'webkit',
  missing() {
    const why = variable('NEWSPRINT_NO_WEBKIT');
    if (why) return why;
    const names = ['NEWSPRINT_WEBKIT_DRIVER', 'NEWSPRINT_WEBKIT_BROWSER'];
    const nothing = names.find((name) => !variable(name));
    return nothing && `${nothing} names none`;
  },
  async launch() {
    const home = temporaryFolder('newsprint-webkit');
    const display = await startDisplay();
    const env = {
      DISPLAY: display.name,
      GDK_BACKEND: 'x11',
      TZ: 'Europe/London',
      LANG: 'en_GB.UTF-8',
      XDG_CACHE_HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_DATA_HOME: home,
      // There is no desktop that it could talk to.
      NO_AT_BRIDGE: '1',
      // It draws without a graphics card.
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      // The sandbox does not start for root nor in most containers, and the pages are our own.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    };
    try {
      const first = await start(env);
      await first.page.close();
      return {
        version: `WebKitGTK/${first.version}`,
        newPage: async () => (await start(env)).page,
        close: display.end,
      };
    } catch (error) {
      await display.end();
      throw error;
    }
  },
};
