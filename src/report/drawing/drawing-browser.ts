/** Where known systems install a browser that can draw, the lightest first. */
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

/** Browser arguments: for drawing only, without a sandbox and without network connections. */
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

/** A missing dependency for drawing. */
export interface Missing {
  readonly mermaid?: boolean
  readonly puppeteer?: boolean
  readonly browser?: boolean
}

/** Reports what is missing for an image, and what to do. */
export function whatIsMissing({ mermaid = false, puppeteer = false, browser = false }: Missing): string {
  const parts = [
    ...(mermaid ? ['mermaid-cli, which Mermaid drawings require'] : []),
    ...(puppeteer ? ['puppeteer, which controls the browser that makes images'] : []),
    ...(browser ? ['a browser, which makes images'] : []),
  ]
  const packages = [
    ...(mermaid ? ['@mermaid-js/mermaid-cli'] : []),
    '@sparticuz/chromium',
    'puppeteer@npm:puppeteer-core@24',
  ]
  return (
    `missing: ${parts.join('; ')}; run \`npm i -D ${packages.join(' ')}\`, ` +
    'or the same without @sparticuz/chromium, using an installed Chromium with AUTHPLAN_BROWSER=/path/to/chromium; ' +
    'SVG by the usual renderer, Mermaid and PlantUML require none of these'
  )
}

/** Font configuration for a system without one: uses the browser's own fonts. */
export function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`
}
