// Takes reports/screenshot.png, the picture of the HTML report in the README: `node .ci/screenshot.mjs` after a build.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const scenario = 'scenarios/leaving-ad-fs.yaml'
const session = '#cell=fitter@tailwindtraders.com~outlook~read-mail'
const out = process.argv[2] ?? join(root, 'reports/screenshot.png')

const { findBrowser } = await import(pathToFileURL(join(root, 'dist/report/drawing/draw.js')).href)
const choice = await findBrowser()
if (choice === undefined) throw new Error('no browser to take the picture with')
const folder = mkdtempSync(join(tmpdir(), 'authplan-screenshot-'))
try {
  const page = join(folder, 'report.html')
  const { status, stderr } = spawnSync(
    process.execPath,
    ['dist/cli/main.cjs', 'report', scenario, '-f', `html:${page}`],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  if (status !== 0) throw new Error(`the report was not created: ${stderr}`)
  const browser = await puppeteer.launch({
    executablePath: choice.executable,
    headless: 'shell',
    args: ['--no-sandbox', '--disable-gpu', '--no-zygote', '--font-render-hinting=none', '--lang=en-GB'],
    env: { ...choice.environment },
  })
  const tab = await browser.newPage()
  await tab.setViewport({ width: 1600, height: 1000, deviceScaleFactor: 1.5 })
  await tab.goto(`${pathToFileURL(page).href}${session}`)
  await tab.waitForSelector('table.board button.cell')
  await tab.waitForSelector('svg.sequence')
  await tab.screenshot({ path: out })
  await browser.close()
  console.error(`wrote ${out}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
