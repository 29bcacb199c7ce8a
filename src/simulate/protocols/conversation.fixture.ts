import type { Trace } from '../../trace/step.ts'

/** What is said on a leg once the service has named its flows, a line each; also prompts, and when policies are evaluated. */
export function conversation({ steps }: Trace): readonly string[] {
  const start = steps.findIndex((step) => step.kind === 'message' && step.message.kind === 'challenge')
  return steps.slice(start + 1).flatMap((step) => {
    if (step.kind === 'prompt') return [`(asks for ${step.asks})`]
    if (step.kind === 'decision' && step.question === 'policy-block') return ['(policies)']
    if (step.kind !== 'message') return []
    const { kind, ...rest } = step.message
    return [[`${step.from} > ${step.to}:`, kind, ...Object.values(rest).map(String)].join(' ')]
  })
}

/** Active Directory is asked about a password, and answers. */
export const checked = (asker: string, answer: string): readonly string[] => [
  `${asker} > active-directory: password-validation-request`,
  `active-directory > ${asker}: password-validation-answer ${answer}`,
]

/** An on-premises agent is asked about a password, and answers. */
export const checkedByAgent = (answer: string): readonly string[] => [
  'entra-id > pass-through-agent: password-validation-request',
  ...checked('pass-through-agent', answer),
  `pass-through-agent > entra-id: password-validation-answer ${answer}`,
]

/** The user is asked for a credential and types it. */
export const typed = (credential: string): readonly string[] => [
  `(asks for ${credential})`,
  `user > client: credential-presented ${credential}`,
]
