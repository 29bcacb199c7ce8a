/** Where the systems we know keep a browser that can draw, the leanest first. */
export const systemBrowsers: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** How the browser is started: for drawing alone, no sandbox to set up, no talk to anyone. */
export const browserArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-zygote',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** What to do where nothing can draw. */
export const howToGetABrowser =
  'images require mermaid-cli and a browser: either ' +
  '`npm i -D @mermaid-js/mermaid-cli @sparticuz/chromium puppeteer@npm:puppeteer-core@24`, ' +
  'or the same without @sparticuz/chromium, using an installed Chromium with AUTHPLAN_BROWSER=/path/to/chromium'

/** The font settings of a system that has none: the fonts that came with the browser. */
export function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`
}
