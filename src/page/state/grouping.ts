import { type CrowdPlans, crowdPlans, type Look } from '../plan/crowd-plans.ts'
import type { Plan } from '../plan/plan.ts'
import type { Grouping } from './app.ts'
import { type Work, work } from './work.ts'

/** Milliseconds of work before the page is given back to its reader. */
const perPiece = 20

/** Runs some of a generator; what it returns once it is done. */
function piece<Made>(steps: Generator<number, Made>, tell: (share: number) => void): Made | undefined {
  const end = performance.now() + perPiece
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() < end) continue
    tell(step.value)
    return undefined
  }
}

function grouped(crowds: CrowdPlans, line: Work): Grouping['group'] {
  return (looks, tell, ready) => {
    const known = crowds.known(looks)
    if (known !== undefined) {
      line.stop()
      ready(known)
      return
    }
    const steps = crowds.group(looks)
    let made: readonly Plan[] | undefined
    tell(0)
    line.start(
      () => {
        made = piece(steps, tell)
        return made === undefined
      },
      () => made !== undefined && ready(made),
      'later',
    )
  }
}

/** Groups people in pieces; one grouping at a time on each line of work. */
export function groupingOf(crowds: CrowdPlans = crowdPlans(), line: Work = work()): Grouping {
  const ofCrowds = (looks: readonly Look[]): readonly Look[] =>
    looks.some(({ plan }) => plan.crowd !== undefined) ? looks : []
  const group = grouped(crowds, line)
  return {
    known: (looks) => crowds.known(ofCrowds(looks)) ?? looks.map(({ plan }) => plan),
    group: (looks, tell, ready) => {
      if (ofCrowds(looks).length === 0) {
        line.stop()
        ready(looks.map(({ plan }) => plan))
      } else group(looks, tell, ready)
    },
  }
}
