import { dayActions } from '../../vocabulary/days.ts'
import { text } from '../schema/parts.ts'
import { type Authored, choice, setting } from './setting.ts'

const use = { readBy: '`authplan day`', notTried: 'it is a sign-in that is asked about, not a setting' } as const

/** One step of a person's day. */
export const daySettings = {
  at: setting<string>(text, { title: 'time', about: 'The time of the day, such as `08:30`.', ...use }),
  do: choice(dayActions, {
    title: 'deed',
    about: 'What the person does; `unlock` opens the device of the client.',
    ...use,
  }),
  client: setting<string>(text, { title: 'client', about: 'The client that the person uses.', ...use }),
  network: setting<string>(text, { title: 'network', about: 'The network that the person is in.', ...use }),
}

/** One step of a day as authored. */
export type DayStepFile = Authored<typeof daySettings, 'at' | 'do' | 'client' | 'network'>
