import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'puppeteer'
import { locatePackage } from '../../source/files/locate-package.ts'
import { type RemoveIfKilled, temporaryFolder } from '../../source/files/temporary-folder.ts'
import { type RunningBrowser, startBrowser, whyNotDrawn, whyNotStarted } from './draw-browser.ts'
import { drawCall, drawPageHtml, type PageAnswer, showCall } from './draw-page.ts'
import { systemBrowsers, whatIsMissing } from './drawing-browser.ts'
import { type BrowserChoice, type Environment, exists, packagedBrowser } from './packaged-browser.ts'

/** One picture to draw; the name is returned with the result. */
export type Drawing = MermaidDrawing | SvgDrawing

/** Mermaid text, which Mermaid draws. */
export interface MermaidDrawing {
  readonly name: string
  readonly mermaid: string
  readonly format: 'svg' | 'png' | 'pdf'
  readonly theme?: 'default' | 'dark'
}

/** A finished drawing, which the browser only rasterizes. */
export interface SvgDrawing {
  readonly name: string
  readonly svg: string
  readonly format: 'png' | 'pdf'
}

/** The bytes of one picture, or the reason for a failure. */
export type Drawn =
  | { readonly ok: true; readonly name: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly name: string; readonly message: string }

/** Options for a batch; `onProgress` is called for each finished picture. */
export interface DrawOptions {
  readonly onProgress?: (done: number, total: number, name: string) => void
  readonly environment?: Environment
  readonly removeIfKilled?: RemoveIfKilled
}

type Opened = ({ readonly ok: true } & RunningBrowser) | { readonly ok: false; readonly message: string }

const backgrounds = { default: 'white', dark: '#333333' } as const

/**
 * Chromium paints at most 16384 pixels per side, so very long diagrams get a lower resolution instead of being
 * truncated.
 */
const mostPixels = 16_000

/** The browser to draw with: a specified one, then the packaged one, then the system's. */
export async function findBrowser(
  environment: Environment = process.env,
  removeIfKilled?: RemoveIfKilled,
): Promise<BrowserChoice | undefined> {
  const named = environment['AUTHPLAN_BROWSER'] || environment['PUPPETEER_EXECUTABLE_PATH']
  if (named) return { executable: named, origin: 'environment', environment }
  const packaged = await packagedBrowser(environment, removeIfKilled)
  if (packaged) return packaged
  for (const executable of systemBrowsers) {
    if (await exists(executable)) return { executable, origin: 'system', environment }
  }
  return undefined
}

/** Loading another page takes as long as several diagrams, so it is only worthwhile from this number on. */
const eachPage = 8

/** The number of pages to draw on in parallel: screenshots are taken one at a time, SVG is text. */
function pagesFor(diagrams: readonly Drawing[]): number {
  if (diagrams.some(({ format }) => format !== 'svg')) return 1
  return Math.max(1, Math.min(availableParallelism(), 4, Math.floor(diagrams.length / eachPage)))
}

/** Draws all diagrams with one browser and returns the results in order; a failure does not stop the others. */
export async function drawDiagrams(diagrams: readonly Drawing[], options: DrawOptions = {}): Promise<readonly Drawn[]> {
  if (diagrams.length === 0) return []
  const withMermaid = diagrams.some((one) => 'mermaid' in one)
  const opened = await openBrowser(
    options.environment ?? process.env,
    options.removeIfKilled ?? (() => () => undefined),
    withMermaid,
  )
  if (!opened.ok) return diagrams.map(({ name }) => ({ ok: false, name, message: opened.message }))
  const results: Drawn[] = []
  const waiting = diagrams.entries()
  let done = 0
  const drawOnPage = async (): Promise<void> => {
    const page = await openPage(opened.browser, withMermaid, options.removeIfKilled)
    // All pages take from the same queue, so that none is idle.
    for (const [index, drawing] of waiting) {
      results[index] = await drawOne(page, drawing)
      done += 1
      options.onProgress?.(done, diagrams.length, drawing.name)
    }
  }
  try {
    await Promise.all(Array.from({ length: pagesFor(diagrams) }, drawOnPage))
    return results
  } catch {
    const message = whyNotDrawn(opened.browser)
    return diagrams.map(({ name }, index) => results[index] ?? { ok: false, name, message })
  } finally {
    await opened.close()
  }
}

/** Starts the selected browser; reports missing dependencies as text. */
async function openBrowser(
  environment: Environment,
  removeIfKilled: RemoveIfKilled,
  withMermaid: boolean,
): Promise<Opened> {
  const entry = locatePackage('puppeteer')
  const missing = { mermaid: withMermaid && mermaidFile() === undefined, puppeteer: entry === undefined }
  if (entry === undefined || missing.mermaid) return { ok: false, message: whatIsMissing(missing) }
  const choice = await findBrowser(environment, removeIfKilled)
  if (choice === undefined) return { ok: false, message: whatIsMissing({ ...missing, browser: true }) }
  try {
    // Loaded by path only when something is drawn; the path is that of the type import.
    const puppeteer = createRequire(import.meta.url)(entry) as typeof import('puppeteer')
    return { ok: true, ...(await startBrowser(puppeteer, choice, removeIfKilled)) }
  } catch (problem) {
    return { ok: false, message: `cannot start the browser \`${choice.executable}\`: ${whyNotStarted(problem)}` }
  }
}

/** The mermaid script that mermaid-cli uses, so both draw the same picture. */
function mermaidFile(): string | undefined {
  const cli = locatePackage('@mermaid-js/mermaid-cli')
  if (cli === undefined) return undefined
  try {
    return createRequire(cli).resolve('mermaid/dist/mermaid.min.js')
  } catch {
    return undefined
  }
}

/** A page without network access; loads mermaid from its file if a drawing needs it. */
async function openPage(browser: Browser, withMermaid: boolean, removeIfKilled?: RemoveIfKilled): Promise<Page> {
  const folder = temporaryFolder({ removeIfKilled })
  try {
    const file = join(folder.path, 'draw.html')
    await writeFile(file, drawPageHtml(withMermaid ? pathToFileURL(mermaidFile() ?? '').href : undefined))
    const page = await browser.newPage()
    await page.setOfflineMode(true)
    await page.goto(pathToFileURL(file).href)
    return page
  } finally {
    folder.remove()
  }
}

/** Draws one diagram on the page and exports it in the requested format. */
async function drawOne(page: Page, drawing: Drawing): Promise<Drawn> {
  const { name, format } = drawing
  try {
    // The page program returns exactly this type.
    const answer = (await page.evaluate(callOf(drawing))) as PageAnswer
    if ('error' in answer) return { ok: false, name, message: answer.error }
    const { svg, width, height } = answer
    if (format === 'svg') return { ok: true, name, bytes: new TextEncoder().encode(svg) }
    if (format === 'pdf')
      return { ok: true, name, bytes: await page.pdf({ width, height, printBackground: true, pageRanges: '1' }) }
    const scale = Math.min(2, mostPixels / Math.max(width, height))
    const bytes = await page.screenshot({ clip: { x: 0, y: 0, width, height, scale }, captureBeyondViewport: true })
    return { ok: true, name, bytes }
  } catch {
    return { ok: false, name, message: whyNotDrawn(page.browser()) }
  }
}

function callOf(drawing: Drawing): string {
  if ('svg' in drawing) return showCall(drawing.svg)
  const { name, mermaid, format, theme = 'default' } = drawing
  const id = `diagram-${name.replace(/[^A-Za-z0-9-]+/g, '-')}`
  return drawCall(id, mermaid, theme, backgrounds[theme], format !== 'svg')
}
