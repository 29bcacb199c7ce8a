// The page of a large tenant in a real browser: how soon it shows its matrix, how soon it answers a search, and its size.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBrowser } from '../dist/report/drawing/draw.js'
import { writeEstate } from './estate/generate.mjs'
import { median, number, root, table, target } from './measure.mjs'

export const title = 'Page'
const rounds = 3
const mostSeconds = 60
const program = join(root, 'dist/cli/main.cjs')
const puppeteer = createRequire(join(root, 'package.json'))('puppeteer')

const clients =
  `outlook-2007 outlook-2010 outlook-2013 outlook-2016 outlook-2019 outlook-microsoft-365 outlook-new-windows
outlook-pop-imap outlook-mac-2011 outlook-mac-2016 outlook-mobile-ios outlook-mobile-android outlook-web office-2010
office-2013 office-2016 office-2019 apple-mail-ios-10 apple-mail-ios-11 apple-mail-macos windows-mail samsung-mail
gmail-android thunderbird pop-client imap-client eas-client ews-client-legacy ews-client browser`.split(/\s+/)

/** A user in one line, as people write it. */
const lineOf = (user) =>
  `\n  - { ${Object.entries(user)
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? `[${value.join(', ')}]` : value}`)
    .join(', ')} }`

function writePeople(folder) {
  mkdirSync(folder, { recursive: true })
  const states = ['disabled', 'enabled', 'enforced']
  const users = Array.from({ length: 2000 }, (_, index) => ({
    userPrincipalName: `person.${index}@contoso.com`,
    displayName: `Person ${index}`,
    perUserMfaState: states[index % 3],
    registered: index % 2 === 0,
    appPasswords: index % 5 === 0 ? ['Laptop'] : [],
    roles: index % 7 === 0 ? ['Exchange Administrator'] : [],
    groups: [],
    mailbox: 'exchange-online',
    archive: 'none',
  }))
  const text = [
    'name: Two thousand people',
    'asOf: 2019-10-01',
    'domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]',
    'multifactorAuthentication: { appPasswords: allowed }',
    'securityDefaults: false',
    'workloads: { exchange-online: { modernAuthentication: true }, sharepoint-online: {}, teams: {} }',
    'networks: [{ name: internet }]',
    `clients: [${clients.join(', ')}]`,
    `users:${users.map(lineOf).join('')}`,
  ]
  writeFileSync(join(folder, 'tenant.yaml'), `${text.join('\n')}\n`)
}

function written(folder) {
  const file = join(folder, 'page.html')
  const words = [program, 'report', 'tenant.yaml', '-f', `html:${file}`, '-o', folder]
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return { file, megabytes: statSync(file).size / 1e6 }
}

/** Milliseconds from a key in a search field until the next picture is painted. */
const searching = `(async () => {
  const field = document.querySelector('[data-key="search users"]')
  const started = performance.now()
  field.value = '7'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)))
  return performance.now() - started
})()`

/** How a page opens; undefined if it shows no matrix in time. */
async function opened(browser, file) {
  const page = await browser.newPage()
  try {
    await page.setViewport({ width: 1600, height: 1000 })
    const started = performance.now()
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load', timeout: mostSeconds * 1000 })
    await page.waitForSelector('table.board button.cell', { timeout: mostSeconds * 1000 })
    const opening = performance.now() - started
    const rows = await page.$$eval('table.board tbody tr', (all) => all.length)
    return { opening, filter: await page.evaluate(searching), rows }
  } catch (error) {
    if (error.name === 'TimeoutError') return undefined
    throw error
  } finally {
    await page.close()
  }
}

async function looked(browser, folder) {
  const { file, megabytes } = written(folder)
  const all = []
  for (let round = 0; round < rounds; round += 1) {
    const one = await opened(browser, file)
    if (one === undefined) return { megabytes }
    all.push(one)
  }
  const of = (key) => median(all.map((one) => one[key]))
  return { megabytes, opening: of('opening'), filter: of('filter'), rows: all[0].rows }
}

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'page-'))
  const choice = await findBrowser()
  if (choice === undefined) throw new Error('there is no browser to open the page with')
  const browser = await puppeteer.launch({
    executablePath: choice.executable,
    headless: 'shell',
    args: ['--no-sandbox', '--disable-gpu', '--no-zygote'],
    env: { ...choice.environment },
  })
  try {
    writePeople(join(folder, 'people'))
    writeEstate(join(folder, 'estate'), { users: 100_000 })
    const people = await looked(browser, join(folder, 'people'))
    const estate = await looked(browser, join(folder, 'estate'))
    const row = (what, { rows, opening, filter, megabytes }) => [
      what,
      rows === undefined ? '' : number(rows, 0),
      opening === undefined ? `not within ${mostSeconds} s` : number(opening, 0),
      filter === undefined ? '' : number(filter, 0),
      number(megabytes),
    ]
    return {
      text: `The HTML report in the browser that draws the diagrams; medians of ${rounds} openings, milliseconds by the clock.\n\n${table(
        ['page', 'lines shown', 'until the matrix is shown', 'a search', 'size, MB'],
        [row('2,000 people by 30 clients', people), row('the estate of 100,000 users, 60 policies', estate)],
      )}`,
      targets: [
        target(
          '2,000 people by 30 clients open',
          'under 2 s',
          `${number(people.opening / 1000)} s`,
          people.opening < 2000,
        ),
        target('a search among them', 'under 100 ms', `${number(people.filter, 0)} ms`, people.filter < 100),
        target('their page', 'under 3 MB', `${number(people.megabytes)} MB`, people.megabytes < 3),
        target('the page of 100,000 users', 'under 10 MB', `${number(estate.megabytes)} MB`, estate.megabytes < 10),
        target(
          'the same opens',
          'grouped by outcome',
          estate.rows === undefined ? `not within ${mostSeconds} s` : `in ${number(estate.opening / 1000)} s`,
          estate.rows !== undefined,
        ),
      ],
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
