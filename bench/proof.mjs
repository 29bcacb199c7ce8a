// Claims, comparisons and the impact of policies over every possible sign-in.
import { inOwnProcess, median, number, table, target, times } from './measure.mjs'

export const title = 'Proof'
const rounds = 3
const sizes = [60, 600]
const claims = [
  'no sign-in succeeds without a second factor',
  'legacy clients get in nowhere',
  'every sign-in by guests meets a phishing-resistant strength',
  'members of group-3 are never blocked',
  'nobody is locked out of registering',
  'policy "Policy 7" is never needed',
]
const questions = [...claims.map((claim) => ['prove', claim]), ['compare', ''], ['impact', '']]
const limits = { prove: 1000, compare: 2000, impact: 10_000 }

export async function run() {
  const results = questions.map(([what, claim]) => {
    const bySize = sizes.map((size) => {
      const runs = Array.from({ length: rounds }, () => inOwnProcess('proof-run.mjs', what, String(size), claim))
      return {
        answer: runs[0].answer,
        took: median(runs.map(({ took }) => took)),
        memory: Math.max(...runs.map(({ memory }) => memory)),
      }
    })
    return { what, name: claim === '' ? what : claim, bySize }
  })
  const rows = results.map(({ name, bySize: [few, many] }) => [
    name,
    `${number(few.took)} ms`,
    `${number(many.took)} ms`,
    times(many.took / few.took),
    `${number(many.memory)} MB`,
    many.answer,
  ])
  const most = (what) => Math.max(...results.filter((one) => one.what === what).map(({ bySize }) => bySize[1].took))
  const memory = Math.max(...results.map(({ bySize }) => bySize[1].memory))
  const slowest = Object.entries(limits).map(([what, limit]) =>
    target(`${what}, 600 policies`, `at most ${number(limit)} ms`, `${number(most(what))} ms`, most(what) <= limit),
  )
  return {
    text: `Milliseconds of processor for one question, medians of ${rounds} processes; the tenant is loaded before. \`compare\` has ten policies changed.\n\n${table(['question', '60 policies', '600', 'growth', 'memory', 'answer at 600'], rows)}`,
    targets: [...slowest, target('memory, 600 policies', 'at most 512 MB', `${number(memory)} MB`, memory <= 512)],
  }
}
