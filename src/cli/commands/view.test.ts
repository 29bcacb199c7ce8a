import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { recordedRun } from '../recorded-run.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'authplan-view-'))
const file = join(folder, 'tenant.yaml')
const text = (name: string): string => `name: ${name}\nasOf: 2019-10-01\ndomains: []\n`.replace('domains: []\n', '')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const statusFor = (address: string, host: string): Promise<number | undefined> =>
  new Promise((done, fail) => {
    request(address, { headers: { host } }, (response) => {
      response.resume()
      done(response.statusCode)
    })
      .on('error', fail)
      .end()
  })

test('the page is served on loopback, follows the file, and ends when interrupted', async () => {
  writeFileSync(file, text('Before'))
  const interrupt = new AbortController()
  let tell: (address: string) => void = () => undefined
  const address = new Promise<string>((done) => {
    tell = done
  })
  const running = recordedRun(['view', file], nodeSourceReader(folder), {
    cwd: folder,
    stdout: (line) => tell(String(line).trim()),
    untilInterrupted: () => interrupt.signal,
  })
  const at = await address
  expect(at).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  expect(await (await fetch(at)).text()).toContain('<title>Before')
  expect((await fetch(`${at}etc/passwd`)).status).toBe(404)
  expect(await statusFor(at, 'rebound.example')).toBe(403)

  const events = (await fetch(`${at}changes`)).body?.getReader()
  await events?.read()
  writeFileSync(file, text('After'))
  const said = await events?.read()
  expect(new TextDecoder().decode(said?.value)).toContain('data: changed')
  expect(await (await fetch(at)).text()).toContain('<title>After')

  interrupt.abort()
  expect((await running).code).toBe(0)
})

test('a port must be one', async () => {
  expect((await recordedRun(['view', file, '--port', '70000'])).code).toBe(2)
})
