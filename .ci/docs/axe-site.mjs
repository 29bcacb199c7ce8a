// The built site as people with a screen reader or a small screen get it: axe-core on a page of each kind, in both themes.
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { extname, join, normalize, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' }

/** Serves the files of a folder on loopback, as any host would. */
async function serve(folder) {
  const server = createServer(async ({ url = '/' }, response) => {
    const path = normalize(decodeURIComponent(url.replace(/[?#].*$/, '')))
    const file = join(folder, path.endsWith(sep) ? `${path}index.html` : path)
    try {
      const body = await readFile(file)
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, origin: `http://127.0.0.1:${server.address().port}` }
}

async function findingsOn(page, address) {
  const answer = await page.goto(address, { waitUntil: 'load' })
  if (answer?.status() !== 200) return [`is not there (${answer?.status()})`]
  await page.waitForSelector('main, #app', { timeout: 15_000 })
  // Scripts of the theme name its buttons.
  await page.waitForFunction(`[...document.querySelectorAll('.VPSwitchAppearance')].every((one) => one.title !== '')`)
  // Colors fade in when a theme is applied.
  await page.addStyleTag({ content: '* { transition: none !important; animation: none !important; }' })
  await page.evaluate(axe)
  const { violations } = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] })`,
  )
  const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 2).map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary}`),
  )
  return wide ? [...found, 'the page scrolls sideways'] : found
}

/** What axe-core finds on these pages of a built site, at 1280 and 390 px, light and dark; each with its page. */
export async function siteFindings(root, built, pages) {
  const { findBrowser } = await import(pathToFileURL(join(root, 'dist/report/drawing/draw.js')).href)
  const choice = await findBrowser()
  if (choice === undefined) throw new Error('no browser to open the site with')
  const { server, origin } = await serve(built)
  const browser = await puppeteer.launch({
    executablePath: choice.executable,
    headless: 'shell',
    args: ['--no-sandbox', '--disable-gpu', '--no-zygote'],
    env: { ...choice.environment },
  })
  try {
    const found = []
    for (const [width, scheme] of [
      [1280, 'light'],
      [1280, 'dark'],
      [390, 'light'],
      [390, 'dark'],
    ]) {
      const page = await browser.newPage()
      await page.setBypassCSP(true)
      await page.setViewport({ width, height: 900 })
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
      for (const name of pages)
        for (const text of await findingsOn(page, `${origin}/${name}`))
          found.push(`${name}, ${width} px, ${scheme}: ${text}`)
      await page.close()
    }
    return found
  } finally {
    await browser.close()
    server.close()
  }
}
