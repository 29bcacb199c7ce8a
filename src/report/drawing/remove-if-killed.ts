/** Has something removed if the process is killed before it is finished; the answer says that it is finished. */
export type RemoveIfKilled = (remove: () => void) => () => void
