import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sessionJson } from '../../report/json/json.ts'
import { planRequests } from '../../simulate/plan-requests.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { founding, recordedRun } from '../recorded-run.fixture.ts'

const scenarios = readdirSync('scenarios')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `scenarios/${name}`)

/** What the contract says about a file, made one session after the other and nothing shared. */
function contractOf(file: string) {
  const loaded = loadTenant(file, nodeSourceReader('.'))
  if (!loaded.ok) throw new Error(`${file} is not valid`)
  const all = [...planRequests(loaded.value)].map((request) => simulateSession(loaded.value, request))
  return all.filter((traces) => traces.length > 0).map(sessionJson)
}

describe('the document of simulate', () => {
  test.each(scenarios)('%s has a session a line, each as the contract wants it', async (file) => {
    const { stdout } = await recordedRun(['simulate', file, '-f', 'json'])
    const { sessions } = JSON.parse(stdout)
    const wanted = contractOf(file)
    expect(sessions).toHaveLength(wanted.length)
    for (const [index, session] of wanted.entries())
      expect(JSON.stringify(sessions[index])).toBe(JSON.stringify(session))
    expect(stdout.trimEnd().split('\n')).toHaveLength(wanted.length + 2)
  })
})

test.each(['json', 'csv'])('%s is written while it is made: who stops reading stops the work', async (format) => {
  const read: string[] = []
  const stdout = (output: string | Iterable<string>): void => {
    for (const piece of typeof output === 'string' ? [] : output) {
      read.push(piece)
      if (read.length === 3) return
    }
  }
  const { code } = await recordedRun(['simulate', founding, '-f', format], undefined, { stdout })
  expect({ code, pieces: read.length }).toEqual({ code: 0, pieces: 3 })
})
