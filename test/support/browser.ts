import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const projectFolder = fileURLToPath(new URL('../../', import.meta.url));
/** Unpacked once per installation: `npm ci` empties it together with the rest of node_modules. */
const cacheFolder = join(projectFolder, 'node_modules/.cache/referent');

const flags = [
  // Chromium's own sandbox cannot start as root in a container; only our own pages are loaded.
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--font-render-hinting=none',
  // Nothing outside this machine is asked for, whatever a page says.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** The packaged fonts first, so that pictures look alike on every machine; the system's for what they lack, such as ✓. */
function fontSettings(folder: string): string {
  const prefer = (family: string) =>
    `<match><test name="family"><string>${family}</string></test>` +
    `<edit name="family" mode="prepend" binding="strong"><string>Open Sans</string></edit></match>`;
  return `<?xml version="1.0"?>
<fontconfig>
  <dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/font-cache</cachedir>
  ${['Segoe UI', 'sans-serif'].map(prefer).join('\n  ')}
</fontconfig>
`;
}

/**
 * Unpacks Chromium, its shared libraries and fonts from the npm package. The package unpacks to the temporary folder of
 * its process and takes whatever lies there for complete, so it gets a folder of its own, which is renamed when whole.
 */
async function unpackChromium(): Promise<string> {
  const folder = join(cacheFolder, 'chromium');
  if (existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: projectFolder,
    // The package adds the libraries a bare machine lacks only where it believes itself to be in that runtime.
    env: { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
  await writeFile(join(partial, 'fonts.conf'), fontSettings(folder));
  try {
    await rename(partial, folder);
  } catch (error) {
    // Another test process was first.
    if (!existsSync(folder)) throw error;
    await rm(partial, { recursive: true });
  }
  return folder;
}

async function packagedChromium(): Promise<LaunchOptions> {
  const folder = await unpackChromium();
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** Where a Chromium may be found, best first. */
function candidates(): (() => Promise<LaunchOptions>)[] {
  const packaged = process.platform === 'linux' && process.arch === 'x64' ? [packagedChromium] : [];
  const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser']
    .filter((path) => existsSync(path))
    .map((executablePath) => ({ executablePath }));
  const channels = ['chrome', 'msedge'].map((channel) => ({ channel }));
  return [...packaged, ...[...installed, ...channels].map((options) => () => Promise.resolve(options))];
}

/**
 * Opens a headless Chromium: the one from the npm package on Linux x64, else one that is installed.
 *
 * @throws Error naming every browser that was tried and what was wrong with it.
 */
export async function openBrowser(): Promise<Browser> {
  const faults: string[] = [];
  for (const candidate of candidates()) {
    try {
      return await chromium.launch({ args: flags, ...(await candidate()) });
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(`no Chromium could be started:\n${faults.join('\n')}`);
}
