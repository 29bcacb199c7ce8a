import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import puppeteer, { type Browser, type Page } from 'puppeteer'
import { afterAll, beforeAll } from 'vitest'
import { findBrowser } from '../report/drawing/draw.ts'
import { type PageBundle, renderHtml } from '../report/pages/html.ts'
import type { PageData, PageScenario } from '../report/pages/page-data.ts'

/** A page opened from disk, with everything it asked for and complained of. */
export interface OpenPage {
  readonly page: Page
  /** Addresses other than its own file. */
  readonly requests: readonly string[]
  readonly problems: readonly string[]
  readonly milliseconds: number
}

/** How a page is looked at. */
export interface Look {
  readonly hash?: string
  readonly width?: number
  readonly height?: number
  readonly scheme?: 'light' | 'dark'
}

/** A browser and the freshly bundled page. */
interface Workbench {
  readonly open: (data: Pick<PageData, 'file' | 'files'> & Partial<PageData>, look?: Look) => Promise<OpenPage>
  /** Opens a page that was written elsewhere. */
  readonly openText: (html: string, look?: Look) => Promise<OpenPage>
  readonly close: () => Promise<void>
}

type Bundler = 'bundlePage' | 'bundleLiving'

/** Test files that share their modules bundle each program once. */
const bundles = new Map<Bundler, Promise<PageBundle>>()

/** A program of the browser as the sources are now, of the report or of the living documentation. */
export function freshBundle(name: Bundler = 'bundlePage'): Promise<PageBundle> {
  const made = bundles.get(name) ?? bundled(name)
  bundles.set(name, made)
  return made
}

async function bundled(name: Bundler): Promise<PageBundle> {
  const root = new URL('../../', import.meta.url)
  const bundler = new URL('.ci/bundle-page.mjs', root).href
  // The build's own module has no types; it returns what `renderHtml` takes.
  const bundlers = (await import(bundler)) as Record<Bundler, (root: string) => Promise<PageBundle>>
  return bundlers[name](new URL('.', root).pathname)
}

/** Starts the browser that draws the diagrams. */
async function workbench(): Promise<Workbench> {
  const [bundle, choice, folder] = await Promise.all([
    freshBundle(),
    findBrowser(),
    mkdtemp(join(tmpdir(), 'authplan-page-')),
  ])
  if (choice === undefined) throw new Error('no browser to open the page with')
  const browser: Browser = await puppeteer.launch({
    executablePath: choice.executable,
    headless: 'shell',
    args: ['--no-sandbox', '--disable-gpu', '--no-zygote', '--font-render-hinting=none'],
    env: { ...choice.environment },
  })
  let made = 0
  const openText = async (html: string, look: Look, ready: string): Promise<OpenPage> => {
    made += 1
    const file = join(folder, `page-${made}.html`)
    await writeFile(file, html)
    return visit(browser, `${pathToFileURL(file).href}${look.hash ?? ''}`, look, ready)
  }
  return {
    open: async (data, look = {}) => {
      const whole: PageData = { formatVersion: 1, product: '0.0.0', ...data }
      return openText(renderHtml({ title: data.file, bundle, data: whole }), look, filled)
    },
    openText: async (html, look = {}) => openText(html, look, 'main'),
    close: async () => {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A workbench for all tests of a file. */
export function sharedWorkbench(): Omit<Workbench, 'close'> {
  let bench: Workbench
  beforeAll(async () => {
    bench = await workbench()
  }, 60_000)
  afterAll(() => bench.close())
  return { open: (data, look) => bench.open(data, look), openText: (html, look) => bench.openText(html, look) }
}

/** A tenant of the library, as a page takes it. */
export function scenario(name: string): Pick<PageData, 'file' | 'files'> {
  const file = `scenarios/${name}.yaml`
  return { file, files: { [file]: readFileSync(file, 'utf8') } }
}

/** A scenario that ran, as a page shows it. */
export const scenarioNamed = (name: string, more: Partial<PageScenario> = {}): PageScenario => ({
  name,
  line: 3,
  status: 'passed',
  tags: ['@mail'],
  steps: [{ keyword: 'Then', text: 'the finance lead must use an app password', status: 'passed' }],
  ...more,
})

/** What bears a key of the page. */
export const key = (name: string): string => `[data-key="${name}"]`

/** The matrix has cells, says that nothing is left of it, or another part of the page is shown. */
const filled =
  'table.board button.cell, .matrix .empty, .problems, [role="tabpanel"]:not(#view-credentials, [hidden]) *'

async function visit(browser: Browser, address: string, look: Look, ready: string): Promise<OpenPage> {
  const page = await browser.newPage()
  const requests: string[] = []
  const problems: string[] = []
  const own = address.replace(/#.*$/, '')
  page.on('request', (request) => {
    // The browser's own pictures for form fields come as data.
    if (request.url().replace(/#.*$/, '') !== own && !request.url().startsWith('data:image/'))
      requests.push(request.url())
  })
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => problems.push(message.text()))
  await page.setViewport({ width: look.width ?? 1600, height: look.height ?? 1000 })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look.scheme ?? 'light' }])
  const started = Date.now()
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForSelector('main', { timeout: 15_000 })
  await page.waitForSelector(ready, { timeout: 15_000 })
  return { page, requests, problems, milliseconds: Date.now() - started }
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const runAxe = `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] })`

/** Parts that are not shown are taken out of the page meanwhile: axe reads them all, and judges nothing in them. */
const runAxeOnShown = `(() => {
  const hidden = [...document.querySelectorAll('.view[hidden]')]
  const places = hidden.map(() => document.createComment(''))
  for (const [index, part] of hidden.entries()) part.replaceWith(places[index])
  return ${runAxe}.finally(() => {
    for (const [index, part] of hidden.entries()) places[index].replaceWith(part)
  })
})()`

/** All findings of axe-core, each with the place it is about; in the whole page, or in what is shown of it. */
export async function allFindings(page: Page, where: 'whole' | 'shown' = 'whole'): Promise<readonly string[]> {
  const known = await page.evaluate(`'axe' in globalThis`)
  if (known !== true)
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const run = where === 'whole' ? runAxe : runAxeOnShown
  // The result's own shape, as far as it is read here.
  const { violations } = (await page.evaluate(run)) as {
    violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[]
  }
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id} ${JSON.stringify(node.target)} ${node.failureSummary}`),
  )
}

/** Texts that are shown in less than 11 px, those of pictures as they are scaled. */
export async function smallTexts(page: Page): Promise<readonly string[]> {
  // The script below returns texts.
  return (await page.evaluate(`(() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const small = new Set()
    while (walk.nextNode()) {
      const { parentElement: place, textContent } = walk.currentNode
      if (textContent.trim() === '' || !place.checkVisibility() || place.closest('script, style, option') !== null) continue
      const scale = place instanceof SVGGraphicsElement ? place.getScreenCTM().a : 1
      const size = Number.parseFloat(getComputedStyle(place).fontSize) * scale
      if (size < 10.95) small.add(size.toFixed(1) + ' px: ' + textContent.trim().slice(0, 40))
    }
    return [...small]
  })()`)) as readonly string[]
}

/** The text of the first element that a selector finds, in one line. */
export async function textAt(page: Page, selector: string): Promise<string> {
  const text = await page.$eval(selector, (element) => element.textContent ?? '')
  return text.replace(/\s+/g, ' ').trim()
}

/** Waits until a condition, written for the page, holds. */
export async function until(page: Page, condition: string): Promise<void> {
  await page.waitForFunction(condition, { timeout: 10_000 })
}
