import { plainHeader } from './headers.ts'

const byWord = <Value>(all: readonly (readonly [Value, readonly string[]])[]): ReadonlyMap<string, Value> =>
  new Map(all.flatMap(([value, words]) => words.map((word) => [plainHeader(word), value] as const)))

/** Yes and no as portals and spreadsheets write them. */
export const flags = byWord<boolean>([
  [true, ['True', 'Yes', 'Wahr', 'Ja', 'Vrai', 'Oui', 'Verdadero', 'Sí', '1']],
  [false, ['False', 'No', 'Falsch', 'Nein', 'Faux', 'Non', 'Falso', '0']],
])

/** States of per-user MFA; the older cmdlets leave the cell of a state that is off empty. */
export const mfaStates = byWord<'disabled' | 'enabled' | 'enforced'>([
  ['disabled', ['Disabled', 'Deaktiviert', 'Désactivé', 'Deshabilitado', 'Deshabilitada']],
  ['enabled', ['Enabled', 'Aktiviert', 'Activé', 'Habilitado', 'Habilitada']],
  ['enforced', ['Enforced', 'Erzwungen', 'Appliqué', 'Exigé', 'Aplicado', 'Aplicada', 'Exigido']],
])

/** Members and guests. */
export const userTypes = byWord<'member' | 'guest'>([
  ['member', ['Member', 'Mitglied', 'Membre', 'Miembro']],
  ['guest', ['Guest', 'Gast', 'Invité', 'Invitado']],
])
