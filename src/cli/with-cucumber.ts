import { usageProblem } from './usage.ts'

/** Cucumber is an optional peer: a module that needs it cannot be loaded without it, and the help says how to add it. */
export async function withCucumber<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load()
  } catch (problem) {
    if (!(problem instanceof Error) || !problem.message.includes('@cucumber/cucumber')) throw problem
    if (!('code' in problem) || problem.code !== 'ERR_MODULE_NOT_FOUND')
      throw usageProblem(
        `features cannot run on the installed version of Cucumber: ${problem.message.split('\n')[0]}`,
        '`npm install --save-dev @cucumber/cucumber@12`',
      )
    throw usageProblem(
      'features run on Cucumber, which is not installed',
      '`npm install --save-dev @cucumber/cucumber@12`',
    )
  }
}
