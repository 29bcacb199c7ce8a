import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { feature, type Project, project } from './run-features.fixture.ts'

const open: Project[] = []

afterEach(() => {
  for (const one of open.splice(0)) one.remove()
})

const uses = 'When the finance lead uses Outlook 2010 to read mail'

async function until(holds: () => boolean): Promise<void> {
  for (let wait = 0; wait < 400 && !holds(); wait += 1) await new Promise((done) => setTimeout(done, 25))
}

describe('watching', () => {
  test('fails on a mistake in feature and tenant, recovers without a restart, and runs only what is affected', async () => {
    const good = feature(uses, 'Then the required credential is the app password')
    const tenant = 'features/own.yaml'
    const files = {
      'features/a.feature': good,
      'features/b.feature': good.replace('federated-skype-on-premises', 'own.yaml'),
    }
    const one = project(files)
    open.push(one)
    const { readFileSync } = await import('node:fs')
    const founding = readFileSync(`${one.folder}/scenarios/federated-skype-on-premises.yaml`, 'utf8')
    one.write(tenant, founding)
    const out: string[] = []
    const stop = new AbortController()
    const watched = one.run('text', { watch: stop.signal, stdout: (text) => void out.push(text), stderr: () => {} })
    const next = async (change: () => void): Promise<string> => {
      const before = out.length
      change()
      await until(() => out.length > before)
      return out.slice(before).join('')
    }
    await until(() => out.length > 0)
    expect(out.join('')).toBe('2 features, 2 scenarios, 6 steps: all passed\n')
    await new Promise((done) => setTimeout(done, 100))
    expect(await next(() => one.write('features/a.feature', good.replace('app password', 'account password')))).toMatch(
      /expected: must use the account password[\s\S]*1 feature, 1 scenario, 3 steps: 1 failed/,
    )
    expect(await next(() => one.write('features/a.feature', good))).toBe('1 feature, 1 scenario, 3 steps: all passed\n')
    expect(await next(() => one.write(tenant, founding.replace('enforced', 'enforcd')))).toMatch(
      /own\.yaml:\d+:\d+[\s\S]*enforcd/,
    )
    expect(await next(() => one.write(tenant, founding))).toBe('1 feature, 1 scenario, 3 steps: all passed\n')
    // A tenant that is deleted and comes back, also one that was not there from the beginning.
    expect(await next(() => rmSync(`${one.folder}/${tenant}`))).toContain('unknown tenant architecture `own.yaml`')
    expect(await next(() => one.write(tenant, founding))).toBe('1 feature, 1 scenario, 3 steps: all passed\n')
    const later = good.replace('federated-skype-on-premises', 'later.yaml')
    expect(await next(() => one.write('features/a.feature', later))).toContain(
      'unknown tenant architecture `later.yaml`',
    )
    expect(await next(() => one.write('features/later.yaml', founding))).toBe(
      '1 feature, 1 scenario, 3 steps: all passed\n',
    )
    // So does a whole folder, as when a branch is changed.
    const [there, away] = [`${one.folder}/features`, `${one.folder}/away`]
    mkdirSync(`${one.folder}/plans`)
    renameSync(`${there}/later.yaml`, `${one.folder}/plans/later.yaml`)
    const inFolder = good.replace('federated-skype-on-premises', '../plans/later.yaml')
    expect(await next(() => one.write('features/a.feature', inFolder))).toMatch(/1 scenario, 3 steps: all passed/)
    expect(await next(() => renameSync(`${one.folder}/plans`, away))).toContain('unknown tenant architecture')
    expect(await next(() => renameSync(away, `${one.folder}/plans`))).toMatch(/1 scenario, 3 steps: all passed/)
    expect(await next(() => one.write('plans/later.yaml', founding.replace('enforced', 'enforcd')))).toContain(
      'enforcd',
    )
    expect(await next(() => one.write('plans/later.yaml', founding))).toMatch(/1 scenario, 3 steps: all passed/)
    renameSync(there, away)
    await new Promise((done) => setTimeout(done, 200))
    expect(await next(() => renameSync(away, there))).toMatch(/2 scenarios, 6 steps: all passed/)
    stop.abort()
    expect((await watched).exitCode).toBe(0)
  })
})
