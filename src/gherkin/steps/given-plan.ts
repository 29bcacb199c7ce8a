import { changePlan, reachStage, takePlan } from '../scenario/take-plan.ts'
import { tenantFileNamed } from '../scenario/world.ts'
import { type StepDefinition, step, textStep } from './definition.ts'

/** Steps that select a staged plan and go to one of its stages. */
export const givenPlan: readonly StepDefinition[] = [
  step(
    'Given',
    'the plan {string}',
    {
      says: 'loads a plan in stages and evaluates all of them: a path relative to the feature or the working directory, or a name in `scenarios/`. Until a stage is reached, the tenant is the one from which the plan starts, on the first day of the plan',
      example: 'Given the plan "plans/leave-ad-fs/plan"',
    },
    (world, name) => takePlan(world, { file: tenantFileNamed(world, name, 'plan'), changes: [] }),
  ),
  textStep(
    'Given',
    'the plan has these changes:',
    {
      says: 'merges YAML into the plan file: stages and other named list entries are changed or added, `null` removes a key',
      example:
        'Given the plan has these changes:\n  """yaml\n  stages:\n    - name: The field moves\n      acts: { methods: [microsoftAuthenticatorPush] }\n  """',
    },
    changePlan,
  ),
]

/** Steps that move through a plan. */
export const whenStageReached: readonly StepDefinition[] = [
  step(
    'When',
    'the stage {string} is reached',
    {
      says: 'continues with the tenant as the plan has it once this stage is reached, on the first day of the stage, with the exceptions in force; "start" is the state before the first stage',
      example: 'When the stage "The field moves" is reached',
    },
    reachStage,
  ),
]
