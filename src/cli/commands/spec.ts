import { classesInWords } from '../../analysis/wording/tenant-in-words.ts'
import { writeSpec } from '../../gherkin/authoring/write-spec.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment } from '../environment.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { loadWithPeople } from '../load-people.ts'
import { newCommand } from '../new-command.ts'
import { readInstant, refuseWithoutSignIns } from '../request-options.ts'

interface SpecOptions {
  readonly asOf?: string
  readonly tenant?: string
  readonly format?: readonly string[]
}

/** `authplan spec`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'spec', {
    notes: 'The feature passes today. Review every row: it states the current outcome, not the desired one.',
    examples: [
      { line: 'authplan spec tenant.yaml', says: 'a feature with the current verdicts' },
      {
        line: 'authplan spec scenarios/hq.yaml -f gherkin:features/hq.feature',
        says: 'to a file, to review and commit',
      },
      { line: 'authplan spec tenant.yaml --as-of 2026-11-22', says: 'the verdicts on another date' },
    ],
  })
  command
    .argument('<FILE>', 'a tenant file')
    .option('--as-of <DATE>', 'state the verdicts at this date or instant')
    .option('--tenant <NAME>', 'how the feature names the file (default: a name in scenarios/, else its path)')
  addFormatOption(command, ['gherkin'], 'gherkin')
  return command.action(async (file: string, options: SpecOptions) => {
    await spec(file, options, environment)
    exit(0)
  })
}

async function spec(file: string, options: SpecOptions, environment: Environment): Promise<void> {
  const targets = readFormats(options.format, ['gherkin'], 'gherkin')
  const at = options.asOf === undefined ? undefined : readInstant(options.asOf)
  const { tenant, beside } = await loadWithPeople(environment, file)
  refuseWithoutSignIns(tenant)
  const text = writeSpec(tenant, {
    tenantReference: options.tenant ?? nameOf(file),
    ...(at !== undefined && { at }),
    ...(beside !== undefined && { note: classesInWords(beside) }),
  })
  await emit(environment, targets, () => text)
}

/** A file below a folder `scenarios` is found by its name alone. */
function nameOf(file: string): string {
  const [, name] = /(?:^|[\\/])scenarios[\\/]([^\\/]+)\.ya?ml$/.exec(file) ?? []
  return name ?? file.replaceAll('\\', '/')
}
