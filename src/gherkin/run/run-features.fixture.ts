import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FeatureFormat } from '../../vocabulary/feature-formats.ts'
import { type RunFeaturesOptions, runFeatures } from './run-features.ts'

/** What a run in a separate folder left behind. */
export interface ProjectRun {
  readonly exitCode: 0 | 1 | 2
  readonly stdout: string
  readonly stderr: string
  readonly written: Readonly<Record<string, string>>
}

/** A folder with files, in which features can be run. */
export interface Project {
  readonly folder: string
  readonly write: (path: string, text: string) => void
  readonly run: (format?: FeatureFormat, options?: Partial<RunFeaturesOptions>) => Promise<ProjectRun>
  readonly remove: () => void
}

const scenario = 'scenarios/federated-skype-on-premises.yaml'

/** A project with the founding scenario and the files given. */
export function project(files: Readonly<Record<string, string>>): Project {
  const folder = mkdtempSync(join(tmpdir(), 'authplan-project-'))
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write(scenario, readFileSync(scenario, 'utf8'))
  for (const [path, text] of Object.entries(files)) write(path, text)
  return {
    folder,
    write,
    remove: () => rmSync(folder, { recursive: true, force: true }),
    run: async (format = 'text', options = {}) => {
      const out = { stdout: '', stderr: '' }
      const written: Record<string, string> = {}
      const { exitCode } = await runFeatures({
        paths: [],
        formats: [{ format }],
        cwd: folder,
        stdout: (text) => {
          out.stdout += text
        },
        stderr: (text) => {
          out.stderr += text
        },
        writeFile: async (path, text) => {
          written[path] = text
        },
        livingBundle: async () => ({ script: '', scriptHash: 'sha256-script', style: '', styleHash: 'sha256-style' }),
        ...options,
      })
      return { exitCode, ...out, written }
    },
  }
}

/** A feature with the founding tenant and the lines of one scenario. */
export function feature(...lines: readonly string[]): string {
  const head = [
    'Feature: A try',
    '',
    '  Scenario: one',
    '    Given the tenant architecture "federated-skype-on-premises"',
  ]
  return [...head, ...lines.map((line) => `    ${line}`), ''].join('\n')
}
