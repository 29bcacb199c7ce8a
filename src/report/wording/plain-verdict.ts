import { match } from 'ts-pattern'
import type { Trace, Verdict } from '../../trace/step.ts'
import { decisions } from '../../trace/views.ts'
import { adviceClause } from './causes.ts'
import { credentialWords, purposeWords } from './nouns.ts'

/** What a sentence to the user needs besides the verdict. */
export interface PlainContext {
  /** What the client is used for, in words. */
  readonly purpose: string
  /** Whether the logon to Windows answers, so that nothing is typed. */
  readonly silent: boolean
}

/** The context of a leg that was traced. */
export function contextOf(trace: Trace): PlainContext {
  return {
    purpose: purposeWords[trace.request.purpose],
    silent: decisions(trace).some(({ answer }) => answer === 'windows-logon'),
  }
}

/** How a leg ended, for the user who signs in. */
export function plainVerdict(verdict: Verdict, client: string, { purpose, silent }: PlainContext): string {
  return match(verdict)
    .with({ kind: 'signs-in' }, ({ credential, secondFactor }) => {
      const then = secondFactor === 'asked' ? ' Then confirm with your second factor.' : ''
      const register =
        secondFactor === 'registration-required' ? ' You are asked to register a second factor first.' : ''
      const { act } = credentialWords[silent ? 'windows-integrated' : credential]
      return `In ${client}, ${act}.${then}${register}`
    })
    .with(
      { kind: 'undetermined' },
      () => `Whether ${client} works for you depends on information that is not available; ask your helpdesk.`,
    )
    .with({ kind: 'refused' }, ({ credential }) => `${client} does not accept ${credentialWords[credential].the} here.`)
    .otherwise(() => `${client} cannot be used to ${purpose} here${adviceClause(verdict)}.`)
}
