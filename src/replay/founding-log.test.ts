import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { generatedLog, jsonLines, type LogRecord } from './generated-log.fixture.ts'
import { replayLogs } from './replay-logs.ts'

const text = readFileSync('scenarios/federated-skype-on-premises.yaml', 'utf8')

/** The founding architecture with one text in place of another. */
function tenantWith(before = '', after = ''): Tenant {
  const loaded = loadTenantText(text.replace(before, after), 'founding.yaml')
  if (!loaded.ok) throw new Error(`${before} cannot be ${after}`)
  return loaded.value
}

const tenant = tenantWith()
const count = 40
const log = generatedLog(tenant, 11, count)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'authplan-founding-log-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function replayed(records: readonly LogRecord[], plan?: Tenant) {
  writeFileSync(join(folder, 'log.jsonl'), jsonLines(records))
  const answer = await replayLogs(tenant, ['log.jsonl'], nodeSourceReader(folder), plan === undefined ? {} : { plan })
  if (!answer.ok) throw new Error(answer.message)
  return answer.value
}

const endOf = (one: LogRecord): string =>
  JSON.stringify([one['status'], one['authenticationRequirement'], one['authenticationDetails']])

/** The first half of the log as another tenant wrote it, with the records that this changes. */
function planted(other: Tenant): { readonly records: readonly LogRecord[]; readonly different: readonly LogRecord[] } {
  const theirs = generatedLog(other, 11, count).slice(0, count / 2)
  const records = [...theirs, ...log.slice(count / 2)]
  return { records, different: records.filter((one, index) => endOf(one) !== endOf(log[index] ?? one)) }
}

const lead = 'perUserMfaState: enforced\n    registered: true\n    appPasswords: [Laptop]'
const clerk = 'perUserMfaState: disabled\n    registered: false\n    appPasswords: []'

const withoutFactor = tenantWith(lead, lead.replace('enforced', 'disabled'))

test('the log and the plan of the library are what is written here', async () => {
  const { records } = planted(withoutFactor)
  await expect(jsonLines(records)).toMatchFileSnapshot('../../features/replay/founding-sign-ins.jsonl')
  const planned = text
    .replace('../dist/', '../../dist/')
    .replace(
      /\n#[^\n]*\n#[^\n]*\n# mail [^\n]*\n/,
      '\n#\n# The founding architecture with IMAP switched off for the finance lead.\n',
    )
    .replace(lead, `${lead}\n    mailboxSwitches: { ImapEnabled: false }`)
  await expect(planned).toMatchFileSnapshot('../../features/replay/founding-planned.yaml')
})

describe('disagreements that are planted in the log of the founding architecture', () => {
  test('are none at first', async () => {
    expect((await replayed(log)).calibration.disagreements).toEqual([])
  })

  test.each([
    [
      'a person of whom no second factor was asked yet',
      /^finance\.lead/,
      withoutFactor,
      'per-user MFA of the person is `disabled`',
    ],
    [
      'a person of whom a second factor was asked',
      /^warehouse\.clerk/,
      tenantWith(clerk, 'perUserMfaState: enforced\n    registered: true\n    appPasswords: [Laptop]'),
      'per-user MFA of the person is `enforced`',
    ],
  ])('%s: all of them and nothing else are found, with what explains them', async (_, person, other, explanation) => {
    const { records, different } = planted(other)
    expect(different.length).toBeGreaterThan(2)
    for (const one of different) expect(one.userPrincipalName).toMatch(person)
    const { calibration, explained } = await replayed(records)
    expect(calibration.total.disagrees.signIns).toBe(different.length)
    expect(explained).toBeCloseTo(1 - different.length / count)
    for (const { explanations, witness } of calibration.disagreements) {
      expect(witness.user).toMatch(person)
      expect(explanations).toContain(explanation)
    }
  })
})
