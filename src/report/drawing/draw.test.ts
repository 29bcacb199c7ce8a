import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { renderMermaid } from '@mermaid-js/mermaid-cli'
import { build } from 'esbuild'
import puppeteer from 'puppeteer'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Drawing, type Drawn, drawDiagrams, findBrowser } from './draw.ts'

const diagram = `sequenceDiagram
  autonumber
  actor p1 as Finance lead
  participant p2 as Outlook 2010
  participant p3 as Exchange Online
  p1->>p2: opens the address book
  p2->>p3: basic authentication
  Note over p2,p3: the app password
  alt accepted
    p3-->>p2: 200
  else refused
    p3--xp2: 401 #35;1#59; again
  end`

const finished =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40" width="60" height="40"><rect width="60" height="40" fill="#c00"/></svg>'

const svg = (name: string, mermaid = diagram): Drawing => ({ name, mermaid, format: 'svg' })

function bytesOf(drawn: Drawn | undefined): Uint8Array {
  if (drawn?.ok !== true) throw new Error(`not drawn: ${drawn?.message}`)
  return drawn.bytes
}

const textOf = (drawn: Drawn | undefined): string => new TextDecoder().decode(bytesOf(drawn))

/** What one sees of an SVG: its words, how many shapes of each kind, and its size. */
function look(picture: string) {
  const words = [...picture.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map((match) => match[1])
  const shapes = ['rect', 'line', 'path', 'circle', 'polygon', 'text', 'tspan', 'marker'].map(
    (kind) => `${picture.split(`<${kind} `).length - 1} ${kind}`,
  )
  const viewBox = (/viewBox="([^"]+)"/.exec(picture)?.[1] ?? '').split(' ').map(Number)
  return { words, shapes, viewBox }
}

