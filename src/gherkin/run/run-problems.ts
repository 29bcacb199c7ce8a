import { version } from '@cucumber/cucumber'
import type { RunProblem } from '../reports/run-model.ts'
import { projectPlaceOf } from '../scenario/code-place.ts'
import type { Envelope } from './collect-run.ts'
import { expressionPlace, problemAt, wordsOf } from './step-files.ts'

const nowhere = { uri: '', line: 1, invalid: true } as const

/** Why the installed Cucumber cannot run the steps; undefined if it can. */
export function cucumberProblem(installed: string = version): RunProblem | undefined {
  const [major = 0, minor = 0] = installed.split('.').map(Number)
  if (major === 13 || (major === 12 && minor >= 9)) return undefined
  return {
    ...nowhere,
    message: `features run on @cucumber/cucumber 12.9 or later, or 13; installed is ${installed}\n  \`npm install --save-dev @cucumber/cucumber@12\``,
  }
}

/** Name patterns that are not valid regular expressions. */
export function nameProblems(names: readonly string[] = []): readonly RunProblem[] {
  return names.flatMap((name) => {
    try {
      new RegExp(name)
      return []
    } catch (thrown) {
      const why = thrown instanceof Error ? thrown.message.replace(/^.*: /, '') : String(thrown)
      const help = '`--name` takes a regular expression; escape special characters with a backslash'
      return [{ ...nowhere, message: `the name pattern \`${name}\` is invalid: ${why}\n  ${help}` }]
    }
  })
}

/** A run that the user's input ended; undefined if the error is ours. */
export function userProblem(cwd: string, thrown: unknown, tags: string | undefined): RunProblem | undefined {
  const [, why] =
    causes(thrown)
      .map(
        (cause) =>
          /^Tag expression "[\s\S]*" could not be parsed because of syntax error: ([\s\S]*)$/.exec(cause.message) ?? [],
      )
      .find(([whole]) => whole !== undefined) ?? []
  if (why !== undefined) {
    const help = 'write tags with `and`, `or`, `not` and parentheses: `--tags "@legacy and not @slow"`'
    return { ...nowhere, message: `the tag expression \`${tags ?? ''}\` is invalid: ${why}\n  ${help}` }
  }
  const place = causes(thrown)
    .map(projectPlaceOf)
    .find((found) => found !== undefined)
  return place === undefined
    ? undefined
    : problemAt(cwd, place, `the run ended here: ${wordsOf(causes(thrown).at(-1))}`)
}

function causes(thrown: unknown): readonly Error[] {
  const found: Error[] = []
  for (let next = thrown; next instanceof Error && !found.includes(next); next = next.cause) found.push(next)
  return found
}

/** Problems of the project's hooks and steps, collected from the stream. */
export interface SupportProblems {
  readonly take: (envelope: Envelope) => void
  readonly problems: () => readonly RunProblem[]
}

type Hook = NonNullable<Envelope['hook']>

/** Failed run hooks, and steps with an undefined parameter type. */
export function supportProblems(cwd: string, stepFiles: readonly string[]): SupportProblems {
  const hooks = new Map<string, Hook>()
  const running = new Map<string, string>()
  const found: RunProblem[] = []
  return {
    problems: () => found,
    take: ({ hook, testRunHookStarted, testRunHookFinished, undefinedParameterType }) => {
      if (hook !== undefined) hooks.set(hook.id, hook)
      else if (testRunHookStarted !== undefined) running.set(testRunHookStarted.id, testRunHookStarted.hookId)
      else if (testRunHookFinished?.result.status === 'FAILED')
        found.push(
          hookProblem(
            hooks.get(running.get(testRunHookFinished.testRunHookStartedId) ?? ''),
            testRunHookFinished.result.message,
          ),
        )
      else if (undefinedParameterType !== undefined) {
        const { name, expression } = undefinedParameterType
        const place = expressionPlace(cwd, stepFiles, [expression])
        const message = `the step \`${expression}\` has the parameter {${name}}, which is not defined\n  define it with defineParameterType; the types of authplan are named {authplan-user} and so on`
        found.push(place === undefined ? { ...nowhere, message } : problemAt(cwd, place, message))
      }
    },
  }
}

/** A failed BeforeAll hook prevents everything; a failed AfterAll hook fails a completed run. */
function hookProblem(hook: Hook | undefined, message = ''): RunProblem {
  const { uri = '', location } = hook?.sourceReference ?? {}
  const first = hook?.type === 'BEFORE_TEST_RUN'
  return {
    uri: uri.replaceAll('\\', '/'),
    line: location?.line ?? 1,
    message: `${first ? 'a BeforeAll' : 'an AfterAll'} hook of the project failed: ${message.replace(/^Error: /, '').split('\n')[0]}`,
    invalid: first,
  }
}
