import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { committedText } from '../cli/committed-text.ts'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { lensesOf } from './lenses.ts'
import { headChanges } from './since-head.ts'
import { type Workspace, workspaceOf } from './workspace.ts'

const folder = mkdtempSync(join(tmpdir(), 'authplan-head-'))
const text = readFileSync('scenarios/leaving-ad-fs.yaml', 'utf8')
const git = (...words: readonly string[]): void => {
  const { status } = spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], {
    cwd: folder,
  })
  expect(status, words.join(' ')).toBe(0)
}
git('init', '-q')
cpSync('scenarios/leaving-ad-fs.yaml', join(folder, 'tenant.yaml'))
git('add', '.')
git('commit', '-qm', 'a tenant')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const workspaceWith = (open: Readonly<Record<string, string>>): Workspace =>
  workspaceOf(folder, nodeSourceReader(folder), new Map(Object.entries(open)), (name) => committedText(folder, name))
const titles = (workspace: Workspace, name: string, now: string): readonly string[] =>
  lensesOf(workspace, name, now).map(({ command }) => command?.title ?? '')

test('a tenant file says how many verdicts changed since the last commit, as typed', () => {
  expect(titles(workspaceWith({ 'tenant.yaml': text }), 'tenant.yaml', text)).toEqual(['no verdict changed since HEAD'])
  const typed = text.replace('members: [analyst@tailwindtraders.com, fitter@tailwindtraders.com]', 'members: []')
  const workspace = workspaceWith({ 'tenant.yaml': typed })
  const [title = ''] = titles(workspace, 'tenant.yaml', typed)
  expect(title).toMatch(/^\d+ verdicts changed since HEAD$/)
  const said = headChanges(workspace, 'tenant.yaml')
  expect(said).toContain(`${title.split(' ')[0]} sign-ins of 2 users change`)
})

test('nothing is said of a file that is half typed, new, or outside of a repository', () => {
  const half = text.replace('authenticationType: federated', 'authenticationType:')
  expect(titles(workspaceWith({ 'tenant.yaml': half }), 'tenant.yaml', half)).toEqual([])
  writeFileSync(join(folder, 'new.yaml'), text)
  expect(titles(workspaceWith({}), 'new.yaml', text)).toEqual([])
  expect(committedText(tmpdir(), 'tenant.yaml')).toBeUndefined()
  expect(committedText(folder, '--help')).toBeUndefined()
})
