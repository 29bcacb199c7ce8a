import { type CrowdPlans, crowdPlans, type Look } from '../plan/crowd-plans.ts'
import type { Plan } from '../plan/plan.ts'
import type { Grouping, GroupingHeard } from './app.ts'
import { someSteps, type Work } from './work.ts'

/** Groups the people of crowds in pieces. */
function inSteps(crowds: CrowdPlans, line: Work, looks: readonly Look[]) {
  return ({ tell, ready }: GroupingHeard): void => {
    const steps = crowds.group(looks)
    let made: readonly Plan[] | undefined
    tell(0)
    line.start(
      () => {
        const step = someSteps(steps)
        if (step.done === true) made = step.value
        else tell(step.value)
        return made === undefined
      },
      () => made !== undefined && ready(made),
      'later',
    )
  }
}

/** Groups the people of plans that are looked at; what was grouped lately is known. */
export function groupingOf(crowds: CrowdPlans = crowdPlans()): Grouping {
  const known = (looks: readonly Look[]): readonly Plan[] | undefined =>
    looks.some(({ plan }) => plan.crowd !== undefined) ? crowds.known(looks) : looks.map(({ plan }) => plan)
  return {
    known: (looks) => known(looks) ?? looks.map(({ plan }) => plan),
    group: (looks, line, heard) => {
      const plans = known(looks)
      line.stop()
      if (plans === undefined) inSteps(crowds, line, looks)(heard)
      else heard.ready(plans)
    },
  }
}