/** Width and height that a PNG declares. */
function pngSize(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

const hostile =
  'sequenceDiagram\n  participant p1 as <img src=x onerror=alert(1)><script>alert(1)</script>\n  p1->>p1: x'

/** Ends the browsers whose profiles are in a folder. */
function killBrowsers(folder: string): void {
  for (const profile of readdirSync(folder))
    if (profile.startsWith('authplan-browser-'))
      for (const id of processesNaming(join(folder, profile))) process.kill(id, 'SIGKILL')
}

/** The processes that have a word on their command line. */
function processesNaming(word: string): readonly number[] {
  return readdirSync('/proc')
    .filter((id) => /^\d+$/.test(id) && existsSync(`/proc/${id}/cmdline`))
    .filter((id) => readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(word))
    .map(Number)
}

describe('a batch', () => {
  const drawn: Record<string, Drawn | undefined> = {}

  beforeAll(async () => {
    const batch: readonly (readonly [key: string, drawing: Drawing])[] = [
      ['first', svg('a')],
      ['other', svg('b', diagram.replace('200', '204'))],
      ['bad', svg('bad', 'sequenceDiagram\n  nonsense')],
      ['dark', { ...svg('a'), theme: 'dark' }],
      ['hostile', svg('hostile', hostile)],
      ['png', { ...svg('a'), format: 'png' }],
      ['pdf', { ...svg('a'), format: 'pdf' }],
      ['again', svg('a')],
      ['finished', { name: 'own', svg: finished, format: 'png' }],
      ['no-svg', { name: 'none', svg: '<p>', format: 'pdf' }],
    ]
    const results = await drawDiagrams(batch.map(([, drawing]) => drawing))
    for (const [index, [key]] of batch.entries()) drawn[key] = results[index]
  }, 120_000)

  test('gives an SVG, a PNG at twice the size and a PDF of one page', () => {
    const { words, viewBox } = look(textOf(drawn['first']))
    expect(words).toEqual(expect.arrayContaining(['Finance lead', 'basic authentication', '401 #1; again']))
    const [, , width = 0, height = 0] = viewBox
    const png = bytesOf(drawn['png'])
    expect(new TextDecoder('latin1').decode(png.subarray(1, 4))).toBe('PNG')
    expect(pngSize(png)).toEqual({ width: Math.ceil(width) * 2, height: Math.ceil(height) * 2 })
    expect(png.length).toBeGreaterThan(10_000)
    const pdf = new TextDecoder('latin1').decode(bytesOf(drawn['pdf']))
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf).toMatch(/\/Count 1\b/)
  })

  test('makes an image of a finished drawing, and says what is none', () => {
    const png = bytesOf(drawn['finished'])
    expect(pngSize(png)).toEqual({ width: 120, height: 80 })
    expect(drawn['no-svg']).toMatchObject({ ok: false, message: 'the drawing is not SVG' })
  })

  test('draws a diagram the same wherever it stands', () => {
    expect(textOf(drawn['again'])).toBe(textOf(drawn['first']))
    expect(textOf(drawn['other'])).toContain('204')
  })

  test('repeats no id between two pictures on one page', () => {
    const ids = ['first', 'other'].flatMap((key) =>
      [...textOf(drawn[key]).matchAll(/ id="([^"]+)"/g)].map((match) => match[1]),
    )
    expect(ids.length).toBeGreaterThan(10)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('answers a diagram that is none with a message, and still draws the others', () => {
    expect(drawn['bad']).toMatchObject({ ok: false, name: 'bad', message: expect.stringContaining('line 2') })
    expect(textOf(drawn['again'])).not.toContain('aria-roledescription="error"')
  })

  test('draws dark pictures dark', () => {
    expect(textOf(drawn['first'])).toContain('background-color: white')
    expect(textOf(drawn['dark'])).not.toContain('background-color: white')
  })

  test('runs nothing that a label carries', () => {
    const picture = textOf(drawn['hostile'])
    expect(/<(?:script|img)/.test(picture)).toBe(false)
    expect(picture).toContain('&lt;script&gt;alert(1)')
  })
})

describe('drawing', { timeout: 120_000 }, () => {
  test('does not cut a picture taller than a browser can paint', async () => {
    const long = `sequenceDiagram\n${Array.from({ length: 200 }, (_, i) => `  p1->>p2: message ${i}`).join('\n')}`
    const drawn = await drawDiagrams([svg('long', long), { ...svg('long', long), format: 'png' }])
    const [, , width = 0, height = 0] = look(textOf(drawn[0])).viewBox
    const size = pngSize(bytesOf(drawn[1]))
    expect(height).toBeGreaterThan(8192)
    expect(size.height).toBeLessThanOrEqual(16_384)
    expect(size.height / size.width).toBeCloseTo(height / width, 1)
  })

  test('draws fifty diagrams without starting over, and tells about each', async () => {
    const heard: string[] = []
    const many = Array.from({ length: 50 }, (_, i) => svg(`d${i}`))
    const started = performance.now()
    const drawn = await drawDiagrams(many, {
      onProgress: (done, total, name) => heard.push(`${done}/${total} ${name}`),
    })
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(drawn.every((one) => one.ok)).toBe(true)
    expect(heard).toHaveLength(50)
    // Several pages draw at once, so the count rises in order and the names need not.
    expect(heard.map((one) => Number.parseInt(one, 10))).toEqual(many.map((_, i) => i + 1))
    expect(new Set(heard.map((one) => one.split(' ')[1]))).toEqual(new Set(many.map((_, i) => `d${i}`)))
  })

  test('shows the same picture as mermaid-cli', async () => {
    const choice = await findBrowser()
    if (choice === undefined) throw new Error('no browser')
    const browser = await puppeteer.launch({
      executablePath: choice.executable,
      headless: 'shell',
      args: ['--no-sandbox', '--disable-gpu', '--no-zygote', '--font-render-hinting=none'],
      env: { ...choice.environment },
    })
    const mermaidConfig = { sequence: { useMaxWidth: false } }
    const theirs = await renderMermaid(browser, diagram, 'svg', { mermaidConfig }).finally(() => browser.close())
    const ours = look(textOf((await drawDiagrams([svg('ours')]))[0]))
    const expected = look(new TextDecoder().decode(theirs.data))
    expect(expected.words.length).toBeGreaterThan(8)
    expect(ours.words).toEqual(expected.words)
    expect(ours.shapes).toEqual(expected.shapes)
    expect(ours.viewBox).toHaveLength(4)
    for (const [side, value] of ours.viewBox.entries()) {
      expect(Math.abs(value - (expected.viewBox[side] ?? 0))).toBeLessThan(3)
    }
  })
})

describe('the browser', { timeout: 60_000 }, () => {
  test.each(['AUTHPLAN_BROWSER', 'PUPPETEER_EXECUTABLE_PATH'])('is the one that %s names', async (name) => {
    expect(await findBrowser({ [name]: '/opt/my/chromium' })).toMatchObject({
      executable: '/opt/my/chromium',
      origin: 'environment',
    })
  })

  test('that does not start is named in the answer', async () => {
    const [drawn] = await drawDiagrams([svg('a')], { environment: { AUTHPLAN_BROWSER: '/nowhere/chromium' } })
    expect(drawn).toMatchObject({ ok: false, name: 'a', message: expect.stringContaining('/nowhere/chromium') })
  })

  test('that ends while it draws is said in our words, and leaves no profile', async () => {
    const usual = process.env['TMPDIR']
    const own = await mkdtemp(join(tmpdir(), 'authplan-killed-'))
    process.env['TMPDIR'] = own
    const drawings = Array.from({ length: 12 }, (_, index) => svg(`drawn ${index}`))
    const answers = await drawDiagrams(drawings, {
      onProgress: (done) => {
        if (done === 1) killBrowsers(own)
      },
    })
    if (usual === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = usual
    const messages = new Set(answers.flatMap((one) => (one.ok ? [] : [one.message])))
    expect([...messages]).toEqual(['the browser exited before the diagram was drawn'])
    expect(readdirSync(own).filter((name) => name.startsWith('authplan-browser-'))).toEqual([])
    await rm(own, { recursive: true, force: true })
  })

  test('is not started for nothing', async () => {
    expect(await drawDiagrams([], { environment: { AUTHPLAN_BROWSER: '/nowhere/chromium' } })).toEqual([])
  })

  test('and how to get one is told where the optional packages are missing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'authplan-bare-'))
    try {
      const outfile = join(folder, 'draw.mjs')
      const source = new URL('./draw.ts', import.meta.url).pathname
      await build({ entryPoints: [source], bundle: true, platform: 'node', format: 'esm', outfile })
      const program = `import { drawDiagrams } from '${pathToFileURL(outfile).href}'
        console.log(JSON.stringify(await drawDiagrams([{ name: 'a', mermaid: 'x', format: 'svg' }])))`
      await writeFile(join(folder, 'try.mjs'), program)
      const { stdout } = await promisify(execFile)(process.execPath, ['try.mjs'], { cwd: folder })
      const [drawn] = JSON.parse(stdout)
      expect(drawn).toMatchObject({ ok: false, name: 'a' })
      expect(drawn.message).toContain('npm i -D @mermaid-js/mermaid-cli @sparticuz/chromium')
      expect(drawn.message).toContain('AUTHPLAN_BROWSER=')
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
