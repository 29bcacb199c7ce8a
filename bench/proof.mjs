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

const solverQuestions = 5

/** The same questions put to Z3, which answers whether a sign-in exists; each engine in a separate process. */
function besideSolver() {
  const results = Array.from({ length: solverQuestions }, (_, question) =>
    sizes.map((size) => {
      const [own, z3] = ['authplan', 'z3'].map((engine) =>
        inOwnProcess('proof-solver-run.mjs', String(size), engine, String(question)),
      )
      if (own.found !== z3.found) throw new Error(`${own.text}, ${size} policies: the engines disagree`)
      return { text: own.text, own: own.cut + own.took, written: z3.written, z3: z3.took, memory: z3.memory }
    }),
  )
  const rows = results.map(([few, many]) => [
    few.text,
    `${number(few.own)} ms`,
    `${number(many.own)} ms`,
    `${number(few.z3)} ms`,
    `${number(many.z3)} ms`,
    `${number(many.written)} ms`,
    `${number(many.memory)} MB`,
  ])
  const headings = ['question', '60 policies', '600', 'Z3, 60', 'Z3, 600', 'formula for Z3, 600', 'memory of Z3, 600']
  return `Milliseconds of processor for the same questions put to Z3, one process each, both with the same answers. Cutting the dimensions into atoms counts for authplan and not for Z3, which is given these atoms; starting Z3 and writing its formula are not in its figures.\n\n${table(headings, rows)}`
}

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
    text: `Milliseconds of processor for one question, medians of ${rounds} processes; the tenant is loaded before. \`compare\` has ten policies changed.\n\n${table(['question', '60 policies', '600', 'growth', 'memory', 'answer at 600'], rows)}\n\n${besideSolver()}`,
    targets: [...slowest, target('memory, 600 policies', 'at most 512 MB', `${number(memory)} MB`, memory <= 512)],
  }
}
