import { checkFile } from '../../plan/play/check-file.ts'
import type { FeatureJudge } from '../../plan/play/feature-gates.ts'
import { type Diagnostic, hasErrors } from '../../source/diagnostics/diagnostic.ts'
import { githubOf } from '../../source/diagnostics/diagnostic-github.ts'
import { sarifOf } from '../../source/diagnostics/diagnostic-sarif.ts'
import { compactDiagnostic, diagnosticJson, renderDiagnostics } from '../../source/diagnostics/render-diagnostic.ts'
import { countDiagnostics, shownDiagnostics } from '../../source/diagnostics/shown-diagnostics.ts'
import { ansiPaint, plainPaint } from '../../source/text/paint.ts'
import { shellWord } from '../../source/text/shell-word.ts'
import { topologyOf } from '../../tenant/topology-of.ts'
import { counted } from '../../vocabulary/counted.ts'
import { assumedDefaults } from '../assumed-defaults.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { featureGates } from '../feature-gates.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { importedOrigins } from '../imported-origins.ts'
import { newCommand } from '../new-command.ts'
import { productVersion } from '../product-version.ts'

const formats = ['text', 'compact', 'json', 'sarif', 'github'] as const
type CheckFormat = (typeof formats)[number]

interface CheckOptions {
  readonly format?: readonly string[]
  readonly strict?: true
}

interface Checked {
  readonly file: string
  readonly valid: boolean
  /** The published topology that the architecture is, where it is one. */
  readonly topology?: string
  readonly diagnostics: readonly Diagnostic[]
}

/** `authplan check`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'check', {
    exit1: 'warnings, with --strict',
    examples: [
      { line: 'authplan check tenant.yaml', says: 'every problem with its line, a caret and a fix' },
      { line: 'authplan check tenants/*.yaml --strict', says: 'in a build: warnings fail too' },
      {
        line: 'authplan check tenant.yaml -f github -f sarif:check.sarif',
        says: 'annotations in a pull request, and a SARIF file',
      },
      { line: 'authplan check tenant.yaml -f compact', says: 'file:line:column: one line each, for editors' },
    ],
  })
  command
    .argument('<FILE...>', 'tenant files, or plans in stages')
    .option('--strict', 'treat warnings and assumptions as findings')
  addFormatOption(command, formats, 'text')
  return command.action(async (files: readonly string[], options: CheckOptions) => {
    exit(await check(files, options, environment))
  })
}

async function check(files: readonly string[], options: CheckOptions, environment: Environment): Promise<ExitCode> {
  const targets = readFormats(options.format, formats, 'text')
  const origins = importedOrigins(environment.reader)
  const gates = await featureGates(environment, files)
  const all = files.map((file) => {
    const one = checked(file, options.strict === true, environment, gates)
    return { ...one, diagnostics: origins.noted(one.diagnostics) }
  })
  const diagnostics = all.flatMap((one) => one.diagnostics)
  const shown = all.flatMap((one) => shownDiagnostics(one.diagnostics))
  await emit(environment, targets, (format) => render(format, all, shown, environment))
  if (targets.some(({ format }) => format === 'text')) {
    for (const { file, topology } of all)
      if (topology !== undefined) environment.stderr(`${shellWord(file)}: the published topology ${topology}\n`)
    environment.stderr(`${summary(all, diagnostics)}\n`)
  }
  if (hasErrors(diagnostics)) return 2
  return options.strict && diagnostics.length > 0 ? 1 : 0
}

function checked(
  file: string,
  strict: boolean,
  { reader }: Environment,
  gates: { readonly features?: FeatureJudge },
): Checked {
  const { valid, diagnostics, tenant, source } = checkFile(file, reader, { people: true, ...gates })
  if (tenant === undefined || !valid) return { file, valid, diagnostics }
  const assumed = strict && source !== undefined ? assumedDefaults(tenant, source) : []
  const topology = topologyOf(tenant)?.name
  return {
    file,
    valid,
    ...(topology === undefined ? {} : { topology }),
    diagnostics: [...diagnostics, ...assumed],
  }
}

function render(
  format: CheckFormat,
  checked: readonly Checked[],
  diagnostics: readonly Diagnostic[],
  { color }: Environment,
): string {
  switch (format) {
    case 'text':
      return renderDiagnostics(diagnostics, color.stdout ? ansiPaint : plainPaint)
    case 'compact':
      return lines(diagnostics.map(compactDiagnostic))
    case 'github':
      return lines(diagnostics.map(githubOf))
    case 'sarif':
      return `${JSON.stringify(sarifOf(diagnostics, productVersion()), null, 2)}\n`
    case 'json': {
      const files = checked.map(({ diagnostics: _, ...about }) => about)
      return `${JSON.stringify({ formatVersion: 1, diagnostics: diagnostics.map(diagnosticJson), files }, null, 2)}\n`
    }
  }
}

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('')

function summary(checked: readonly Checked[], diagnostics: readonly Diagnostic[]): string {
  const { errors, warnings } = countDiagnostics(diagnostics)
  const found = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`
  return `${counted(checked.length, 'file')}: ${diagnostics.length === 0 ? 'no problems' : found}`
}
